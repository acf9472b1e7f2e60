// What a line begins with: "II.", "3.", "2.1.", "a)", "(1)", "-", "+". The rank says how deep a mark stands; an item
// belongs to the nearest earlier item of a smaller rank.

export interface Mark {
  rank: number
  /** "II", "3", "2.1", "a", "-". */
  label: string
  /** Units of the line up to the first word behind the mark. */
  length: number
}

export const ranks = {
  part: 1,
  roman: 2,
  article: 2.5,
  num: 3,
  num2: 4,
  num3: 5,
  paren: 6,
  alpha: 7,
  inner: 8,
  star: 8.5,
  dash: 9,
  plus: 10,
  dot: 11,
  none: 12,
}

const forms: { rank: number; at: RegExp }[] = [
  {
    rank: ranks.part,
    at: /^((?:phần|chương|mục) (?:thứ [\p{L}]{2,5}|[ivx]{1,5}|\d{1,2}))(?: ?[.:–-] ?| |$)/iu,
  },
  { rank: ranks.num3, at: /^(\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)[.)]? ?(?=[^\d ])/u },
  { rank: ranks.num2, at: /^(\d{1,2}\.\d{1,2})[.)–-]? ?(?=[\p{L}“"(])/u },
  { rank: ranks.num, at: /^(\d{1,2}) ?[./] ?(?=[^\d\s./])/u },
  // The party numbers "1- Các cấp ủy …".
  { rank: ranks.num, at: /^(\d{1,2}) ?[-–] ?(?=\p{Lu}[\p{Ll} ])/u },
  { rank: ranks.article, at: /^(?:điều|câu) (\d{1,3}) ?[.:] ?/iu },
  { rank: ranks.roman, at: /^([IVX]{1,5}|Il|III|lI|ll|l) ?[./)–-] ?(?=\p{L})/u },
  { rank: ranks.part, at: /^([ABCDEGH]) ?[./)] ?(?=\p{L})/u },
  { rank: ranks.paren, at: /^(\d{1,2}) ?\) ?(?=\S)/u },
  { rank: ranks.alpha, at: /^(thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))[,:] (?=\S)/iu },
  { rank: ranks.alpha, at: /^([a-zđ]) ?[.)/] ?(?=[\p{L}“"(])/u },
  { rank: ranks.inner, at: /^\((\d{1,2}|[a-zđ]|[ivx]{1,5})\) ?(?=\S)/u },
  // "* Trạm Y tế xã:" heads the dashes below it.
  { rank: ranks.star, at: /^([*]) ?(?=\S)/u },
  { rank: ranks.dash, at: /^([-–—−‐‑]) ?(?=[^\s\d–-]|\d{1,4}[ %])/u },
  { rank: ranks.plus, at: /^([+]) ?(?=\S)/u },
  // The private letters are the bullets of Word's Symbol and Wingdings.
  { rank: ranks.dot, at: /^([•●▪◦·*§o](?= )|[\uf02d\uf076\uf0a7\uf0b7\uf0d8➢➤►✓]) ?(?=\S)/u },
]

/** The mark at the head of a passage, null when it begins with words. Only the first 40 units are looked at. */
export function markOf(flat: string): Mark | null {
  const head = flat.slice(0, 40)
  for (const { rank, at } of forms) {
    const m = at.exec(head)
    if (!m) continue
    const label = (m[1] ?? '').replaceAll('l', 'I')
    return { rank, label: rank === ranks.roman ? label : (m[1] ?? ''), length: m[0].length }
  }
  return null
}

/** Whether a mark counts for the number of a section. */
export function isNumbered(mark: Mark | null): mark is Mark {
  return mark !== null && mark.rank <= ranks.num3
}
