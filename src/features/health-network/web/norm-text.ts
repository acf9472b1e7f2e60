import { formatNumber, type Language } from '#platform/web/words/index.ts'
import { type Content, type Kind, type Norm, normsOn, remarksOf } from '../domain/index.ts'
import { words } from './words.ts'

/** “1–2 (Quyết định 4042/QĐ-BYT ngày 21/8/2021)”; what was not verified says so. */
export function normText(norm: Norm, language: Language): string {
  const say = words[language].norm
  const unverified = norm.verified ? '' : `, ${say.unverified}`
  return `${rangeText(norm, language)} (${norm.instrument[language]}${unverified})`
}

export function rangeText(norm: Norm, language: Language): string {
  const say = words[language].norm
  const min = formatNumber(norm.min, language)
  return norm.max === null ? say.from(min) : say.range(min, formatNumber(norm.max, language))
}

/** The remark beside a figure, or nothing when it is as expected. */
export function remarkText(kind: Kind, content: Content, field: string, day: string, language: Language) {
  const say = words[language].norm
  const remark = remarksOf(kind, content, day).find(({ norm }) => norm.field === field)
  if (!remark) return undefined
  const range = rangeText(remark.norm, language)
  return remark.short ? say.short(range) : say.over(range)
}

export function normOf(kind: Kind, field: string, day: string): Norm | undefined {
  return normsOn(kind, day).find((norm) => norm.field === field)
}
