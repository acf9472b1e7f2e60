// What the targets share: how a number compares, and where the thing that is counted begins and ends.
import { endsThing } from './name-ends.ts'
import { groupWords } from './body-words.ts'
import { type Token, wordAt } from './tokens.ts'
import type { Target } from './types.ts'

export interface FoundTarget {
  target: Target
  start: number
  end: number
  rule: string
  confidence: number
}

const comparators: [RegExp, Target['comparator']][] = [
  [/(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn)(?: là| đạt| được)? $/iu, '>='],
  [/không (?:tập trung|tụ tập|tổ chức|để) quá $/iu, '<='],
  [/(?:tối đa|không quá|nhiều nhất|không vượt quá)(?: là)? $/iu, '<='],
  [/(?:dưới|thấp hơn|nhỏ hơn)(?: mức)? $/iu, '<'],
  [/(?:trên|hơn|vượt|lớn hơn|cao hơn)(?: mức)? $/iu, '>'],
  [/(?:khoảng|gần|xấp xỉ) $/iu, '~'],
]

export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const marks = new Set(['.', ';', ':', '(', ')', '“', '”', '!', '?'])

const times = new Set(['ngày', 'giờ', 'lần', 'tuần', 'tháng', '%'])

/** End of the thing that is counted: up to a verb, a purpose, a mark; commas inside a list of nouns are passed. */
export function endOfThing(tokens: readonly Token[], from: number, most: number): number {
  let end = from
  for (let j = from; j < Math.min(tokens.length, from + most); j++) {
    const word = wordAt(tokens, j)
    // "20% người lao động | 07 ngày/lần": another figure begins.
    const figure = tokens[j]?.kind === 'number' && times.has(wordAt(tokens, j + 1))
    if (marks.has(word) || (figure && j > from + 1 && wordAt(tokens, j - 1) !== 'từ')) break
    if (word === 'từ' && tokens[j + 1]?.kind === 'number') {
      // "từ 3 đến 5 người", "từ 18 tuổi"
      j += wordAt(tokens, j + 2) === 'đến' ? 4 : 2
      end = Math.min(tokens.length, j + 1)
      continue
    }
    if (word === ',' || word === 'và') {
      const noun = groupWords.match(tokens, j + 1) > 0 || (word === ',' && wordAt(tokens, j + 1) === 'thanh')
      if (!noun) break
      continue
    }
    // "100% doanh nghiệp | ký cam kết", but "văn phòng đăng ký".
    if (word === 'ký' && wordAt(tokens, j - 1) !== 'đăng') break
    if (
      j > from &&
      endsThing(tokens, j) &&
      !(j <= from + 3 && kinds.has(`${word} ${wordAt(tokens, j + 1)}`)) &&
      !(j <= from + 4 && kinds.has(`${wordAt(tokens, j - 1)} ${word}`)) &&
      !['trên', 'có', 'được', 'cấp', 'xã', 'trong', 'phòng'].includes(word) &&
      groupWords.match(tokens, j) === 0
    )
      break
    end = j + 1
  }
  return end
}

/** Start of the words before a number that say of what: back to a mark, a comma that parts no list, or a verb. */
export function startOfThing(tokens: readonly Token[], at: number, most: number): number {
  let start = at
  for (let j = at - 1; j >= Math.max(0, at - most); j--) {
    const word = wordAt(tokens, j)
    if (marks.has(word)) break
    if (word === ',' && groupWords.match(tokens, j + 1) === 0) break
    start = j
  }
  return start
}

export function spanText(
  flat: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { text: string; start: number; end: number } {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { text: flat.slice(start, end), start, end }
}

export function comparatorOf(head: string): { comparator: Target['comparator']; width: number } {
  for (const [form, comparator] of comparators) {
    const m = form.exec(head)
    if (m) return { comparator, width: m[0].length }
  }
  return { comparator: '=', width: 0 }
}

/** "80% trở lên", "từ 70 triệu đồng/năm trở lên": the comparison is said behind the number. */
export function orMore(rest: string): Target['comparator'] {
  const at = rest.slice(0, 44).search(/[,;.(]|(?<!\p{L})trở (?:lên|xuống)(?!\p{L})/iu)
  if (at < 0 || !/^trở /iu.test(rest.slice(at, at + 4))) return '='
  if (rest.slice(0, at).split(' ').length > 6) return '='
  return /lên/iu.test(rest.slice(at, at + 8)) ? '>=' : '<='
}

/** Verbs that tell a thing's kind when they stand right behind its name: "chốt kiểm soát", "tổ phản ứng nhanh". */
const kinds = new Set(
  'tuần tra|lấy mẫu|tiêm chủng|truy vết|chốt chặn|kiểm soát|kiểm tra|xét nghiệm|cách ly|điều trị|giám sát|tuyên truyền|hỗ trợ|phản ứng|sản xuất|kinh doanh|quản lý|phục vụ|thu dung'.split(
    '|',
  ),
)

export const numberWords: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, mười: 10 }
