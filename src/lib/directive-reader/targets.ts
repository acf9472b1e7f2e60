// Numbers that an assignment asks for: "100% xã … có ít nhất 01 Trạm", "khoảng 500 đoàn viên", "tất cả … đều có", "24/7".
// Dates, numbers of papers and articles, ordinals and names with numbers are no targets.
import { digitsValue } from '#lib/text-vi/index.ts'

import type { Target } from './types.ts'

export interface FoundTarget {
  target: Target
  start: number
  end: number
  rule: string
  confidence: number
}

const comparators: [RegExp, Target['comparator']][] = [
  [
    /(?:ít nhất|tối thiểu|không dưới|từ|trên cả|không ít hơn|đạt ít nhất|đạt tối thiểu|không thấp hơn)(?: là| đạt)? $/iu,
    '>=',
  ],
  [/(?:tối đa|không quá|nhiều nhất|không vượt quá)(?: là)? $/iu, '<='],
  [/(?:dưới|thấp hơn|nhỏ hơn)(?: mức)? $/iu, '<'],
  [/(?:trên|hơn|vượt|lớn hơn|cao hơn)(?: mức)? $/iu, '>'],
  [/(?:khoảng|gần|xấp xỉ) $/iu, '~'],
]
const percent = /(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|phần trăm)/gu
const counted =
  /(?<![\p{L}\d.,/-])(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d%/]|[.,]\d|-[\d\p{L}])(?: (?:giờ|ngày|tháng|năm|phút))?(?= \p{L})/gu
const demand =
  /(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|đạt|phấn đấu|hoàn thành|khoảng|thành lập|bố trí|mỗi|bảo đảm|đảm bảo|huy động|xây dựng|có|chọn|tăng|giảm|cắt giảm|thêm|cấp|hỗ trợ|tổ chức|tiêm|dự trữ|trồng|từ|đủ|duy trì|đưa) (?:được |đủ |thêm |ít nhất |tối thiểu |khoảng |trên |hơn |dưới |cho |từ |lập |được ít nhất )*$/iu
const firmDemand =
  /(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|khoảng|mỗi [^.;]{0,40}|đạt|phấn đấu[^.;]{0,30}) (?:được |đủ |là |trên |từ |có )*$/iu
const notCounted =
  /(?:số|điều|khoản|điểm|mục|quý|tháng|ngày|năm|thứ|lần|đợt|mũi|tầng|cấp|bão|phần|chương|khóa|loại|nhóm|phụ lục|biểu|mẫu|quốc lộ|tỉnh lộ|đường|hạng|ql|giai đoạn|vòng|tổ|phường|quận|công điện|phiên|kỳ|khu|lớp|báo động|covid|giờ|trước|lúc|đến|vùng|nghị quyết|chương trình|luật|f)[ .:-]*$/iu
const names =
  /^ (?:chương trình mục tiêu|chương trình mtqg|chương trình|giờ|phút|ngày|tháng|luật|nghị quyết|công điện|tại chỗ|chương|xanh|năm|tuần|dự án luật|cấp|bước|rõ|không|có|trụ cột|lần|quý)(?![\p{L}])/iu
const all =
  /(?:(tất cả|toàn bộ|mọi|mỗi) )?([^,.;:]{4,90}?) đều (?:phải |được )?(có|được|đạt|đeo|thực hiện) ?([^,.;:]{0,60})/iu

export function findTargets(flat: string): FoundTarget[] {
  const out: FoundTarget[] = []
  const take = (found: FoundTarget | null): void => {
    if (found && !out.some((t) => found.start < t.end && found.end > t.start)) out.push(found)
  }
  const round =
    /(?:trong toàn bộ thời gian |ứng trực |trực |liên tục |thông suốt |hoạt động |suốt |ban )*(24\/(?:7|24))(?:h|giờ)?/iu.exec(
      flat,
    )
  if (round) take(roundTheClock(flat, round))
  percent.lastIndex = 0
  for (let m = percent.exec(flat); m; m = percent.exec(flat)) take(ofPercent(flat, m))
  const each = /mỗi (người|hộ|xã|huyện|phường|gia đình|[\p{L} ]{2,30}?) (một|hai|ba|0?\d) (\p{L}+)/iu.exec(
    flat,
  )
  if (each) take(ofEach(each))
  const universal = all.exec(flat)
  if (universal) take(ofAll(universal))
  counted.lastIndex = 0
  for (let m = counted.exec(flat); m; m = counted.exec(flat)) take(ofCount(flat, m))
  take(ofOneOrMore(flat))
  return out.sort((a, b) => a.start - b.start)
}

function roundTheClock(flat: string, m: RegExpExecArray): FoundTarget {
  const start = m.index
  const end = start + m[0].length
  const text = flat.slice(start, end)
  return {
    target: {
      text,
      quantity: 24,
      unit: 'giờ/ngày',
      scope: m[1] === '24/7' ? '7 ngày/tuần' : null,
      comparator: '=',
      coverage: null,
    },
    start,
    end,
    rule: 'target:round-the-clock',
    confidence: 0.9,
  }
}

function comparatorOf(head: string): { comparator: Target['comparator']; width: number } {
  for (const [form, comparator] of comparators) {
    const m = form.exec(head)
    if (m) return { comparator, width: m[0].length }
  }
  return { comparator: '=', width: 0 }
}

function tailOf(flat: string, from: number, most: number): string {
  const m = /^[^,.;:()]{0,140}/u.exec(flat.slice(from, from + 141))
  const words = (m?.[0] ?? '').trim().split(' ')
  const stop = words.findIndex(
    (w, i) =>
      i > 0 &&
      [
        'để',
        'theo',
        'trong',
        'nhằm',
        'trước',
        'đến',
        'khi',
        'từ',
        'bằng',
        'tham',
        'thuộc',
        'tại',
        'trên',
      ].includes(w.toLowerCase()),
  )
  return words.slice(0, Math.min(stop > 0 ? stop : words.length, most)).join(' ')
}

function headOf(flat: string, at: number, most: number): string {
  const head = flat.slice(Math.max(0, at - 160), at)
  const from =
    Math.max(
      head.lastIndexOf(','),
      head.lastIndexOf(';'),
      head.lastIndexOf(':'),
      head.lastIndexOf('. '),
      head.lastIndexOf('('),
    ) + 1
  return head.slice(from).trim().split(' ').slice(-most).join(' ')
}

function ofPercent(flat: string, m: RegExpExecArray): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const at = m.index
  const end = at + m[0].length
  const head = flat.slice(Math.max(0, at - 80), at)
  if (/(?:trích lại|tăng trưởng|chiếm|lãi suất|thuế|mới đạt|đã đạt)[^,;.]{0,20}$/iu.test(head)) return null
  const { comparator, width } = comparatorOf(head)
  const rest = flat.slice(end)
  if (value === 100) {
    const nested =
      /^ ([^,.;:]{2,80}?) (?:có |được |bố trí |thành lập )*(ít nhất|tối thiểu) (\d{1,4}|một|hai|ba) ([^,.;:]{2,60})/iu.exec(
        rest,
      )
    if (nested) {
      const text = flat.slice(at, end + nested[0].length)
      const count = digitsValue(nested[3] ?? '') ?? { một: 1, hai: 2, ba: 3 }[nested[3] ?? ''] ?? null
      return {
        target: {
          text,
          quantity: count,
          unit: tailOf(nested[4] ?? '', 0, 5),
          scope: nested[1] ?? null,
          comparator: '>=',
          coverage: 1,
        },
        start: at,
        end: end + nested[0].length,
        rule: 'target:coverage-and-count',
        confidence: 0.8,
      }
    }
  }
  const before = headOf(flat, at - width, 9)
  const tail = tailOf(flat, end, 10)
  const bySubject =
    /(?:đạt|tỷ lệ|tỉ lệ|là|lên|xuống|còn|giảm|tăng)[^,;.]*$/iu.test(before) &&
    /(?:tỷ lệ|tỉ lệ|số|mức)/iu.test(before)
  const start = bySubject
    ? at - width - before.length - (flat.charAt(at - width - 1) === ' ' ? 1 : 0)
    : at - width
  const from = Math.max(0, start)
  const to = bySubject ? end : end + (tail === '' ? 0 : tail.length + 1)
  const text = flat.slice(from, to).trim()
  return {
    target: {
      text,
      quantity: value,
      unit: '%',
      scope: bySubject ? before : tail || null,
      comparator,
      coverage: value === 100 ? 1 : null,
    },
    start: from,
    end: to,
    rule: 'target:percent',
    confidence: 0.7,
  }
}

function ofEach(m: RegExpExecArray): FoundTarget {
  const count = { một: 1, hai: 2, ba: 3 }[(m[2] ?? '').toLowerCase()] ?? Number(m[2])
  return {
    target: {
      text: m[0],
      quantity: count,
      unit: m[3] ?? null,
      scope: `mỗi ${m[1] ?? ''}`,
      comparator: '=',
      coverage: 1,
    },
    start: m.index,
    end: m.index + m[0].length,
    rule: 'target:each',
    confidence: 0.6,
  }
}

function ofAll(m: RegExpExecArray): FoundTarget | null {
  const scope = (m[2] ?? '').replace(/^.*(?:đến ngày [\d/]+|bảo đảm|đảm bảo|phấn đấu) /iu, '')
  const lost = (m[2] ?? '').length - scope.length
  const start = m.index + lost
  const text = m[1] && lost === 0 ? m[0] : m[0].slice(lost + (m[1] ? m[1].length + 1 : 0))
  return {
    target: {
      text,
      quantity: null,
      unit: (m[4] ?? '').split(' ').slice(0, 4).join(' ') || null,
      scope,
      comparator: null,
      coverage: 1,
    },
    start: lost === 0 ? m.index : start,
    end: m.index + m[0].length,
    rule: 'target:all',
    confidence: 0.5,
  }
}

function ofCount(flat: string, m: RegExpExecArray): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const at = m.index
  const end = at + (m[1] ?? '').length
  const head = flat.slice(Math.max(0, at - 60), at)
  const rest = flat.slice(end)
  if (notCounted.test(head.trimEnd()) || names.test(rest)) return null
  if (!demand.test(head)) return null
  const { comparator, width } = comparatorOf(head)
  const tail = tailOf(flat, end, 8)
  if (tail === '') return null
  const firmly = firmDemand.test(head) || comparator !== '='
  if (!firmly) return null
  const verb = /(?:\p{L}+ )$/u.exec(flat.slice(Math.max(0, at - width - 14), at - width))
  const start = at - width - (firmly ? 0 : (verb?.[0].length ?? 0))
  return {
    target: {
      text: flat.slice(start, end + 1 + tail.length).trim(),
      quantity: value,
      unit: tail.split(' ').slice(0, 5).join(' '),
      scope: null,
      comparator,
      coverage: null,
    },
    start,
    end: end + 1 + tail.length,
    rule: 'target:count',
    confidence: 0.5,
  }
}

function ofOneOrMore(flat: string): FoundTarget | null {
  const m = /chọn (?:ít nhất )?một(?: hoặc (?:một )?số| số)? ([\p{L}/]+)/iu.exec(flat)
  if (!m) return null
  return {
    target: { text: m[0], quantity: 1, unit: m[1] ?? null, scope: null, comparator: '>=', coverage: null },
    start: m.index,
    end: m.index + m[0].length,
    rule: 'target:one-or-more',
    confidence: 0.5,
  }
}
