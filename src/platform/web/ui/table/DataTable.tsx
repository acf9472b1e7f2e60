import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilterOff, IconInbox } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'

import type { Page, Query } from '../../api/index.ts'
import { useShortcuts } from '../../shortcuts/shortcuts.tsx'
import { formatNumber, useLanguage, useWords } from '../../words/index.ts'
import { EmptyState } from '../EmptyState.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { type Column, type RowTone, shownColumns } from './columns.ts'
import styles from './DataTable.module.css'
import { Pager } from './Pager.tsx'
import { useFrameTop } from './frame-top.ts'
import { useRowFocus } from './row-focus.ts'
import { useTableMemory } from './table-memory.ts'
import { TableCards } from './TableCards.tsx'
import { TableGrid } from './TableGrid.tsx'
import { TableTools } from './TableTools.tsx'
import type { TableState } from './use-table-state.ts'
import { words } from './words.ts'

/** The parts of a query's result that a table draws; what `useQuery` returns fits. */
export interface TableResult<Row> {
  data: Page<Row> | undefined
  error: unknown
  isFetching: boolean
  refetch: () => unknown
}

export interface Selection {
  ids: ReadonlySet<string>
  onChange: (ids: ReadonlySet<string>) => void
  /** Buttons for what can be done with the chosen rows. */
  actions: ReactNode
}

export interface DataTableProps<Row> {
  /** Names the table among what the browser remembers: "directives.tasks". */
  id: string
  label: string
  columns: readonly Column<Row>[]
  state: TableState
  result: TableResult<Row>
  rowId: (row: Row) => string
  /** The page of a row; its title becomes a link, Enter and a click open it. */
  linkTo?: (row: Row) => string
  /** Instead of `linkTo`: shows the row beside the table. */
  onOpen?: (row: Row) => void
  /** The row shown beside the table. */
  openId?: string | undefined
  rowTone?: (row: Row) => RowTone
  selection?: Selection
  /** Offers the export; gets `state.wholeQuery`. */
  onExport?: (format: 'csv' | 'xlsx', query: Query) => void
  /** What to say when the list is empty without any filter. */
  empty?: ReactNode
  /** Stands left of the tools: usually a FilterBar. */
  filters?: ReactNode
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { state, result, columns } = props
  const say = useWords(words)
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [memory, remember] = useTableMemory(props.id)
  const rows = useRef<HTMLDivElement>(null)
  const focus = useRowFocus(rows)
  useFrameTop(rows)
  const shown = shownColumns(columns, memory.columns)
  const total = result.data?.total ?? 0
  const lastPage = Math.max(1, Math.ceil(total / state.size))

  function turnTo(page: number): void | false {
    if (page < 1 || page > lastPage) return false
    state.goTo(page)
  }

  // The list became shorter since the address was kept: its last page, not an empty one.
  const beyond = total > 0 && state.page > lastPage && !result.isFetching
  const goTo = useRef(state.goTo)
  useEffect(() => {
    goTo.current = state.goTo
  })
  useEffect(() => {
    if (beyond) goTo.current(lastPage)
  }, [beyond, lastPage])

  useShortcuts(say.keys, [
    { key: 'j', label: say.keyNext, run: () => focus.move(1) },
    { key: 'k', label: say.keyPrevious, run: () => focus.move(-1) },
    { key: ']', label: say.keyNextPage, run: () => turnTo(state.page + 1) },
    { key: '[', label: say.keyPreviousPage, run: () => turnTo(state.page - 1) },
  ])

  const Body = phone ? TableCards : TableGrid
  return (
    <section className={styles.table} aria-label={props.label}>
      <div className={styles.bar}>
        <div className={styles.filters}>{props.filters}</div>
        <TableTools {...props} memory={memory} onRemember={remember} phone={phone} />
      </div>
      {props.selection && props.selection.ids.size > 0 && <SelectionBar selection={props.selection} />}
      <div className={styles.frame} ref={rows} onKeyDown={focus.onKeyDown} aria-busy={result.isFetching}>
        {result.isFetching && <div className={styles.progress} role="status" aria-label={say.updating} />}
        {result.error && !result.data ? (
          <ErrorState error={result.error} onRetry={() => void result.refetch()} />
        ) : result.data && total === 0 ? (
          <NoRows state={state} empty={props.empty} />
        ) : (
          <Body {...props} columns={shown} />
        )}
      </div>
      <Pager state={state} total={result.data?.total} lastPage={lastPage} />
    </section>
  )
}

function SelectionBar({ selection }: { selection: Selection }) {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <div className={styles.selection} role="status">
      <strong>{say.selected(formatNumber(selection.ids.size, language))}</strong>
      {selection.actions}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => selection.onChange(new Set())}>
        {say.clearSelection}
      </Button>
    </div>
  )
}

function NoRows({ state, empty }: { state: TableState; empty: ReactNode }) {
  const say = useWords(words)
  if (Object.keys(state.filters).length === 0)
    return empty ?? <EmptyState icon={IconInbox} title={say.emptyTitle} />
  return (
    <EmptyState
      icon={IconFilterOff}
      title={say.noMatchTitle}
      text={say.noMatch}
      action={
        <Button variant="default" onClick={state.clearFilters}>
          {say.clearFilters}
        </Button>
      }
    />
  )
}
