import type { Sheet } from '../child/messages.ts'
import { runChild } from '../child/run.ts'
import { refuse } from '../document-error.ts'
import { MAX_FILE_BYTES, MAX_SHEET_CELLS, MAX_SHEET_ROWS } from '../limits.ts'
import type { SheetLimits } from './read-xlsx.ts'

/**
 * The visible sheets of an .xlsx, or the one of a .csv, as text: dates as YYYY-MM-DD, numbers with a point. Trailing
 * empty cells are missing. Read in the child process; beyond the limits it is refused, never cut.
 */
export async function readSheet(
  bytes: Uint8Array,
  limits: Partial<SheetLimits> & { signal?: AbortSignal } = {},
): Promise<Sheet[]> {
  if (bytes.length === 0) throw refuse.empty({})
  if (bytes.length > MAX_FILE_BYTES) throw refuse.tooLarge({ bytes: bytes.length, limit: MAX_FILE_BYTES })
  const { rows = MAX_SHEET_ROWS, cells = MAX_SHEET_CELLS, signal } = limits
  const final = await runChild(bytes, { work: 'sheet', rows, cells }, async () => undefined, signal)
  if (final.say !== 'sheets') throw refuse.readerFailed({ why: `unexpected ${final.say}` })
  return final.sheets
}
