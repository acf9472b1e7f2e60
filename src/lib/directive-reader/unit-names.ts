// Names of places behind their kind: "huyện Bình Sơn", "các huyện/thị xã, thành phố", "các tỉnh: A, B", "huyện A, B và thành phố C".
import { capitalise, looksLikeName } from '#lib/text-vi/index.ts'

import {
  fixedNames,
  hardStops,
  headWords,
  provinceNames,
  roleWords,
  stops,
  unitWords,
  verbWords,
} from './body-words.ts'
import { endsName } from './name-ends.ts'
import { standsAt, type Token, wordAt } from './tokens.ts'

/** Behind capitals: at most `most` words that start with a capital letter. */
export function behindCapitals(tokens: readonly Token[], i: number, most: number): number {
  let at = i
  while (at < i + most && tokens[at]?.upper === true) at++
  return at
}

export function behindUnits(tokens: readonly Token[], i: number): number {
  let at = i
  const many = wordAt(tokens, at) === 'các'
  if (many) at++
  let end = i
  for (let guard = 0; guard < 12; guard++) {
    const length = unitWords.match(tokens, at)
    // "Tỉnh ủy", "Thành đoàn" are bodies, no units.
    if (length === 0 || ['ủy', 'đoàn', 'đội', 'viên'].includes(wordAt(tokens, at + length))) break
    at += length
    const start = at
    at = wordAt(tokens, at) === ':' && many ? behindPlaces(tokens, at + 1, at) : behindCapitals(tokens, at, 4)
    // "Phó Chủ tịch UBND tỉnh Nguyễn Văn Hoàng": the name of the office-holder is not that of a province.
    if (wordAt(tokens, start - 1) === 'tỉnh' && at > start + 1 && personAt(tokens, start, at)) at = start
    const named = !many && at > start
    end = at
    if (standsAt(tokens, at, 'trực thuộc trung ương')) end = at += 4
    if (wordAt(tokens, at) === 'từ' && tokens[at + 1]?.upper) {
      const first = behindCapitals(tokens, at + 1, 4)
      if (wordAt(tokens, first) === 'đến' && tokens[first + 1]?.upper)
        end = at = behindCapitals(tokens, first + 1, 4)
    }
    const sep = wordAt(tokens, at)
    if (sep !== ',' && sep !== '/' && sep !== 'và') break
    const next = wordAt(tokens, at + 1) === 'các' && many ? at + 2 : at + 1
    // "huyện Cần Giuộc, Cần Đước và thành phố Tân An": the second district goes without its kind.
    const bare =
      unitWords.match(tokens, next) === 0 && named && placeAt(tokens, next) > 0 ? barePlaces(tokens, next) : 0
    if (bare > 0) {
      end = bare
      at = wordAt(tokens, bare) === 'và' || wordAt(tokens, bare) === ',' ? bare + 1 : bare
      if (at > bare && unitWords.match(tokens, at) > 0) continue
      break
    }
    if (unitWords.match(tokens, next) === 0) break
    at = next
  }
  return end
}

function personAt(tokens: readonly Token[], from: number, to: number): boolean {
  if (provinceNames.match(tokens, from) > 0) return false
  const words = tokens.slice(from, to).map((t) => capitalise(t.w))
  return looksLikeName(words.join(' '))
}

/** Behind places in capitals that share the kind said before them, up to a verb, a mark or the next kind; 0 when they are something else. */
function barePlaces(tokens: readonly Token[], i: number): number {
  let at = i
  for (let guard = 0; guard < 12; guard++) {
    const length = placeAt(tokens, at)
    if (length === 0 || length > 3) return 0
    at += length
    if (![',', 'và'].includes(wordAt(tokens, at))) break
    if (unitWords.match(tokens, at + 1) > 0) return at
    if (placeAt(tokens, at + 1) === 0) return wordAt(tokens, at) === ',' ? at : 0
    at++
  }
  return endsName(tokens, at) || at >= tokens.length || hardStops.has(wordAt(tokens, at)) ? at : 0
}

/** Behind a list of places; `other` when none stands there. */
function behindPlaces(tokens: readonly Token[], i: number, other: number): number {
  let at = i
  let end = other
  for (let guard = 0; guard < 40; guard++) {
    const length = placeAt(tokens, at)
    if (length === 0) break
    end = at + length
    const sep = wordAt(tokens, end)
    if (sep !== ',' && sep !== 'và') break
    at = sep === ',' && wordAt(tokens, end + 1) === 'và' ? end + 2 : end + 1
  }
  return end
}

/** Number of tokens of a place's name at `i`. */
export function placeAt(tokens: readonly Token[], i: number): number {
  const first = tokens[i]
  if (first?.upper !== true) return 0
  const known = provinceNames.match(tokens, i)
  if (known > 0) return known
  // "Từ Liêm", "Cần Giuộc": capitals tell a place from a preposition.
  if (tokens[i + 1]?.upper === true && stops.match(tokens, i) === 1 && verbWords.match(tokens, i) < 2)
    return behindCapitals(tokens, i, 4) - i
  if (
    headWords.match(tokens, i) > 0 ||
    roleWords.match(tokens, i) > 0 ||
    verbWords.match(tokens, i) > 0 ||
    stops.match(tokens, i) > 0 ||
    fixedNames.match(tokens, i) > 0
  )
    return 0
  return behindCapitals(tokens, i, 4) - i
}
