// A text whose line ends were lost, in a mail or a form field, still says where its lines were: before the number of the
// document, the motto, the day of issue, the kind in capitals, items behind a full mark, the recipients, the signature.
import { foldAccents, looksLikeName, type Line } from '#lib/text-vi/index.ts'

import { opensOrder } from './slip-points.ts'

const itemStart =
  /[.;:,)/] (?=(?:(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2})\. ?|\d{1,2}- |[a-hđ]\) |[-–+•] )\p{Lu})/gu
/** Numbers and letters that no mark parts from a heading before them: they count when they go on ("1.", "2."; "a)", "b)"). */
const counted = / (?=(\d{1,2})\. ?\p{Lu}|([a-hđ])\) \p{Lu})/gu
const dashed = / (?=[-–] (\p{Lu}\p{Ll}{1,6}) (\p{Ll}{1,7})(?!\p{L}))/gu
const nameAtEnd = / (?=\p{Lu}\p{Ll}{1,6}(?: \p{Lu}\p{Ll}{0,6}){1,4}\s{0,9}$)/u
const roman = / (?=[IVX]{1,4}\. \p{Lu}{2})/gu
const headStart =
  / (?=S[ốo] ?:? ?\d{1,5} ?[-/]|CỘNG H[ÒO][AÀ] XÃ|Độc lập ?[-–]|ĐẢNG CỘNG SẢN|\p{Lu}\p{Ll}{1,6}(?: \p{Lu}\p{Ll}{1,6}){0,3}, ?ngày \d|V\/v |Kính gửi ?:|(?:THÔNG BÁO|KẾT LUẬN|CHỈ THỊ|CÔNG ĐIỆN|KẾ HOẠCH|PHƯƠNG ÁN|HƯỚNG DẪN)(?: |$))/gu
const closingStart =
  / (?=N[ơo]i nhận ?:|(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)\.? ?\p{Lu}{2}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|GIÁM ĐỐC|BỘ TRƯỞNG)(?: \p{Lu}\p{Ll}|$))/gu
const opening =
  / (?=(?:Ngày \d|Thực hiện |Căn cứ |Tại |Trong |Sau khi |Để |Theo |Nhằm |Trước |Qua |Thời gian )\p{L})/u

/** Lines of a text, those that are far too long cut where lines must have been. */
export function unfolded(text: string, lines: readonly Line[]): Line[] {
  const size = lines.reduce((sum, line) => sum + line.end - line.start, 0)
  // One or two lines for a whole document: wrapped and listed texts have far more.
  if (lines.length > 3 || size < 500) return [...lines]
  return lines.flatMap((line) => (line.end - line.start < 400 ? [line] : cut(text, line)))
}

function cut(text: string, line: Line): Line[] {
  const at = new Set<number>()
  const mark = (form: RegExp, from: number, to: number): void => {
    form.lastIndex = 0
    const words = text.slice(from, to)
    for (let m = form.exec(words); m; m = form.exec(words)) at.add(from + m.index + m[0].length)
  }
  const head = Math.min(line.end, line.start + 1500)
  mark(headStart, line.start, head)
  const title = [...at]
    .filter((i) => /^(?:THÔNG|KẾT|CHỈ|CÔNG|KẾ|PHƯƠNG|HƯỚNG)/u.test(text.slice(i, i + 8)))
    .at(0)
  // The title ends where a sentence opens.
  const titled = title === undefined ? null : opening.exec(text.slice(title, head))
  if (title !== undefined && titled) at.add(title + titled.index + 1)
  mark(itemStart, line.start, line.end)
  mark(roman, line.start, line.end)
  for (const i of continued(text, line)) at.add(i)
  const folded = foldAccents(text.slice(Math.max(line.start, line.end - 6000), line.end))
  const recipients = folded.lastIndexOf('noi nhan')
  if (recipients >= 0) mark(closingStart, Math.max(line.start, line.end - 6000 + recipients - 200), line.end)
  const tail = Math.max(line.start, line.end - 40)
  const name = nameAtEnd.exec(text.slice(tail, line.end))
  if (name && looksLikeName(text.slice(tail + name.index, line.end).trim())) at.add(tail + name.index + 1)
  const starts = [line.start, ...[...at].filter((i) => i > line.start).sort((a, b) => a - b)]
  return starts.flatMap((start, k) => {
    let end = starts[k + 1] ?? line.end
    while (end > start && text.charAt(end - 1) === ' ') end--
    return end > start ? [{ start, end, blank: k === 0 ? line.blank : 0 }] : []
  })
}

const letters = 'abcdđegh'

/** Where the next number or letter of a series stands, and dashes before what opens an order. */
function continued(text: string, line: Line): number[] {
  const out: number[] = []
  const words = text.slice(line.start, line.end)
  let number = 0
  let letter = -1
  counted.lastIndex = 0
  for (let m = counted.exec(words); m; m = counted.exec(words)) {
    const value = Number(m[1] ?? 0)
    const next = letters.indexOf(m[2] ?? ' ')
    const goes = m[1] ? value === 1 || value === number + 1 : next === 0 || next === letter + 1
    if (!goes) continue
    if (m[1]) [number, letter] = [value, -1]
    else letter = next
    out.push(line.start + m.index + 1)
  }
  dashed.lastIndex = 0
  for (let m = dashed.exec(words); m; m = dashed.exec(words))
    if (opensOrder(m[1] ?? '', m[2] ?? '')) out.push(line.start + m.index + 1)
  return out
}
