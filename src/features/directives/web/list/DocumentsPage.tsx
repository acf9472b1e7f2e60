import { Button, SegmentedControl } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconClipboardText, IconFilePlus, IconFileText, IconMailbox } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import { Moment } from '#platform/web/moment/index.ts'
import { useMay, useMe } from '#platform/web/session/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, PageHeader, StateBadge } from '#platform/web/ui/index.ts'
import { type Column, DataTable, type TableState, useTableState } from '#platform/web/ui/table/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import {
  type Directive,
  type DirectiveSummary,
  directiveStates,
  documentKinds,
  ListDirectives,
} from '../../domain/index.ts'
import { unsentByDirective } from '../model/edit-storage.ts'
import { subjectOf } from '../model/say-field.ts'
import { stateMeanings } from '../model/state-meanings.ts'
import { directiveQueries } from '../queries.ts'
import { InText } from '../search/InText.tsx'
import { kindNames, stateNames, words as common } from '../words.ts'
import { Intake } from './Intake.tsx'
import styles from './list.module.css'
import { words } from './words.ts'

type Row = DirectiveSummary
const boxes = ['own', 'received', 'all'] as const

/** Every document this office may see, and for those who draft the place where new ones come in. */
export function DocumentsPage() {
  const say = useWords(words)
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const states = useWords(stateNames)
  const drafts = useMay('directives.draft')
  const columns = useColumns()
  const table = useTableState({ filters: ['q', 'box', 'state', 'kind'] })
  const box = table.filters.box ?? (drafts ? 'own' : 'received')
  const query = queryOf({ ...table.filters, box }, table.page, table.size, table.sort)
  const result = useQuery({
    ...directiveQueries.list(query),
    placeholderData: keepPreviousData,
    // A document that is being read changes by itself; the list shows it without being asked.
    refetchInterval: (list) => (list.state.data?.rows.some((row) => row.state === 'reading') ? 2_000 : false),
  })

  // The frame stands open until somebody folds it away, and opens again when a file is dragged over the page.
  const [dropping, setDropping] = useLocalStorage({ key: 'phaodai.intake-open', defaultValue: true })
  const [pasting, setPasting] = useState(false)
  useFileOverPage(() => setDropping(true))

  return (
    <>
      <PageHeader
        title={name.documents}
        {...(drafts && {
          lead: say.lead,
          actions: (
            <>
              <Button
                variant="default"
                leftSection={<IconClipboardText size={16} stroke={1.6} />}
                onClick={() => setPasting(true)}
              >
                {say.paste}
              </Button>
              <Button
                variant={dropping ? 'default' : 'filled'}
                leftSection={<IconFilePlus size={16} stroke={1.6} />}
                aria-expanded={dropping}
                onClick={() => setDropping(!dropping)}
              >
                {dropping ? say.fold : say.bringIn}
              </Button>
            </>
          ),
        })}
      />
      {drafts && <Intake opened={dropping} pasting={pasting} onPasting={setPasting} />}
      <SegmentedControl
        className={styles.boxes ?? ''}
        aria-label={say.box}
        value={box}
        onChange={(value) => table.setFilters({ box: value })}
        data={boxes.map((value) => ({ value, label: say.boxes[value] }))}
      />
      <InText q={table.filters.q ?? ''} />
      <DataTable
        id="directives"
        label={say.label}
        columns={columns}
        state={withoutBox(table)}
        result={result}
        rowId={(row) => row.id}
        linkTo={(row) => `/van-ban/${row.id}`}
        empty={<NoDocuments box={box} />}
        filters={
          <FilterBar
            state={table}
            search={say.search}
            filters={[
              {
                name: 'state',
                label: say.state,
                options: directiveStates.map((value) => ({ value, label: states[value] })),
              },
              {
                name: 'kind',
                label: say.kind,
                options: documentKinds.map((value) => ({ value, label: kinds[value] })),
              },
            ]}
          />
        }
      />
    </>
  )
}

/** The box is a place, not a filter: an empty one says what comes there, not that nothing matched. */
function withoutBox(table: TableState): TableState {
  const { box: _, ...filters } = table.filters
  return { ...table, filters }
}

function useFileOverPage(onFile: () => void) {
  const told = useRef(onFile)
  useEffect(() => {
    told.current = onFile
  })
  useEffect(() => {
    const onDragEnter = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) told.current()
    }
    window.addEventListener('dragenter', onDragEnter)
    return () => window.removeEventListener('dragenter', onDragEnter)
  }, [])
}

/** The address speaks of pages and columns, the server of offsets and three orders. What it does not know is left out. */
function queryOf(
  filters: Readonly<Record<string, string | undefined>>,
  page: number,
  size: number,
  sort: { column: string; descending: boolean } | undefined,
): Partial<ListDirectives> {
  const { q, ...given } = filters
  const order = sort?.column === 'title' ? 'title' : sort && !sort.descending ? 'oldest' : 'newest'
  const parsed = ListDirectives.safeParse({
    ...given,
    ...(q && { search: q }),
    sort: order,
    offset: (page - 1) * size,
    limit: size,
  })
  return parsed.success ? parsed.data : { offset: (page - 1) * size, limit: size }
}

function useColumns(): Column<Row>[] {
  const say = useWords(words)
  const { account } = useMe()
  const unsent = useMemo(() => unsentByDirective(localStorage, account.id), [account.id])
  const { language } = useLanguage()
  const kinds = kindNames[language]
  const states = stateNames[language]
  return [
    {
      id: 'title',
      label: say.columns.title,
      sortable: true,
      always: true,
      onCard: 'title',
      cell: (row) => <DocumentName row={row} kinds={kinds} unsent={unsent.get(row.id) ?? 0} />,
    },
    { id: 'issuer', label: say.columns.issuer, width: '16rem', cell: (row) => row.issuer },
    { id: 'date', label: say.columns.date, width: '7rem', cell: (row) => row.date && formatDate(row.date) },
    {
      id: 'tasks',
      label: say.columns.tasks,
      width: '6rem',
      align: 'end',
      cell: (row) => (row.taskCount ? formatNumber(row.taskCount, language) : ''),
    },
    {
      id: 'state',
      label: say.columns.state,
      width: '10rem',
      onCard: 'badge',
      cell: (row) => <StateBadge meaning={stateMeanings[row.state]} label={states[row.state]} />,
    },
    {
      id: 'createdAt',
      label: say.columns.brought,
      width: '12rem',
      sortable: true,
      cell: (row) => (
        <>
          <Moment at={row.createdAt} />
          <span className={styles.note}>{row.createdBy}</span>
        </>
      ),
    },
    { id: 'body', label: say.columns.body, width: '14rem', hiddenAtFirst: true, cell: (row) => row.bodyName },
  ]
}

interface DocumentNameProps {
  row: Row
  kinds: Readonly<Record<NonNullable<Directive['kind']>, string>>
  unsent: number
}

function DocumentName({ row, kinds, unsent }: DocumentNameProps) {
  const say = useWords(words)
  const name = useWords(common)
  const { page, pages } = row.reading
  const head = [row.kind && kinds[row.kind], row.number].filter(Boolean).join(' ')
  return (
    <>
      {head || row.fileName}
      <span className={styles.note}>
        {row.state === 'reading'
          ? name.page(page, pages)
          : subjectOf(row.title, row.kind && kinds[row.kind]) || (head ? row.fileName : '')}
      </span>
      {row.state === 'unreadable' && row.reading.error && (
        <span className={styles.note}>{row.reading.error.message}</span>
      )}
      {unsent > 0 && <span className={styles.unsent}>{say.unsaved(unsent)}</span>}
    </>
  )
}

function NoDocuments({ box }: { box: string }) {
  const say = useWords(words)
  const drafts = useMay('directives.draft')
  if (box === 'received')
    return <EmptyState icon={IconMailbox} title={say.emptyReceived} text={say.emptyReceivedHow} />
  const how = drafts ? say.emptyOwnHow : say.emptyReceivedHow
  return <EmptyState icon={IconFileText} title={box === 'all' ? say.emptyAll : say.emptyOwn} text={how} />
}
