// Who is reported to, and through whom; a report that another body makes later is not the lead's.
import { type Body, readBodies } from './bodies.ts'
import { type Party, piecesOf, unique } from './parties.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'

const reportWords = phrases([
  'báo cáo',
  'trình',
  'xin ý kiến',
  'báo cáo xin ý kiến',
  'gửi báo cáo',
  'báo cáo, đề xuất',
  'báo cáo đề xuất',
  'báo cáo, xin ý kiến',
  'báo cáo kịp thời',
  'báo cáo, trình',
  'báo cáo, kiến nghị',
  'báo cáo, tham mưu',
])

const afterReport = phrases([
  'ngay',
  'kịp thời',
  'về',
  'cho',
  'với',
  'lên',
  'gửi',
  'đến',
  'tới',
  'trực tiếp',
  'lại',
  'đề xuất',
  'kết quả',
  'kết quả thực hiện',
  'kết quả về',
  'tình hình',
  'định kỳ',
  'và',
  'cụ thể',
  'đầy đủ',
  ',',
])

const viaWords = phrases(['qua', 'thông qua'])

export interface Reports {
  to: Party[]
  via: Party[]
}

export function findReports(tokens: readonly Token[], from: number, to: number, flat: string): Reports {
  const out: Reports = { to: [], via: [] }
  let reporting = false
  let told = -1
  for (let i = from; i < to; i++) {
    if (wordAt(tokens, i) === '.' || wordAt(tokens, i) === ';') {
      reporting = false
      told = -1
    }
    const length = reportWords.match(tokens, i)
    const sends = wordAt(tokens, i) === 'gửi' && reporting && !purposeBefore(tokens, from, i)
    if (length === 0 && !sends) continue
    if (
      forOthers(tokens, from, i) ||
      (told >= 0 && purposeBetween(tokens, told, i)) ||
      receiverGoesOn(tokens, from, i) ||
      ['theo', 'sở', 'các', 'được', 'trong', 'mẫu', 'bản', 'nội'].includes(wordAt(tokens, i - 1)) ||
      standsAt(tokens, i, 'trình độ') ||
      ['chương', 'quá', 'công', 'lộ', 'quy', 'tờ', 'hành'].includes(wordAt(tokens, i - 1))
    )
      continue
    if (wordAt(tokens, i) === 'báo') reporting = true
    const list = reportedTo(tokens, i + Math.max(length, 1), to, flat, wordAt(tokens, i) === 'báo')
    if (!list) continue
    const appraisal = standsAt(tokens, list.next, 'thẩm định') || standsAt(tokens, list.next, 'phê duyệt')
    if (appraisal) continue
    out.to.push(...piecesOf(list.bodies, flat, 'report:to'))
    out.via.push(
      ...viaAt(tokens, list.next, to, flat),
      ...viaAt(tokens, list.bodies.at(-1)?.to ?? list.next, to, flat),
    )
    told = list.next
    i = list.next - 1
  }
  return { to: unique(out.to), via: unique(out.via) }
}

/**
 * "gửi … để tổng hợp, báo cáo" is the report of the body that receives, "tham mưu UBND tỉnh … trình" that of the province;
 * "hoàn thiện … để trình cấp có thẩm quyền" is the lead's own.
 */
function forOthers(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 40); j--) {
    const word = wordAt(tokens, j)
    if (word === '.' || word === ';') return false
    if (word === 'để' && j > i - 16) return sentBefore(tokens, from, j)
    const advises = standsAt(tokens, j, 'tham mưu') && j > i - 14
    if (advises && readBodies(tokens, j + (wordAt(tokens, j + 2) === 'cho' ? 3 : 2), '') !== null) return true
  }
  return false
}

/** "gửi Sở Tài chính tổng hợp, báo cáo …": the body that receives goes on. */
function receiverGoesOn(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 8); j--) {
    if (!standsAt(tokens, j, 'tổng hợp')) continue
    for (let k = j - 1; k >= Math.max(from, j - 14); k--) {
      if (wordAt(tokens, k) !== 'gửi' && wordAt(tokens, k) !== 'về') continue
      const list = readBodies(tokens, k + 1, '')
      if (list && list.next === j) return true
    }
  }
  return false
}

function reportsTo(tokens: readonly Token[], i: number): boolean {
  return readBodies(tokens, i, '') !== null || readBodies(tokens, i + 1, '') !== null
}

/** "báo cáo … về Sở Y tế … để tổng hợp, báo cáo UBND tỉnh": what follows "để" is done by the one who was reported to. */
function purposeBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (wordAt(tokens, j) === 'để') return true
  return false
}

function purposeBefore(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 16); j--) {
    if (wordAt(tokens, j) === ';' || wordAt(tokens, j) === '.' || wordAt(tokens, j) === ',') return false
    if (wordAt(tokens, j) === 'để') return true
  }
  return false
}

function sentBefore(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 40); j--) {
    if (wordAt(tokens, j) === '.' || wordAt(tokens, j) === ';') return false
    if (wordAt(tokens, j) === 'gửi' || standsAt(tokens, j, 'cung cấp') || standsAt(tokens, j, 'phản ánh'))
      return true
    if (standsAt(tokens, j, 'báo cáo') && reportsTo(tokens, j + 2)) return true
  }
  return false
}

function reportedTo(
  tokens: readonly Token[],
  i: number,
  to: number,
  flat: string,
  far: boolean,
): { bodies: Body[]; next: number } | null {
  let at = i
  for (let guard = 0; guard < 6 && at < to; guard++) {
    const list = readBodies(tokens, at, flat)
    if (list && list.next <= to) return list
    const length = afterReport.match(tokens, at)
    if (length === 0) break
    at += length
  }
  if (!far) return null
  // "báo cáo kết quả thực hiện Kế hoạch về UBND tỉnh"
  for (let j = i; j < Math.min(to, i + 26); j++) {
    const word = wordAt(tokens, j)
    if (['.', ';', ':', 'để', '('].includes(word)) break
    if (!['về', 'gửi', 'cho', 'lên', 'với'].includes(word) || wordAt(tokens, j - 1) === 'đối') continue
    const start = word === 'gửi' && ['về', 'cho'].includes(wordAt(tokens, j + 1)) ? j + 2 : j + 1
    const list = readBodies(tokens, start, flat)
    if (list && list.next <= to && list.bodies[0]?.form !== 'role') return list
  }
  return null
}

function viaAt(tokens: readonly Token[], i: number, to: number, flat: string): Party[] {
  const at = wordAt(tokens, i) === '(' || wordAt(tokens, i) === ',' ? i + 1 : i
  const length = viaWords.match(tokens, at)
  if (length === 0 || at >= to) return []
  const list = readBodies(tokens, at + length, flat)
  return list ? piecesOf(list.bodies, flat, 'report:via') : []
}
