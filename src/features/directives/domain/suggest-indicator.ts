import { foldForSearch } from '#lib/text-vi/index.ts'
import type { IndicatorChoice } from './follow.ts'
import type { Target } from './task.ts'

/** What an indicator says of itself; the registry's definitions are of this shape. */
export interface IndicatorWords {
  readonly key: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly noun: { readonly vi: string; readonly en: string }
  readonly measure: 'units-reaching' | 'sum' | 'share'
  readonly atLeast?: { readonly default: number; readonly min: number; readonly max: number } | undefined
}

/** Words that stand in every title and tell none from another. */
const common = new Set(
  'so ty le cac co it nhat mot tren cua va theo duoc la o tai voi trong 01 1 100 da ngay nhung xa phuong thi tran'.split(
    ' ',
  ),
)
const wordsOf = (text: string) => new Set(foldForSearch(text).folded.split(' ').filter(Boolean))

/** Below this the words have nothing to do with each other. */
const least = 0.6

/**
 * Indicators whose own words stand in the target’s, the fullest first: “100% xã, phường, thị trấn có ít nhất 01 Trạm Y
 * tế lưu động” holds every word of “trạm y tế lưu động”. A proposal: an officer binds.
 */
export function suggestIndicators(target: Target, indicators: readonly IndicatorWords[]): IndicatorChoice[] {
  const said = wordsOf([target.text, target.unit, target.scope].filter(Boolean).join(' '))
  return indicators
    .map((indicator) => ({ indicator, ...likeness(said, indicator) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || b.words - a.words)
    .slice(0, 3)
    .map(({ indicator, score }) => ({
      key: indicator.key,
      title: { ...indicator.title },
      score: Math.round(score * 100) / 100,
      ...parametersFor(target, indicator),
    }))
}

function likeness(said: Set<string>, { title, noun }: IndicatorWords): { score: number; words: number } {
  const own = [...wordsOf(title.vi)].filter((word) => !common.has(word))
  const held = own.filter((word) => said.has(word)).length
  const counted = [...wordsOf(noun.vi)]
  const nouns = counted.filter((word) => said.has(word)).length
  const share = own.length > 0 ? held / own.length : 0
  // The noun decides between indicators of one thing: communes that have a station, and stations.
  return { score: share * 0.8 + (counted.length > 0 ? nouns / counted.length : 0) * 0.2, words: held + nouns }
}

/** Goal and parameter as the target’s own numbers give them: coverage is a share, “ít nhất 01” what a commune needs. */
export function parametersFor(target: Target, { measure, atLeast }: IndicatorWords) {
  if (measure === 'sum') return { atLeast: null, goal: target.quantity ?? 0, goalKind: 'count' as const }
  const goal = target.coverage ?? 1
  if (measure === 'share') return { atLeast: null, goal, goalKind: 'share' as const }
  const { default: usual = 1, min = 1, max = 1 } = atLeast ?? {}
  const said = target.quantity
  const fits = said !== null && Number.isInteger(said) && said >= min && said <= max
  return { atLeast: fits ? said : usual, goal, goalKind: 'share' as const }
}

/** Does the figure reach the goal? A share of nothing reaches nothing. */
export function reaches(
  binding: { goal: number; goalKind: 'share' | 'count' },
  figure: { numerator: number; denominator: number },
): boolean {
  if (binding.goalKind === 'count') return figure.numerator >= binding.goal
  return figure.denominator > 0 && figure.numerator / figure.denominator >= binding.goal - 1e-9
}
