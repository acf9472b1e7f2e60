import { z } from 'zod'

/** How a list answers: the rows of the page asked for, and how many there are in all. */
export function pageOf<S extends z.ZodType>(row: S) {
  return z.object({ rows: z.array(row), total: z.number().int().nonnegative() })
}

export interface Page<Row> {
  rows: Row[]
  total: number
}
