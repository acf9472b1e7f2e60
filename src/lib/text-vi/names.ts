// A Vietnamese name is family – middle – given; people are listed by the given name, which stands last.
import { foldAccents, startsUpper } from './unicode.ts'

export interface PersonName {
  family: string
  middle: string
  given: string
}

export function splitName(name: string): PersonName {
  const words = name.trim().split(/\s+/u)
  return {
    family: words[0] ?? '',
    middle: words.slice(1, -1).join(' '),
    given: words.length > 1 ? (words.at(-1) ?? '') : '',
  }
}

const collator = new Intl.Collator('vi')

/** Order of a Vietnamese list of names: given name, then family, then middle. */
export function compareNames(a: string, b: string): number {
  const x = splitName(a)
  const y = splitName(b)
  return (
    collator.compare(x.given || x.family, y.given || y.family) ||
    collator.compare(x.family, y.family) ||
    collator.compare(x.middle, y.middle)
  )
}

/** Family names that cover nearly all of the population, folded: what makes four capitalised words a person. */
const families = new Set(
  (
    'nguyen truong tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh mai lam dao ha luu luong cao chau ta to thai kieu quach trieu ' +
    'dam chu vuong ton thach kim ksor siu rcham rah y vi lo ca giang sung vang ma lu long tong luc van nong hua bach la khuat phung doan trang tang dau hong bo mac ninh quan thi su ung phi diep cung than tieu la cam'
  ).split(' '),
)

/** Whether words look like a person's name: two to six capitalised words that start with a family name. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  if (words.length < 2 || words.length > 6) return false
  if (!families.has(foldAccents(words[0] ?? ''))) return false
  return words.every(
    (word) =>
      startsUpper(word) &&
      /^\p{L}+\.?$/u.test(word) &&
      (word.length === 1 || word !== word.toUpperCase() || words.every((w) => w === w.toUpperCase())),
  )
}
