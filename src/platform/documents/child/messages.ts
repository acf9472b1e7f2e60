import type { PageText, ReadMethod, SourceKind } from '../types.ts'

/** What the server asks of the child; the bytes of the file follow on standard input. */
export type Order =
  { work: 'extract'; donePages: PageText[] } | { work: 'sheet'; rows: number; cells: number }

export interface Sheet {
  name: string
  rows: string[][]
}

/** What the child says. After `page` and `starting` it waits for `next`, so that a stored page is really stored. */
export type Report =
  | { say: 'ready' }
  | { say: 'page'; page: PageText; pages: number; old: boolean }
  | { say: 'starting'; page: number; pages: number; method: ReadMethod }
  | { say: 'extracted'; kind: SourceKind }
  | { say: 'sheets'; sheets: Sheet[] }
  | { say: 'refused'; code: string; message: string; details: object }
