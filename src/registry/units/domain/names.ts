/**
 * Names of units as people write and type them. A name is never a key (Hải Dương and Trà Vinh each have a Xã Thanh
 * Sơn); it is what one searches by and reads.
 */
import { foldAccents } from '#lib/text-vi/index.ts'
import type { UnitLevel } from './model.ts'

/** Kinds by level, as they stand before a name. `Thành phố` stands at two levels: the code list decides which. */
const kindsByLevel: Record<UnitLevel, readonly string[]> = {
  nation: ['Nước'],
  province: ['Tỉnh', 'Thành phố'],
  district: ['Quận', 'Huyện', 'Thị xã', 'Thành phố'],
  commune: ['Phường', 'Xã', 'Thị trấn', 'Đặc khu'],
  hamlet: ['Khu phố', 'Ấp', 'Thôn', 'Khóm', 'Tổ dân phố', 'Bản', 'Buôn', 'Khu dân cư', 'Xóm', 'Làng'],
  block: ['Tổ', 'Khu nhà trọ', 'Chung cư', 'Cụm dân cư', 'Khu'],
  address: ['Địa chỉ'],
}

/** Lower case, without marks, words parted by single spaces; an apostrophe joins (M'Drắk → mdrak). */
export function foldName(text: string): string {
  return foldAccents(text.normalize('NFC').replace(/['’]/g, ''))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** What stands before the name and what is the name: "Thị trấn Lai Uyên" → Thị trấn, Lai Uyên. */
export function splitUnitName(level: UnitLevel, name: string): { kind: string; proper: string } | undefined {
  const kind = kindsByLevel[level].find((k) => name.startsWith(`${k} `))
  return kind === undefined ? undefined : { kind, proper: name.slice(kind.length + 1) }
}

export function knownKinds(level: UnitLevel): readonly string[] {
  return kindsByLevel[level]
}

const abbreviations: Record<string, string> = {
  tp: 'thanh pho',
  tx: 'thi xa',
  tt: 'thi tran',
  dk: 'dac khu',
  q: 'quan',
  h: 'huyen',
  p: 'phuong',
  x: 'xa',
  t: 'tinh',
  kp: 'khu pho',
  tdp: 'to dan pho',
}
/** Whole words only people of the place use. Folded → folded. */
const wholeNames: Record<string, string> = {
  hcm: 'ho chi minh',
  tphcm: 'thanh pho ho chi minh',
  'sai gon': 'ho chi minh',
}

/**
 * The folded words a person means: "TP. TDM" → thanh pho tdm, "P1" and "P.01" → phuong 1. An abbreviation counts only
 * before another word, so that a search for "P" alone still finds every name that begins with it.
 */
export function expandUnitQuery(query: string): string[] {
  const folded = foldName(query)
  const whole = wholeNames[folded] ?? folded.replace(/\bhcm\b/, 'ho chi minh')
  const words = whole.split(' ').flatMap((word) => splitLetterAndNumber(word))
  return words
    .flatMap((word, i) =>
      i < words.length - 1 && abbreviations[word] ? abbreviations[word].split(' ') : [word],
    )
    .map((word) => (/^0+[1-9]\d*$/.test(word) ? word.replace(/^0+/, '') : word))
    .filter((word) => word !== '')
}

function splitLetterAndNumber(word: string): string[] {
  const match = /^(tp|tx|tt|kp|p|q|x|h)(\d{1,2})$/.exec(word)
  return match ? [match[1] as string, match[2] as string] : [word]
}

/**
 * What is stored beside a unit for searching: its folded name, and the initials of a name of two words or more (TDM,
 * BD). Each word is preceded by a space, so that `like '% word%'` finds beginnings of words only.
 */
export function searchText(kind: string, name: string): string {
  const folded = foldName(name)
  const proper = folded.slice(foldName(kind).length + 1).split(' ')
  const initials = proper.length > 1 ? ` ${proper.map((word) => word[0]).join('')}` : ''
  return ` ${folded}${initials}`
}

const shortKinds: Record<string, string> = {
  'Thành phố': 'TP.',
  'Thị xã': 'TX.',
  'Thị trấn': 'TT.',
  Huyện: 'H.',
  Quận: 'Q.',
  Phường: 'P.',
  Xã: 'X.',
  'Đặc khu': 'ĐK.',
}

/** For maps and narrow columns: "Thành phố Thủ Dầu Một" → "TP. Thủ Dầu Một". Provinces lose the word Tỉnh. */
export function shortUnitName(kind: string, name: string): string {
  if (kind === 'Tỉnh') return name.slice('Tỉnh '.length)
  const short = shortKinds[kind]
  return short ? `${short} ${name.slice(kind.length + 1)}` : name
}
