// Steering committees and the like, which are named by a matter ("Ban Chỉ đạo phòng, chống dịch …").
import { behindScope, type Body } from './body-names.ts'
import {
  groupWords,
  hardStops,
  headWords,
  provinceNames,
  quantifiers,
  roleWords,
  unitWords,
  verbWords,
} from './body-words.ts'
import { matterHeads } from './lexicon-bodies.ts'
import { secondHalf } from './name-ends.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'

export const matterWords = phrases(matterHeads)

/** A steering committee "… các huyện/thành phố, các xã/phường" is one at each level. */
export function split(found: Body | null): Body | null {
  const name = found?.canonical[0]
  if (!found || name === undefined) return found
  const first =
    [' các huyện', ' các quận', ' các thị'].map((unit) => name.indexOf(unit)).find((at) => at > 3) ?? -1
  const lows = [', các xã', ', xã', ', các phường', ', phường']
    .map((unit) => name.indexOf(unit, Math.max(first, 0)))
    .filter((at) => at >= 0)
  const second = first < 0 || lows.length === 0 ? -1 : Math.min(...lows)
  if (second < 0) return found
  const lower = name.slice(second + 2).replace(/^các /u, '')
  found.canonical = [name.slice(0, second), `${name.slice(0, first)} các ${lower}`]
  return found
}

const inMatter = new Set([
  'phòng',
  'chống',
  'xóa',
  'ứng',
  'quản',
  'bảo',
  'cổ',
  'kiểm',
  'cứu',
  'phát',
  'xây',
  'cải',
  'chuyển',
  'thực',
  'dự',
  'khắc',
  'đổi',
  'giảm',
  'điều',
  'hỗ',
  'an',
  'chữa',
  'về',
  'phục',
  'tìm',
  'thông',
  'vận',
  'tiếp',
  'công',
  'đầu',
  'tổng',
  'thi',
  'sắp',
  'triển',
  'quy',
  'giải',
  'chính',
  'đấu',
  'kinh',
  'thuộc',
])

const endsMatter = new Set([
  'đã',
  'sẽ',
  'phải',
  'cần',
  'khẩn',
  'được',
  'là',
  'vừa',
  'để',
  'do',
  'theo',
  'kịp',
  'chủ',
  'nào',
])

/** Behind the matter of a steering committee: everything up to a verb that can stand in no name, or a mark. */
export function behindMatter(
  tokens: readonly Token[],
  i: number,
  behindInner: (tokens: readonly Token[], i: number) => number,
): number {
  // "Tiểu ban Xét nghiệm giải quyết …": a name in capitals ends where a verb in small letters begins.
  const named = tokens[i]?.upper === true && standsAt(tokens, i - 2, 'tiểu ban')
  let at = i
  while (at < tokens.length && at < i + 40 && !endsAt(tokens, at)) {
    if (named && at > i + 1 && tokens[at]?.upper !== true && verbWords.match(tokens, at) > 1) break
    if ([',', 'và', '/', 'cùng'].includes(wordAt(tokens, at))) {
      if (!listGoesOn(tokens, at) && !tied(tokens, at)) break
    } else {
      const scope = behindScope(tokens, at, behindInner)
      if (scope > at) {
        if (!listGoesOn(tokens, scope) && !standsAt(tokens, scope, 'và các khu')) return scope
        at = scope
        continue
      }
      // "Tiểu ban Tuyên truyền": a verb in capitals right behind the head is its matter.
      const opening = at === i && tokens[at]?.upper === true
      if (!opening && acts(tokens, at) && (at > i || !standsAt(tokens, at, 'triển khai'))) break
      if (opening && acts(tokens, at)) at += Math.max(verbWords.match(tokens, at), 1) - 1
      if (standsAt(tokens, at, 'thực hiện')) break
    }
    at++
  }
  while (at > i && [',', 'và', '/'].includes(wordAt(tokens, at - 1))) at--
  return at
}

function endsAt(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  if (hardStops.has(word)) return true
  if (secondHalf(tokens, at)) return false
  return (
    (endsMatter.has(word) && tokens[at]?.upper !== true) ||
    (word === 'số' && tokens[at + 1]?.kind !== 'number') ||
    standsAt(tokens, at, 'kết quả') ||
    standsAt(tokens, at, 'tình hình') ||
    standsAt(tokens, at, 'danh sách') ||
    standsAt(tokens, at, 'tiếp tục') ||
    standsAt(tokens, at, 'có nhiệm vụ') ||
    standsAt(tokens, at, 'có trách nhiệm') ||
    standsAt(tokens, at, 'chịu trách nhiệm')
  )
}

/** A verb that can stand in no name of a matter. */
function acts(tokens: readonly Token[], at: number): boolean {
  if (standsAt(tokens, at, 'triển khai')) return true
  return verbWords.match(tokens, at) > 0 && !inMatter.has(wordAt(tokens, at))
}

const goOnWords = ['chống', 'tránh', 'ứng', 'khắc', 'kiểm', 'chữa', 'cháy', 'cứu', 'dự', 'nhà', 'cụm']

/** Whether the matter goes on behind a comma or "và" ("phòng, chống", "ứng phó và khắc phục"). */
function tied(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at) === ',' ? goOnWords.includes(wordAt(tokens, at + 1)) : !startsName(tokens, at + 1)
}

/** "Ban Chỉ đạo … các huyện/thành phố, các xã/phường": the list of units goes on behind a comma. */
function listGoesOn(tokens: readonly Token[], i: number): boolean {
  if (![',', '/', 'và'].includes(wordAt(tokens, i))) return false
  return (
    wordAt(tokens, i + 1) === 'các' &&
    unitWords.match(tokens, i + 2) > 0 &&
    unitWords.match(tokens, i - 1) > 0
  )
}

function startsName(tokens: readonly Token[], i: number): boolean {
  const at = quantifiers.has(wordAt(tokens, i)) ? i + 1 : i
  if (wordAt(tokens, at) === 'khu' || provinceNames.match(tokens, at) > 0) return false
  return (
    headWords.match(tokens, at) > 0 ||
    groupWords.match(tokens, at) > 0 ||
    roleWords.match(tokens, at) > 0 ||
    tokens[at]?.upper === true
  )
}
