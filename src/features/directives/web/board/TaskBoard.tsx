import { Button } from '@mantine/core'
import { IconBellRinging, IconListCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Moment } from '#platform/web/moment/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, later } from '#platform/web/ui/index.ts'
import { type Column, DataTable, type TableState, useTableState } from '#platform/web/ui/table/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type BoardRow, ListTasks } from '../../domain/index.ts'
import { DueNow, FollowMark } from '../follow/FollowMark.tsx'
import followStyles from '../follow/follow.module.css'
import { followQueries } from '../follow/queries.ts'
import { partStateNames } from '../follow/words.ts'
import inbox from '../inbox/inbox.module.css'
import { useSave } from '../use-save.ts'
import { askOf, type Box } from './StateBoxes.tsx'
import { words } from './words.ts'

const RemindDialog = later(() => import('../follow/RemindDialog.tsx').then((m) => m.RemindDialog))

const filterNames = ['q', 'state', 'part', 'directive', 'body', 'depth'] as const

/** Every task this body assigned, late ones first; the chosen ones are reminded together. */
export function TaskBoard({ role, shown }: { role: 'issued' | 'overseen'; shown: Box }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const mayRemind = useMay('tasks.follow-up') && role === 'issued'
  const table = useTableState({ filters: filterNames, sort: { column: 'due', descending: false } })
  const result = useQuery({
    ...followQueries.board(queryOf(table, role, shown)),
    placeholderData: keepPreviousData,
  })
  const save = useSave()
  const columns = useColumns(result.data?.today, role)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reminding, setReminding] = useState(false)
  const rows = result.data?.rows ?? []
  const tasks = [...new Set(rows.filter((row) => chosen.has(idOf(row))).map((row) => row.taskId))]
  const number = (n: number) => formatNumber(n, language)
  const boxed = shown !== 'all'
  return (
    <>
      <DataTable
        id="follow-up"
        label={say.label}
        columns={columns}
        state={withoutPlace(table)}
        result={result}
        rowId={idOf}
        linkTo={(row) => `/nhiem-vu/${row.taskId}`}
        rowTone={(row) =>
          row.followState === 'overdue' ? 'late' : row.followState === 'due-soon' ? 'soon' : 'plain'
        }
        {...(mayRemind && {
          selection: {
            ids: chosen,
            onChange: setChosen,
            actions: (
              <Button
                size="compact-sm"
                leftSection={<IconBellRinging size={14} stroke={1.8} />}
                onClick={() => setReminding(true)}
              >
                {say.remindChosen(number(tasks.length))}
              </Button>
            ),
          },
        })}
        onExport={(format) => {
          const { offset: _, limit: __, ...query } = queryOf(table, role, shown)
          save('/api/tasks/export', { ...query, format })
        }}
        empty={
          boxed ? (
            <EmptyState icon={IconListCheck} title={say.emptyBox} text={say.emptyBoxHow} />
          ) : table.filters.directive ? (
            <EmptyState icon={IconListCheck} title={say.emptyDocument} text={say.emptyDocumentHow} />
          ) : (
            <EmptyState icon={IconListCheck} title={say.empty} text={say.emptyHow} />
          )
        }
        filters={<FilterBar state={table} search={say.search} filters={[]} />}
      />
      {reminding && tasks.length > 0 && (
        <RemindDialog
          wanted
          what={{ tasks, bodies: chosen.size }}
          onClose={() => setReminding(false)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </>
  )
}

/** A task that several bodies lead is a line for each of them. */
const idOf = (row: BoardRow) => `${row.taskId} ${row.bodyId}`

/** What the page itself stands on (the state that was pressed, the document) is no filter of the list. */
function withoutPlace(table: TableState): TableState {
  const { q } = table.filters
  return { ...table, filters: q ? { q } : {} }
}

function queryOf(table: TableState, role: 'issued' | 'overseen', shown: Box): Partial<ListTasks> {
  const { q, state: _, part: __, ...filters } = table.filters
  const paging = { offset: (table.page - 1) * table.size, limit: table.size }
  const sort = { issued: 'newest', reported: 'reported' }[table.sort?.column ?? ''] ?? 'due'
  const parsed = ListTasks.safeParse({
    ...filters,
    ...askOf(shown),
    ...(q && { search: q }),
    role,
    sort,
    ...paging,
  })
  return parsed.success ? parsed.data : { role, ...paging }
}

function useColumns(today: string | undefined, role: 'issued' | 'overseen'): Column<BoardRow>[] {
  const say = useWords(words)
  const parts = useWords(partStateNames)
  const { language } = useLanguage()
  return [
    {
      id: 'task',
      label: say.columns.task,
      always: true,
      onCard: 'title',
      cell: (row) => <span className={inbox.quote}>{row.quote}</span>,
    },
    {
      id: 'body',
      label: say.columns.body,
      width: '14rem',
      cell: (row) => (
        <>
          {row.bodyName}
          {!row.bodyName.includes(row.unitName) && <span className={inbox.note}>{row.unitName}</span>}
        </>
      ),
    },
    {
      id: 'state',
      label: say.columns.state,
      width: '13rem',
      onCard: 'badge',
      cell: (row) => (
        <>
          <FollowMark state={row.followState} daysLate={row.daysLate} />
          {row.state !== 'open' && row.state !== 'accepted' && (
            <span
              className={followStyles.tag}
              data-state={row.state === 'reported' ? 'submitted' : row.state}
            >
              {parts[row.state]}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'due',
      label: say.columns.due,
      width: '10rem',
      sortable: true,
      cell: (row) =>
        today && (
          <DueNow
            dueOn={row.dueOn}
            originalDueOn={row.originalDueOn}
            state={row.followState}
            today={today}
            beside
          />
        ),
    },
    {
      id: 'progress',
      label: say.columns.progress,
      width: '6rem',
      align: 'end',
      cell: (row) => (row.percent === null ? '' : `${formatNumber(row.percent, language)} %`),
    },
    {
      id: 'from',
      label: say.columns.from,
      width: '10rem',
      cell: (row) => <span className={inbox.quote}>{row.directiveNumber ?? row.directiveTitle}</span>,
    },
    {
      id: 'issuer',
      label: say.columns.issuer,
      width: '12rem',
      hiddenAtFirst: role === 'issued',
      cell: (row) => row.issuerName,
    },
    {
      id: 'reported',
      label: say.columns.reported,
      width: '9rem',
      sortable: true,
      hiddenAtFirst: true,
      cell: (row) => row.reportedAt && <Moment at={row.reportedAt} />,
    },
  ]
}
