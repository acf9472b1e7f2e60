import { SegmentedControl } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, PageHeader } from '#platform/web/ui/index.ts'
import { type Column, DataTable, type RowTone, useTableState } from '#platform/web/ui/table/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { dueState, type InboxRow, ListInbox } from '../../domain/index.ts'
import { Moment } from '../moment.tsx'
import { directiveQueries } from '../queries.ts'
import { kindNames, partNames, words as common } from '../words.ts'
import { DueNote } from './DueNote.tsx'
import styles from './inbox.module.css'
import { words } from './words.ts'

const dueBoxes = ['', 'overdue', 'due-soon', 'not-yet-due', 'undated'] as const
const parts = ['lead', 'coordinate', 'report-to', 'direct'] as const

/** What is asked of this body, most urgent first, each with the sentence that asks it. */
export function InboxPage() {
  const say = useWords(words)
  const name = useWords(common)
  const partName = useWords(partNames)
  const { language } = useLanguage()
  const table = useTableState({ filters: ['q', 'due', 'part'], sort: { column: 'due', descending: false } })
  const query = queryOf(table.filters, table.page, table.size, table.sort?.column)
  const result = useQuery({ ...directiveQueries.inbox(query), placeholderData: keepPreviousData })
  const counts = result.data?.counts
  const today = result.data?.today
  const counted = { '': counts?.all, overdue: counts?.overdue, 'due-soon': counts?.dueSoon } as Record<
    string,
    number | undefined
  >
  const columns = useColumns(today)

  return (
    <>
      <PageHeader title={name.inbox} lead={say.lead} />
      <div className={styles.boxes}>
        <SegmentedControl
          aria-label={say.boxes}
          value={table.filters.due ?? ''}
          onChange={(due) => table.setFilters({ due: due || undefined })}
          data={dueBoxes.map((value) => ({
            value,
            label: `${value === '' ? say.all : say[value]}${counted[value] === undefined ? '' : ` ${formatNumber(counted[value], language)}`}`,
          }))}
        />
      </div>
      <DataTable
        id="inbox"
        label={say.label}
        columns={columns}
        state={table}
        result={result}
        rowId={(row) => `${row.taskId} ${row.part}`}
        linkTo={(row) => `/nhiem-vu/${row.taskId}`}
        rowTone={(row) => toneOf(row, today)}
        onExport={(format) => void api.save('/api/inbox/export', { ...filtersOf(table.filters), format })}
        empty={<EmptyState icon={IconInbox} title={say.empty} text={say.emptyHow} />}
        filters={
          <FilterBar
            state={table}
            search={say.search}
            filters={[
              {
                name: 'part',
                label: say.part,
                options: parts.map((value) => ({ value, label: partName[value] })),
              },
            ]}
          />
        }
      />
    </>
  )
}

function filtersOf({ q, ...filters }: Readonly<Record<string, string>>) {
  return { ...filters, ...(q && { search: q }) }
}

function queryOf(
  filters: Readonly<Record<string, string>>,
  page: number,
  size: number,
  column: string | undefined,
) {
  const paging = { offset: (page - 1) * size, limit: size }
  const sort = column === 'issued' ? 'newest' : 'due'
  const parsed = ListInbox.safeParse({ ...filtersOf(filters), ...paging, sort })
  return parsed.success ? parsed.data : paging
}

export function toneOf(row: Pick<InboxRow, 'deadline'>, today: string | undefined): RowTone {
  if (!today) return 'plain'
  const state = dueState(row.deadline, today)
  return state === 'overdue' ? 'late' : state === 'due-soon' ? 'soon' : 'plain'
}

function useColumns(today: string | undefined): Column<InboxRow>[] {
  const say = useWords(words)
  const partName = useWords(partNames)
  return [
    {
      id: 'task',
      label: say.columns.task,
      always: true,
      onCard: 'title',
      cell: (row) => <span className={styles.quote}>{row.quote}</span>,
    },
    {
      id: 'part',
      label: say.columns.part,
      width: '8rem',
      onCard: 'badge',
      cell: (row) => (
        <span className={styles.part} data-part={row.part}>
          {partName[row.part]}
        </span>
      ),
    },
    {
      id: 'due',
      label: say.columns.due,
      width: '13rem',
      sortable: true,
      cell: (row) => <DueNote deadline={row.deadline} {...(today && { today })} />,
    },
    { id: 'from', label: say.columns.from, width: '15rem', cell: (row) => <FromDocument row={row} /> },
    {
      id: 'lead',
      label: say.columns.lead,
      width: '12rem',
      hiddenAtFirst: true,
      cell: (row) => row.leadNames.join(', '),
    },
    {
      id: 'issued',
      label: say.columns.issued,
      width: '9rem',
      sortable: true,
      cell: (row) => <Moment at={row.issuedAt} />,
    },
  ]
}

function FromDocument({ row }: { row: InboxRow }) {
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const head = [row.directiveKind && kinds[row.directiveKind], row.directiveNumber].filter(Boolean).join(' ')
  return (
    <>
      {head || row.directiveTitle || name.untitled}
      <span className={styles.note}>
        {[row.issuer, name.section(row.section)].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
