// Looking back from a place in a sentence without regular expressions that back-track: what stands shortly before it.

/** The words before `end` back to one of the marks `stops`, at most `most` units. */
export function clauseBefore(text: string, end: number, most: number, stops = '.;'): string {
  let start = end
  while (start > 0 && end - start < most && !stops.includes(text.charAt(start - 1))) start--
  return text.slice(start, end)
}

/** Whether one of the words (lower case) stands within `most` units before the end of `head`, no mark of `stops` behind it. */
export function saidBefore(head: string, words: readonly string[], most: number, stops = '.;'): boolean {
  const near = clauseBefore(head, head.length, most + 16, stops).toLowerCase()
  return words.some((word) => {
    const at = near.lastIndexOf(word)
    return at >= 0 && near.length - at - word.length <= most
  })
}

/** `text` without the given marks and spaces at its end. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && (marks.includes(text.charAt(end - 1)) || text.charAt(end - 1) === ' ')) end--
  return text.slice(0, end)
}

/** The last `count` words of `text`, letters only, with the space behind them when `text` ends in one. */
export function lastWords(text: string, count: number): string {
  const parts = text.split(' ')
  const tail = parts.at(-1) === '' ? 1 : 0
  let from = parts.length - tail
  while (from > 0 && parts.length - tail - from < count && /^\p{L}+$/u.test(parts[from - 1] ?? '')) from--
  return parts.slice(from).join(' ')
}
