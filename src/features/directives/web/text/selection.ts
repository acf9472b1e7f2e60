import { isWordUnit } from '#lib/text-vi/index.ts'
import type { Span, Task } from '../../domain/index.ts'

const finalMarks = '.;:,'
const bullets = '-–+•*'

/**
 * What a person meant who dragged over some words: whole words, without the bullet or number in front and without
 * the mark at the end (a task's quote has neither). Undefined when nothing but spaces and marks was selected.
 */
export function wholeWords(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start > 0 && isWordAt(text, start) && isWordAt(text, start - 1)) start--
  while (end < text.length && end > start && isWordAt(text, end - 1) && isWordAt(text, end)) end++
  start = skipFront(text, start, end)
  while (end > start && (isSpace(text, end - 1) || finalMarks.includes(text.charAt(end - 1)))) end--
  return end > start && hasWord(text, start, end) ? { start, end } : undefined
}

/** The place nearest to `at` inside the span where a second task may begin: the start of a word, after marks. */
export function splitPoint(text: string, span: Span, at: number): number | undefined {
  let point = at
  while (point > span.start && isWordAt(text, point) && isWordAt(text, point - 1)) point--
  while (point < span.end && !isWordAt(text, point)) point++
  const before = wholeWords(text, { start: span.start, end: point })
  return point > span.start && point < span.end && before ? point : undefined
}

/** Tasks that a selection lies over, in part or whole. */
export function overlapped<T extends Pick<Task, 'span'>>(span: Span, tasks: readonly T[]): T[] {
  return tasks.filter((task) => task.span.start < span.end && task.span.end > span.start)
}

/** The sentence as the register shows it: one space between words. */
export function quoteOf(text: string, span: Span): string {
  return text.slice(span.start, span.end).split(/\s+/).filter(Boolean).join(' ')
}

function skipFront(text: string, from: number, end: number): number {
  let at = from
  const spaces = () => {
    while (at < end && isSpace(text, at)) at++
  }
  spaces()
  while (at < end && bullets.includes(text.charAt(at)) && isSpace(text, at + 1)) {
    at++
    spaces()
  }
  const number = numberEnd(text, at, end)
  if (number > at) {
    at = number
    spaces()
  }
  return at
}

/** Past "3.", "3.1.", "12)", "a)", "IV." when a space follows; otherwise where it was. */
function numberEnd(text: string, from: number, end: number): number {
  let at = from
  while (
    at < end &&
    at - from < 8 &&
    (isWordAt(text, at) || (text.charAt(at) === '.' && isWordAt(text, at + 1)))
  )
    at++
  const label = text.slice(from, at)
  const closed = at < end && '.)'.includes(text.charAt(at)) && isSpace(text, at + 1)
  const numbered =
    label !== '' && (isDigits(label.replaceAll('.', '')) || isRoman(label) || label.length === 1)
  return closed && numbered ? at + 1 : from
}

const isDigits = (label: string) => [...label].every((c) => c >= '0' && c <= '9')
const isRoman = (label: string) => [...label].every((c) => 'IVX'.includes(c))

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordUnit(text.charCodeAt(at))
}

function isSpace(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at).trim() === ''
}

function hasWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isWordAt(text, i)) return true
  return false
}
