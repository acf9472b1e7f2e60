import { Checkbox, Skeleton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'

import { useWords } from '../../words/index.ts'
import type { Column } from './columns.ts'
import styles from './DataTable.module.css'
import type { DataTableProps } from './DataTable.tsx'
import { RowTitle, useOpenRow, useRowChoice } from './rows.tsx'
import type { TableState } from './use-table-state.ts'
import { words } from './words.ts'

/** The rows as a table, for screens that have the width. */
export function TableGrid<Row>(props: DataTableProps<Row>) {
  const { columns, result, selection } = props
  const rows = result.data?.rows
  const choice = useRowChoice(props)
  const say = useWords(words)

  return (
    <table className={styles.grid} aria-label={props.label}>
      <thead>
        <tr>
          {selection && (
            <th className={styles.check}>
              <Checkbox
                size="xs"
                aria-label={say.selectAll}
                checked={choice.all}
                indeterminate={choice.some && !choice.all}
                onChange={choice.toggleAll}
              />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} state={props.state} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          ? rows.map((row, index) => (
              <GridRow key={props.rowId(row)} {...props} row={row} first={index === 0} />
            ))
          : Array.from({ length: 8 }, (_, index) => (
              <SkeletonRow key={index} columns={columns} extra={Boolean(selection)} />
            ))}
      </tbody>
    </table>
  )
}

function HeadCell<Row>({ column, state }: { column: Column<Row>; state: TableState }) {
  const say = useWords(words)
  const sorted = state.sort?.column === column.id ? state.sort : undefined
  const Icon = !sorted ? IconArrowsSort : sorted.descending ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      // What takes the rest must not be squeezed to one word a line; a narrow screen scrolls the rows sideways.
      style={column.width ? { width: column.width } : { minWidth: '15rem' }}
      data-align={column.align}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortable ? (
        <button
          type="button"
          className={styles.sort}
          data-sorted={Boolean(sorted)}
          title={say.sortBy(column.label)}
          onClick={() =>
            state.setSort({ column: column.id, descending: sorted ? !sorted.descending : false })
          }
        >
          {column.label}
          <Icon size={14} stroke={1.8} aria-hidden="true" />
        </button>
      ) : (
        column.label
      )}
    </th>
  )
}

function GridRow<Row>({ row, first, ...props }: DataTableProps<Row> & { row: Row; first: boolean }) {
  const { columns, selection } = props
  const say = useWords(words)
  const open = useOpenRow(props, row)
  const choice = useRowChoice(props)
  const id = props.rowId(row)
  // The cell that names the row carries the link; without a marked one it is the first.
  const titleId = (columns.find((column) => column.onCard === 'title') ?? columns[0])?.id

  return (
    <tr
      data-row={id}
      data-tone={props.rowTone?.(row)}
      data-open={props.openId === id || undefined}
      data-opens={open.possible || undefined}
      aria-selected={selection ? selection.ids.has(id) : undefined}
      tabIndex={first ? 0 : -1}
      onClick={open.onClick}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Enter') open.now()
        else if (selection && (event.key === 'x' || event.key === ' ')) choice.toggle(id)
        else return
        event.preventDefault()
      }}
    >
      {selection && (
        <td className={styles.check} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={say.selectRow}
            checked={selection.ids.has(id)}
            onChange={() => choice.toggle(id)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-align={column.align}>
          {column.id === titleId ? (
            <RowTitle link={props.linkTo?.(row)}>{column.cell(row)}</RowTitle>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

function SkeletonRow<Row>({ columns, extra }: { columns: readonly Column<Row>[]; extra: boolean }) {
  return (
    <tr aria-hidden="true">
      {extra && <td className={styles.check} />}
      {columns.map((column) => (
        <td key={column.id}>
          <Skeleton height={12} my={4} width={column.width ? '80%' : '65%'} />
        </td>
      ))}
    </tr>
  )
}
