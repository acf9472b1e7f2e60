import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { Approval, Deadline, Party, Span, Target } from '../../domain/index.ts'
import { sayDeadline, sayTarget } from '../model/say-field.ts'
import { quoteOf } from '../text/selection.ts'
import { deadlineKindNames, kindNames, levelNames, words as common } from '../words.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

/** Any value of a task or document as one line, for putting two of them side by side. */
export function useSayValue(): (field: string, value: unknown) => string {
  const say = useWords(words)
  const name = useWords(common)
  const kinds = useWords(kindNames) as Record<string, string>
  const levels = useWords(levelNames) as Record<string, string>
  const deadlineKinds = useWords(deadlineKindNames)
  const { language } = useLanguage()
  const { labelOf, directive } = useTools()

  function party(value: Party): string {
    const [only, ...more] = value.bodyIds
    if (more.length > 0) return `${value.name} (${name.bodies(formatNumber(value.bodyIds.length, language))})`
    const real = only && labelOf(only)?.name
    return real && real !== value.name ? `${value.name} → ${real}` : value.name
  }

  return function sayValue(field, value): string {
    if (value === null || value === undefined) return ''
    if (Array.isArray(value)) return value.map((entry) => sayValue(field, entry)).join('; ')
    if (field === 'kind') return kinds[String(value)] ?? String(value)
    if (field === 'issuerLevel') return levels[String(value)] ?? String(value)
    if (typeof value !== 'object')
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value)
    if (field === 'span') {
      const span = Span.safeParse(value)
      return span.success ? quoteOf(directive().text, span.data) : ''
    }
    const asParty = Party.safeParse(value)
    if (asParty.success) return party(asParty.data)
    const asDeadline = Deadline.safeParse(value)
    if (asDeadline.success) return sayDeadline(asDeadline.data, formatDate, { kinds: deadlineKinds, ...name })
    const asTarget = Target.safeParse(value)
    if (asTarget.success) return sayTarget(asTarget.data, (n) => formatNumber(n, language), say.target.every)
    const asApproval = Approval.safeParse(value)
    if (asApproval.success) return say.approval.by(asApproval.data.authority)
    return Object.values(value).filter(Boolean).join(' · ')
  }
}
