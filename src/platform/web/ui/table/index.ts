export type { Column, RowTone } from './columns.ts'
export { DataTable, type DataTableProps, type Selection, type TableResult } from './DataTable.tsx'
export { type Sort, type TableState, useTableState } from './use-table-state.ts'
