import { Button, SegmentedControl, Switch } from '@mantine/core'
import { IconBell, IconPhonePlus, IconPhoneCall, IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { unitChoices, unitQueries } from '#registry/units/web/index.ts'
import { api } from '#platform/web/api/index.ts'
import { useLive, useLiveState } from '#platform/web/live/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { useMay, useSession } from '#platform/web/session/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { UnitPicker } from '#platform/web/ui/picker/index.ts'
import { EmptyState, PageHeader, StateBadge } from '#platform/web/ui/index.ts'
import { type Column, DataTable, type TableState, useTableState } from '#platform/web/ui/table/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import {
  boxes,
  incidentKinds,
  type IncidentRow,
  incidentStates,
  isOpen,
  standingOf,
  urgencies,
} from '../../domain/index.ts'
import { pageNames } from '../page-names.ts'
import { incidentQueries, keys } from '../queries.ts'
import { Counters } from './Counters.tsx'
import { DutyStrip } from './DutyStrip.tsx'
import styles from './incidents.module.css'
import { LimitNote } from './LimitNote.tsx'
import { PendingReports } from './PendingReports.tsx'
import { stateMeanings } from './state-meanings.ts'
import { useSiren } from './use-siren.ts'
import { kindNames, stateNames, words } from './words.ts'

/** The desk's live board: what came in, what nobody has, what is near its limit or past it. Nothing is reloaded. */
export function DeskPage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const handles = useMay('incidents.handle')
  const table = useTableState({ filters: ['q', 'box', 'is', 'state', 'kind', 'urgency', 'unit'] })
  const box = table.filters.box ?? (handles ? 'desk' : 'all')
  // A state that was chosen says itself whether it is open.
  const is = table.filters.is ?? (table.filters.state ? undefined : 'open')
  const kinds = useWords(kindNames)
  const states = useWords(stateNames)
  const result = useQuery(incidentQueries.list({ ...table.query, box, is }))
  const counts = useQuery(incidentQueries.counts(box))
  const urgent = useQuery(incidentQueries.list({ box, is: 'open', urgency: 'urgent', size: 200 }))
  const siren = useSiren(urgent.data?.rows.map((row) => row.id))
  const live = useLiveState()
  useLive(['incidents', 'duty'], [keys.incidents, keys.duty])

  return (
    <>
      <PageHeader
        title={pageNames.desk[language]}
        lead={say.lead}
        facts={
          <StateBadge meaning="plain" icon={IconBell} label={live === 'polling' ? say.polling : say.live} />
        }
        actions={
          <>
            <Switch label={siren.on ? say.soundOn : say.sound} checked={siren.on} onChange={siren.toggle} />
            <Button
              component={Link}
              to="/bao-tin"
              leftSection={
                handles ? <IconPhonePlus size={16} stroke={1.6} /> : <IconPhoneCall size={16} stroke={1.6} />
              }
            >
              {handles ? say.take : say.report}
            </Button>
          </>
        }
      />
      <div role="status">
        {siren.fresh.length > 0 && (
          <div className={styles.arrival}>
            <IconUrgent size={20} stroke={1.8} aria-hidden="true" />
            {say.urgentCame(siren.fresh.length)}
            <Button size="compact-sm" variant="default" onClick={siren.seen}>
              {say.confirm}
            </Button>
          </div>
        )}
      </div>
      <DutyStrip />
      <PendingReports />
      <Counters
        counts={counts.data}
        chosen={is}
        onChoose={(standing) => table.setFilters({ is: standing ?? 'open' })}
      />
      <SegmentedControl
        mb="sm"
        aria-label={say.box}
        value={box}
        onChange={(value) => table.setFilters({ box: value })}
        data={boxes.map((value) => ({ value, label: say.boxes[value] }))}
        orientation="horizontal"
        style={{ flexWrap: 'wrap' }}
      />
      <DataTable
        id="incidents"
        label={say.label}
        columns={useColumns()}
        state={table}
        result={result}
        rowId={(row) => row.id}
        linkTo={(row) => `/truc-ban/${row.id}`}
        rowTone={(row) => toneOf(row, result.data?.now)}
        onExport={(_, query) => void api.save('/api/incidents/export', { ...query, box, is, format: 'xlsx' })}
        empty={<EmptyState icon={IconPhoneCall} title={say.none} text={say.noneHow} />}
        filters={
          <FilterBar
            state={table}
            search={say.search}
            filters={[
              {
                name: 'state',
                label: say.state,
                options: incidentStates.map((value) => ({ value, label: states[value] })),
              },
              {
                name: 'kind',
                label: say.kind,
                options: incidentKinds.map((value) => ({ value, label: kinds[value] })),
              },
              {
                name: 'urgency',
                label: say.urgency,
                options: urgencies.map((value) => ({ value, label: say.urgencies[value] })),
              },
            ]}
          >
            <Within table={table} />
          </FilterBar>
        }
      />
      <p className={styles.quiet}>{say.noInstrument}</p>
    </>
  )
}

/** A unit and everything below it, found without accents. */
function Within({ table }: { table: TableState }) {
  const say = useWords(words)
  const office = useSession().office
  const { unit } = table.filters
  const chosen = useQuery({ ...unitQueries.one(unit ?? ''), enabled: Boolean(unit) })
  return (
    <UnitPicker
      name={`units-in-${office?.unitId}`}
      size="xs"
      label={say.within}
      fetcher={unitChoices(office?.unitId.split(':')[0] ?? 'vn-2021', office?.unitId)}
      value={unit ? { id: unit, label: chosen.data?.unit.name ?? unit } : null}
      onChange={(choice) => table.setFilters({ unit: choice?.id })}
    />
  )
}

function toneOf(row: IncidentRow, now: string | undefined) {
  if (!now || !isOpen(row.state)) return 'plain'
  const standing = standingOf(row.limitAt, now)
  return standing === 'overdue' ? 'late' : standing === 'near' ? 'soon' : 'plain'
}

function useColumns(): Column<IncidentRow>[] {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const states = useWords(stateNames)
  return [
    {
      id: 'what',
      label: say.columns.what,
      always: true,
      onCard: 'title',
      cell: (row) => (
        <span className={styles.what}>
          {row.urgency === 'urgent' && <span className={styles.urgent}>{say.urgencies.urgent}</span>}
          {row.details.length > 160 ? `${row.details.slice(0, 160)}…` : row.details}
          <span className={styles.quiet}>
            #{row.number} · {kinds[row.kind]}
            {(row.placeText || row.placeUnitName) &&
              ` · ${[row.placeText, row.placeUnitName].filter(Boolean).join(', ')}`}
          </span>
        </span>
      ),
    },
    {
      id: 'state',
      label: say.columns.state,
      width: '11.5rem',
      onCard: 'badge',
      cell: (row) => <StateBadge meaning={stateMeanings[row.state]} label={states[row.state]} />,
    },
    {
      id: 'limitAt',
      label: say.columns.limit,
      width: '13rem',
      sortable: true,
      cell: (row) => <LimitNote row={row} />,
    },
    {
      id: 'who',
      label: say.columns.who,
      width: '16rem',
      cell: (row) =>
        [row.team, row.assignedBodyName ?? row.aboveBodyName ?? row.deskBodyName].filter(Boolean).join(', '),
    },
    {
      id: 'arrivedAt',
      label: say.columns.arrived,
      width: '10rem',
      sortable: true,
      cell: (row) => <Moment at={row.arrivedAt} />,
    },
  ]
}
