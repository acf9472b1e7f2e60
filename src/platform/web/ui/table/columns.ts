import type { ReactNode } from 'react'

export interface Column<Row> {
  /** Also the name the server sorts by. */
  id: string
  label: string
  cell: (row: Row) => ReactNode
  sortable?: boolean
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'start' | 'end'
  /** CSS width: "7rem". Without one the column takes what is left. */
  width?: string
  /** Cannot be taken away by the column choice. */
  always?: boolean
  /** Is there to be chosen, but not shown at first. */
  hiddenAtFirst?: boolean
  /** Where it stands when a phone turns rows into cards; "line" (label and value) unless said otherwise. */
  onCard?: 'title' | 'badge' | 'line' | 'none'
}

/** What a row asks for, drawn as a coloured edge beside the words that say the same. */
export type RowTone = 'late' | 'soon' | 'done' | 'plain'

export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): Column<Row>[] {
  return columns.filter(
    (column) => column.always || (chosen ? chosen.includes(column.id) : !column.hiddenAtFirst),
  )
}
