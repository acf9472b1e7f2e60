// One head with several names: "các Bộ: A, B và C", "UBND các tỉnh: A, B".
import { behindName, type Body, makeBody } from './body-names.ts'
import { fieldNames, headWords, provinceNames, unitWords } from './body-words.ts'
import { isProvince, tidyName, withUnit } from './names-of-bodies.ts'
import { standsAt, type Token, wordAt } from './tokens.ts'
import { behindCapitals, placeAt } from './unit-names.ts'

/** "các Bộ: A, B và C", "UBND các tỉnh: A, B", "các Sở A, B": one head, several names. */
export function readListed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const many = wordAt(tokens, i) === 'các'
  const offices = ['bộ', 'sở', 'cục', 'vụ', 'phòng', 'tập', 'tổng', 'bệnh', 'viện', 'trường', 'công']
  return many && offices.includes(wordAt(tokens, i + 1))
    ? listedOffices(tokens, i, flat)
    : listedPlaces(tokens, i, flat, many)
}

const joiners = [',', 'viện', 'ngành', 'ban', 'cơ', 'quan', 'đoàn', 'công', 'ty', 'đơn', 'vị']

function listedOffices(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const at = i + 1
  const word = wordAt(tokens, at)
  const colon = tokens.slice(at + 1, at + 6).findIndex((t) => t.w === ':')
  const plain = colon >= 0 && tokens.slice(at + 1, at + 1 + colon).every((t) => joiners.includes(t.w))
  const width = ['tập', 'bệnh', 'công'].includes(word) ? 2 : word === 'tổng' ? 3 : 1
  const big = width > 1 || ['cục', 'viện', 'trường'].includes(word)
  const from = plain ? at + 2 + colon : at + width
  const head = wordsOf(tokens, at, at + width)
  const item = (j: number): number => (big ? behindNamePart(tokens, j) : fieldAt(tokens, j))
  const listed = listOf(tokens, i, from, flat, item, (name) => `${head} ${name}`)
  // "các Sở Xây dựng nêu trên": one name in the plural is read as a name.
  return plain || (listed && listed.canonical.length > 1) ? listed : null
}

function listedPlaces(tokens: readonly Token[], i: number, flat: string | null, many: boolean): Body | null {
  const at = many ? i + 1 : i
  const party = many ? listedParties(tokens, i, flat) : null
  if (party) return party
  const committee = many ? committeeAt(tokens, at) : Math.max(committeeAt(tokens, at), headBefore(tokens, at))
  if (committee === 0 && !many) return null
  if (committee > 0 && wordAt(tokens, at + committee) !== 'các') return null
  const unit = committee > 0 ? at + committee + 1 : at
  let j = behindKinds(tokens, unit)
  if (j === unit) return null
  const single = unitWords.match(tokens, unit) === j - unit
  if (standsAt(tokens, j, 'trực thuộc trung ương')) j += 4
  if (wordAt(tokens, j) === ':') j++
  else if (tokens[j]?.upper !== true || !(single || provinceNames.match(tokens, j) > 0)) return null
  const kind = wordsOf(tokens, unit, unit + unitWords.match(tokens, unit))
  const called = (name: string): string =>
    isProvince(name) ? withUnit(name) : single ? `${kind} ${name}` : name
  const [first, last] = [tokens[at], tokens[at + committee - 1]]
  const head = committee > 0 && flat !== null && first && last ? `${flat.slice(first.start, last.end)} ` : ''
  const whole = (name: string): string => head + called(name)
  return listOf(tokens, i, j, flat, (k) => placeAt(tokens, k), whole)
}

function committeeAt(tokens: readonly Token[], i: number): number {
  return wordAt(tokens, i) === 'ubnd' ? 1 : standsAt(tokens, i, 'ủy ban nhân dân') ? 4 : 0
}

/** "Đảng ủy các xã: A, B", "Công an các huyện: A, B": a head whose units are named behind a colon. */
function headBefore(tokens: readonly Token[], i: number): number {
  const length = tokens[i]?.upper === true ? headWords.match(tokens, i) : 0
  if (length === 0 || wordAt(tokens, i + length) !== 'các') return 0
  const unit = i + length + 1
  const behind = behindKinds(tokens, unit)
  return behind > unit && wordAt(tokens, behind) === ':' && placeAt(tokens, behind + 1) > 0 ? length : 0
}

const parties = ['huyện ủy', 'thị ủy', 'thành ủy', 'tỉnh ủy', 'quận ủy', 'đảng ủy', 'chi bộ']

/** "các huyện ủy: A, B". */
function listedParties(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const kind = parties.find((words) => standsAt(tokens, i + 1, words))
  if (kind === undefined || wordAt(tokens, i + 3) !== ':') return null
  return listOf(
    tokens,
    i,
    i + 4,
    flat,
    (k) => placeAt(tokens, k),
    (name) => `${kind} ${name}`,
  )
}

/** Behind "tỉnh, thành phố". */
function behindKinds(tokens: readonly Token[], i: number): number {
  let j = i
  while (unitWords.match(tokens, j) > 0) {
    j += unitWords.match(tokens, j)
    if (![',', '/'].includes(wordAt(tokens, j)) || unitWords.match(tokens, j + 1) === 0) break
    j++
  }
  return j
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((t) => t.w)
    .join(' ')
}

/** One name in a list of companies or departments. */
function behindNamePart(tokens: readonly Token[], i: number): number {
  return tokens[i]?.upper === true && headWords.match(tokens, i) === 0 ? behindName(tokens, i) - i : 0
}

function fieldAt(tokens: readonly Token[], i: number): number {
  return tokens[i]?.upper === true ? fieldNames.match(tokens, i) : 0
}

function listOf(
  tokens: readonly Token[],
  i: number,
  from: number,
  flat: string | null,
  item: (j: number) => number,
  name: (words: string) => string,
): Body | null {
  const names: string[] = []
  const spots: { start: number; end: number }[] = []
  let at = from
  let end = from
  for (let guard = 0; guard < 70; guard++) {
    const length = item(at)
    if (length === 0) break
    end = at + length
    // "Văn Miếu – Quốc Tử Giám" is one place.
    if (['–', '-'].includes(wordAt(tokens, end)) && tokens[end + 1]?.upper === true)
      end = behindCapitals(tokens, end + 1, 4)
    const [first, last] = [tokens[at], tokens[end - 1]]
    if (flat !== null && first && last) {
      names.push(tidyName(name(flat.slice(first.start, last.end))))
      spots.push({ start: first.start, end: last.end })
    }
    const sep =
      wordAt(tokens, end) === ','
        ? wordAt(tokens, end + 1) === 'và'
          ? 2
          : 1
        : wordAt(tokens, end) === 'và'
          ? 1
          : 0
    if (sep === 0) break
    at = end + sep
  }
  if (end === from) return null
  const found = makeBody(tokens, i, end, flat, 'list')
  return found ? { ...found, canonical: names, spots } : null
}
