import type { Directive } from '../../domain/index.ts'

/** Recognised text is shown with a warning below this confidence (0–1). */
export const doubtfulPages = 0.85

export interface UnsurePage {
  number: number
  confidence: number
  /** Offsets into the document's text. */
  start: number
  end: number
}

/** The pages whose letters were hard to recognise, each with the words of the text that came from it. */
export function unsurePages(directive: Pick<Directive, 'reading' | 'text'>): UnsurePage[] {
  const pages = (directive.reading.recognised ?? []).filter((page) => page.start !== null)
  return pages.flatMap(({ number, confidence, start }, i) =>
    confidence < doubtfulPages
      ? [{ number, confidence, start: start!, end: pages[i + 1]?.start ?? directive.text.length }]
      : [],
  )
}
