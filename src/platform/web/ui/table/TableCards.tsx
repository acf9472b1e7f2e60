import { Checkbox, Skeleton } from '@mantine/core'

import { useWords } from '../../words/index.ts'
import type { Column } from './columns.ts'
import styles from './TableCards.module.css'
import type { DataTableProps } from './DataTable.tsx'
import { RowTitle, useOpenRow, useRowChoice } from './rows.tsx'
import { words } from './words.ts'

/** The rows as cards, for a phone. Sorting is in the tools above; nothing scrolls sideways. */
export function TableCards<Row>(props: DataTableProps<Row>) {
  const rows = props.result.data?.rows
  if (!rows) {
    return (
      <div className={styles.cards}>
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} height={84} radius="md" />
        ))}
      </div>
    )
  }
  return (
    <ul className={styles.cards} aria-label={props.label}>
      {rows.map((row) => (
        <Card key={props.rowId(row)} {...props} row={row} />
      ))}
    </ul>
  )
}

function Card<Row>({ row, ...props }: DataTableProps<Row> & { row: Row }) {
  const { columns, selection } = props
  const say = useWords(words)
  const open = useOpenRow(props, row)
  const choice = useRowChoice(props)
  const id = props.rowId(row)
  const title = columns.find((column) => column.onCard === 'title') ?? columns[0]
  const badges = columns.filter((column) => column.onCard === 'badge')
  const lines = columns.filter((column) => column !== title && (column.onCard ?? 'line') === 'line')

  return (
    <li
      className={styles.card}
      data-row={id}
      data-tone={props.rowTone?.(row)}
      data-open={props.openId === id || undefined}
      tabIndex={open.possible ? 0 : -1}
      onClick={open.onClick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        open.now()
      }}
    >
      <div className={styles.head}>
        {selection && (
          <Checkbox
            aria-label={say.selectRow}
            checked={selection.ids.has(id)}
            onChange={() => choice.toggle(id)}
          />
        )}
        <div className={styles.title}>
          {title && <RowTitle link={props.linkTo?.(row)}>{title.cell(row)}</RowTitle>}
        </div>
      </div>
      {badges.length > 0 && <div className={styles.badges}>{badges.map((column) => cell(column, row))}</div>}
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map((column) => (
            <div key={column.id}>
              <dt>{column.label}</dt>
              <dd>{column.cell(row)}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

function cell<Row>(column: Column<Row>, row: Row) {
  return <span key={column.id}>{column.cell(row)}</span>
}
