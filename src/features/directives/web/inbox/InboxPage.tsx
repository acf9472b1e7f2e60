import { Button, SegmentedControl } from '@mantine/core'
import { IconCalendarShare, IconCircleCheck, IconInbox } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, PageHeader } from '#platform/web/ui/index.ts'
import { type Column, DataTable, type TableState, useTableState } from '#platform/web/ui/table/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type InboxRow, ListInbox } from '../../domain/index.ts'
import { directiveQueries, key } from '../queries.ts'
import { kindNames, partNames, words as common } from '../words.ts'
import { useSave } from '../use-save.ts'
import styles from './inbox.module.css'
import { TaskDue } from './TaskDue.tsx'
import { toneOf } from './tone.ts'
import { words } from './words.ts'

/** What stands in a box: open tasks by their day, or tasks by what became of the report. */
const boxes = {
  '': {},
  overdue: { due: 'overdue' },
  'due-soon': { due: 'due-soon' },
  'not-yet-due': { due: 'not-yet-due' },
  undated: { due: 'undated' },
  returned: { state: 'returned' },
  reported: { state: 'reported' },
  done: { state: 'done' },
  ended: { state: 'ended' },
} as const satisfies Record<string, { due?: ListInbox['due']; state?: ListInbox['state'] }>
type Box = keyof typeof boxes
const boxNames = Object.keys(boxes) as Box[]
/** These answer a question that most bodies never have; they are offered when something is in them. */
const seldom: readonly Box[] = ['returned', 'ended']

const parts = ['lead', 'coordinate', 'report-to', 'direct'] as const

/** What is asked of this body, most urgent first, each with the sentence that asks it. */
export function InboxPage() {
  const say = useWords(words)
  const name = useWords(common)
  const partName = useWords(partNames)
  const { language } = useLanguage()
  const table = useTableState({
    filters: ['q', 'due', 'state', 'part'],
    sort: { column: 'due', descending: false },
  })
  const query = queryOf(table.filters, table.page, table.size, table.sort?.column)
  const result = useQuery({ ...directiveQueries.inbox(query), placeholderData: keepPreviousData })
  useLive(['tasks'], [key.inbox])
  const counts = result.data?.counts
  const today = result.data?.today
  const counted: Partial<Record<Box, number | undefined>> = {
    '': counts?.all,
    overdue: counts?.overdue,
    'due-soon': counts?.dueSoon,
    returned: counts?.returned,
    reported: counts?.reported,
    done: counts?.done,
  }
  const box = boxOf(table.filters)
  const save = useSave()
  const columns = useColumns(today)

  return (
    <>
      <PageHeader
        title={name.inbox}
        lead={say.lead}
        actions={
          <Button
            component={Link}
            to="/account/lich"
            variant="default"
            leftSection={<IconCalendarShare size={16} stroke={1.6} />}
          >
            {say.calendar}
          </Button>
        }
      />
      <div className={styles.boxes}>
        <SegmentedControl
          aria-label={say.boxes}
          value={box}
          onChange={(name) => table.setFilters({ due: undefined, state: undefined, ...boxes[name as Box] })}
          data={boxNames
            .filter((name) => name === box || !seldom.includes(name) || (counted[name] ?? 0) > 0)
            .map((name) => ({
              value: name,
              label: `${name === '' ? say.all : say[name]}${counted[name] === undefined ? '' : ` ${formatNumber(counted[name], language)}`}`,
            }))}
        />
      </div>
      <DataTable
        id="inbox"
        label={say.label}
        columns={columns}
        state={withoutBox(table)}
        result={result}
        rowId={(row) => `${row.taskId} ${row.part}`}
        linkTo={(row) => `/nhiem-vu/${row.taskId}`}
        rowTone={toneOf}
        onExport={(format) => save('/api/inbox/export', { ...filtersOf(table.filters), format })}
        empty={
          box === '' ? (
            <EmptyState icon={IconInbox} title={say.empty} text={say.emptyHow} />
          ) : (
            <EmptyState icon={IconCircleCheck} title={say.emptyBox(say[box])} text={say.emptyBoxHow} />
          )
        }
        filters={
          <FilterBar
            state={withoutBox(table)}
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

function boxOf(filters: Readonly<Record<string, string>>): Box {
  return boxNames.find((name) => name !== '' && (name === filters.state || name === filters.due)) ?? ''
}

/** A box is a place, not a filter: an empty one says so, and does not speak of filters. */
function withoutBox(table: TableState): TableState {
  const { due: _, state: __, ...filters } = table.filters
  return { ...table, filters }
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
      cell: (row) => (
        <>
          <span className={styles.quote}>{row.quote}</span>
          {row.assignedBy && <span className={styles.note}>{say.assignedBy(row.assignedBy)}</span>}
        </>
      ),
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
      cell: (row) => <TaskDue row={row} today={today} />,
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
