// Points that a scanner or a typist took for one another: "kiểm tra. xử phạt", "…, Giao Sở Y tế", "2, Các cấp". A full stop before a
// small letter is a comma; a comma before a verb in capitals is a full stop.
import { plainWord } from '#lib/text-vi/index.ts'

import { fields, fixed, heads, matterHeads, roles } from './lexicon-bodies.ts'
import { adverbs, assigners, strongVerbs } from './lexicon-verbs.ts'
import type { Slip } from './slips.ts'

/** Papers and events, which stand in lists with their capitals. */
const nouns = new Set(
  'quyết định|báo cáo|hướng dẫn|quy định|thông báo|tổng duyệt|thống kê|dự báo|kết luận|kế hoạch|nghị quyết|tuyển sinh|biểu diễn|trình diễn'.split(
    '|',
  ),
)

let known: ReadonlySet<string> | null = null

/** First two words (or the only one) of what opens an order and stands in no name of a body. */
function openings(): ReadonlySet<string> {
  if (known) return known
  const pair = (phrase: string): string =>
    phrase.replace(/,/gu, '').split(' ').slice(0, 2).map(plainWord).join(' ')
  const inNames = new Set(
    [...fields, ...Object.keys(fixed), ...heads, ...matterHeads, ...roles].flatMap((name) => {
      const words = name.split(/[^\p{L}\p{N}]+/u).map(plainWord)
      return words.map((word, i) => `${word} ${words[i + 1] ?? ''}`)
    }),
  )
  const acts = [...adverbs, ...strongVerbs].map(pair).filter((words) => words.includes(' '))
  known = new Set(
    [...acts, ...assigners.map(pair)].filter((words) => !inNames.has(words) && !nouns.has(words)),
  )
  return known
}

/** Whether two words open an order or an assignment and stand in no name. */
export function opensOrder(first: string, second: string): boolean {
  const word = plainWord(first)
  // "Tăng cường", but "Giao Sở Y tế".
  const small = second === second.toLowerCase()
  return (small && openings().has(`${word} ${plainWord(second)}`)) || openings().has(word)
}

const stop = /\p{Ll}\p{Ll}\.(?=[ \n]\p{Ll}\p{Ll})/gu
const comma = /(?<=[\p{Ll}\p{N})]),(?=[ \n](\p{Lu}\p{Ll}{1,6}) (\p{L}{1,7})(?!\p{L}))/gu
const numeral = /(?<=^|\n)\d{1,2},(?= \p{Lu}\p{Ll})/gu

/** The wrong points of a text, in reading order; `was` and `is` carry the letters before the mark. */
export function wrongPoints(text: string): Slip[] {
  const out: Slip[] = []
  const put = (at: number, is: string): void => {
    const start = Math.max(0, at - 4, text.lastIndexOf('\n', at - 1) + 1)
    out.push({ start, was: text.slice(start, at + 1), is: text.slice(start, at) + is })
  }
  for (const m of text.matchAll(stop)) {
    // "tr.", "st." are short forms; a word of two letters has a mark.
    const near = text.slice(Math.max(0, m.index - 8), m.index + 2).split(/\P{L}/u)
    const word = near.at(-1) ?? ''
    if (word.length > 2 || /[^\x00-\x7f]/u.test(word)) put(m.index + 2, ',')
  }
  for (const m of text.matchAll(comma)) {
    if (opensOrder(m[1] ?? '', m[2] ?? '')) put(m.index, '.')
  }
  for (const m of text.matchAll(numeral)) put(m.index + m[0].length - 1, '.')
  return out.sort((a, b) => a.start - b.start)
}
