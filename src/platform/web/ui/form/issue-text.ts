import type { FieldIssue } from '../../api/index.ts'
import { defineWords, formatNumber, type Language } from '../../words/index.ts'

export const words = defineWords({
  vi: {
    required: 'Chưa nhập',
    tooShort: (n: string) => `Cần ít nhất ${n} ký tự`,
    tooLong: (n: string) => `Nhiều nhất ${n} ký tự`,
    tooFew: (n: string) => `Chọn ít nhất ${n}`,
    tooMany: (n: string) => `Chọn nhiều nhất ${n}`,
    tooSmall: (n: string) => `Phải từ ${n} trở lên`,
    tooBig: (n: string) => `Không được quá ${n}`,
    notNumber: 'Phải là một số',
    notInteger: 'Phải là số nguyên',
    notDate: 'Ngày chưa đúng, cần dạng ngày/tháng/năm',
    notEmail: 'Địa chỉ thư chưa đúng',
    notUrl: 'Đường dẫn chưa đúng',
    notOneOf: 'Chọn một trong các mục đã cho',
    notFormat: 'Chưa đúng định dạng',
    unknownField: 'Có ô mà máy chủ không nhận',
    invalid: 'Chưa hợp lệ',
    summary: (n: number) => `Có ${n} ô cần sửa`,
  },
  en: {
    required: 'Not filled in',
    tooShort: (n: string) => `At least ${n} characters`,
    tooLong: (n: string) => `At most ${n} characters`,
    tooFew: (n: string) => `Choose at least ${n}`,
    tooMany: (n: string) => `Choose at most ${n}`,
    tooSmall: (n: string) => `Must be ${n} or more`,
    tooBig: (n: string) => `Must not exceed ${n}`,
    notNumber: 'Must be a number',
    notInteger: 'Must be a whole number',
    notDate: 'Not a date: day/month/year',
    notEmail: 'Not an e-mail address',
    notUrl: 'Not a link',
    notOneOf: 'Choose one of the given values',
    notFormat: 'Not in the expected form',
    unknownField: 'A field the server does not take',
    invalid: 'Not valid',
    summary: (n: number) => `${n} fields need attention`,
  },
})

/** What zod adds to an issue beside its code; the same names arrive in the server's 400. */
interface IssueFacts {
  minimum?: number | bigint
  maximum?: number | bigint
  origin?: string
  expected?: string
  format?: string
  input?: unknown
}

/** One sentence for a field that is not right. `value` is what stands in the field now. */
export function issueText(issue: FieldIssue & IssueFacts, value: unknown, language: Language): string {
  const say = words[language]
  if (value === '' || value === undefined || value === null) return say.required
  switch (issue.code) {
    case 'too_small':
      return boundText(
        issue.origin,
        say.tooShort,
        say.tooFew,
        say.tooSmall,
      )(formatBound(issue.minimum, language))
    case 'too_big':
      return boundText(
        issue.origin,
        say.tooLong,
        say.tooMany,
        say.tooBig,
      )(formatBound(issue.maximum, language))
    case 'invalid_type':
      return (
        { number: say.notNumber, int: say.notInteger, date: say.notDate }[issue.expected ?? ''] ?? say.invalid
      )
    case 'invalid_format':
      return { email: say.notEmail, url: say.notUrl, date: say.notDate }[issue.format ?? ''] ?? say.notFormat
    case 'invalid_value':
      return say.notOneOf
    case 'unrecognized_keys':
      return say.unknownField
    default:
      // A rule of our own ("hạn trước ngày ban hành") brings its own sentence; zod's default is English.
      return issue.code === 'custom' && issue.message && issue.message !== 'Invalid input'
        ? issue.message
        : say.invalid
  }
}

type Bound = (n: string) => string

function boundText(origin: string | undefined, text: Bound, list: Bound, number: Bound): Bound {
  if (origin === 'string') return text
  return origin === 'array' || origin === 'set' ? list : number
}

function formatBound(bound: number | bigint | undefined, language: Language): string {
  return bound === undefined ? '' : formatNumber(Number(bound), language)
}
