import { Button, Modal, NativeSelect } from '@mantine/core'
import { IconFirstAidKit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

import { unitChoices, unitQueries } from '#registry/units/web/index.ts'
import { useProblemText } from '#platform/web/api/index.ts'
import { useExerciseMoment } from '#platform/web/moment/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useSession } from '#platform/web/session/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, StateBadge } from '#platform/web/ui/index.ts'
import { PurposeForm } from '#platform/web/ui/personal/index.ts'
import { UnitPicker } from '#platform/web/ui/picker/index.ts'
import { type Column, DataTable, type TableState } from '#platform/web/ui/table/index.ts'
import { formatDate, formatMoment, useLanguage, useWords } from '#platform/web/words/index.ts'
import { fieldsOf, type HealthRecord, type Kind, kindTable, type RecordState } from '../domain/index.ts'
import { exportWords } from './export-words.ts'
import { FieldValue } from './FieldValue.tsx'
import type { Lens } from './lens.ts'
import { listQuery, networkQueries, saveExport } from './queries.ts'
import { words } from './words.ts'

const stateMeaning = { current: 'done', planned: 'waiting', ended: 'stopped', withdrawn: 'plain' } as const

interface RecordTableProps {
  kind: Kind
  lens: Lens
  table: TableState
  emptyAction: ReactNode
}

/** The register of one kind: filtered, sorted and paged by the server. */
export function RecordTable({ kind, lens, table, emptyAction }: RecordTableProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const sort = table.sort && `${table.sort.descending ? '-' : ''}${table.sort.column}`
  const query = listQuery(kind, table.filters, table.page, table.size, sort)
  const result = useQuery(networkQueries.list(lens, query))
  const [asked, setAsked] = useState<'csv' | 'xlsx'>()
  const many = kindTable[kind].many[language]
  return (
    <>
      <DataTable
        id={`health-network.${kind}`}
        label={say.label(many)}
        columns={useColumns(kind, result.data?.on ?? '', table.filters.show)}
        state={table}
        result={result}
        rowId={(row) => row.id}
        linkTo={(row) => `${lens.page}/${row.id}`}
        {...(lens.name === 'network' && { onExport: setAsked })}
        empty={
          <EmptyState
            icon={IconFirstAidKit}
            title={say.none(many)}
            text={lens.name === 'own' ? say.noneOwnHint : say.noneHint}
            action={emptyAction}
          />
        }
        filters={
          <FilterBar state={table} search={say.search}>
            <Show table={table} />
            {lens.name === 'network' && <Within table={table} />}
          </FilterBar>
        }
      />
      <ExportDialog format={asked} query={query} kind={kind} onClose={() => setAsked(undefined)} />
    </>
  )
}

const shows = ['current', 'ended', 'all'] as const

function Show({ table }: { table: TableState }) {
  const say = useWords(words)
  return (
    <NativeSelect
      size="xs"
      aria-label={say.show}
      value={table.filters.show ?? 'current'}
      data={shows.map((value) => ({ value, label: say.shows[value] }))}
      onChange={({ currentTarget: { value } }) =>
        table.setFilters({ show: value === 'current' ? undefined : value })
      }
    />
  )
}

function Within({ table }: { table: TableState }) {
  const say = useWords(words)
  const office = useSession().office
  const { unit } = table.filters
  const chosen = useQuery({ ...unitQueries.one(unit ?? ''), enabled: Boolean(unit) })
  const codeList = office?.unitId.split(':')[0] ?? 'vn-2021'
  return (
    <UnitPicker
      name={`units-in-${office?.unitId}`}
      size="xs"
      label={say.within}
      fetcher={unitChoices(codeList, office?.unitId)}
      value={unit ? { id: unit, label: chosen.data?.unit.name ?? unit } : null}
      onChange={(choice) => table.setFilters({ unit: choice?.id })}
    />
  )
}

function useColumns(kind: Kind, on: string, show: string | undefined): Column<HealthRecord>[] {
  const say = useWords(words)
  const exercise = useExerciseMoment()
  const { language } = useLanguage()
  const [name, ...fields] = fieldsOf(kind).filter(({ type }) => type !== 'file')
  const day: Column<HealthRecord> = {
    id: 'fromDay',
    label: say.since,
    width: '7rem',
    sortable: true,
    cell: (row) => formatDate(row.fromDay),
  }
  return [
    {
      id: 'name',
      label: name?.label[language] ?? '',
      always: true,
      sortable: true,
      onCard: 'title',
      cell: (row) => String(row.content.name),
    },
    { id: 'unit', label: say.place, width: '10rem', sortable: true, cell: (row) => row.unitName },
    {
      id: 'above',
      label: say.above,
      width: '10rem',
      sortable: true,
      onCard: 'none',
      cell: (row) => row.aboveName,
    },
    ...fields.map((field): Column<HealthRecord> => {
      const narrow = field.type === 'whole'
      return {
        id: field.name,
        label: (field.short ?? field.label)[language],
        sortable: field.type === 'whole' || field.type === 'text' || field.type === 'choice',
        align: narrow ? 'end' : 'start',
        width: narrow ? '6rem' : field.type === 'phone' ? '7.5rem' : '10rem',
        hiddenAtFirst: field.aside ?? false,
        onCard: field.name === 'readiness' ? 'badge' : field.aside ? 'none' : 'line',
        cell: (row) => <FieldValue field={field} record={row} on={on} />,
      }
    }),
    day,
    {
      id: 'state',
      label: say.state,
      width: '8rem',
      hiddenAtFirst: !show,
      onCard: show ? 'badge' : 'none',
      cell: (row) => <RecordStateBadge state={row.state} />,
    },
    {
      id: 'changedAt',
      label: say.changedAt,
      width: '12rem',
      sortable: true,
      hiddenAtFirst: true,
      onCard: 'none',
      cell: (row) => `${formatMoment(exercise(row.changedAt))}, ${row.changedBy}`,
    },
  ]
}

export function RecordStateBadge({ state }: { state: RecordState }) {
  const say = useWords(words)
  return <StateBadge meaning={stateMeaning[state]} label={say.states[state]} />
}

interface ExportDialogProps {
  format: 'csv' | 'xlsx' | undefined
  query: ReturnType<typeof listQuery>
  kind: Kind
  onClose: () => void
}

/** Telephone numbers leave masked; whole ones only with a purpose, which goes into the log. */
function ExportDialog({ format, query, kind, onClose }: ExportDialogProps) {
  const say = useWords(exportWords)
  const problem = useProblemText()
  const hasPhones = fieldsOf(kind).some(({ type }) => type === 'phone')
  const save = (purpose?: string) => {
    if (format)
      saveExport(query, format, purpose).catch((error: unknown) =>
        notify({ tone: 'failed', text: problem(error) }),
      )
    onClose()
  }
  return (
    <Modal opened={format !== undefined} onClose={onClose} title={say.title}>
      <SaveMasked label={hasPhones ? say.masked : say.save} onSave={() => save()} />
      {hasPhones && (
        <>
          <p>{say.orWhole}</p>
          <PurposeForm confirm={say.whole} onGiven={save} />
        </>
      )}
    </Modal>
  )
}

function SaveMasked({ label, onSave }: { label: string; onSave: () => void }) {
  return (
    <Button fullWidth variant="default" onClick={onSave} data-autofocus>
      {label}
    </Button>
  )
}
