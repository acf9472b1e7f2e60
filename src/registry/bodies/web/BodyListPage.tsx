import { Button } from '@mantine/core'
import { IconBuildingBank, IconFileImport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ImportPanel, unitChoices, unitQueries } from '#registry/units/web/index.ts'
import { useMay, useToday } from '#platform/web/session/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, PageHeader } from '#platform/web/ui/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { UnitPicker } from '#platform/web/ui/picker/index.ts'
import { type Column, DataTable, type TableState, useTableState } from '#platform/web/ui/table/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { BodyKind, BodySector, type FoundBody } from '../domain/index.ts'
import styles from './bodies.module.css'
import { bodyKeys, bodyQueries, listQuery } from './queries.ts'
import { kindNames, sectorNames, words } from './words.ts'

/** Everyone who can be given a task, on a day: found by name, kind, sector and place. */
export function BodyListPage() {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const sectors = useWords(sectorNames)
  const mayImport = useMay('bodies.import')
  const [importing, setImporting] = useState(false)
  const table = useTableState({ filters: ['q', 'kind', 'sector', 'unit', 'at'] })
  const query = listQuery(table.filters, table.page, table.size)
  const result = useQuery({ ...bodyQueries.list(query), placeholderData: keepPreviousData })

  return (
    <>
      <PageHeader
        title={say.bodies}
        lead={say.lead}
        actions={
          mayImport && (
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} stroke={1.6} />}
              aria-expanded={importing}
              onClick={() => setImporting(!importing)}
            >
              {say.import}
            </Button>
          )
        }
      />
      {importing && (
        <div className={styles.imports}>
          <ImportPanel
            title={say.import}
            hint={say.importHint}
            path="/api/bodies/import"
            accept={['.csv', '.txt']}
            maxBytes={20_000_000}
            refresh={[bodyKeys.all]}
          />
        </div>
      )}
      <DataTable
        id="bodies"
        label={say.label}
        columns={useColumns()}
        state={table}
        result={result}
        rowId={(row) => row.id}
        linkTo={(row) => `/co-quan/${row.id}`}
        empty={<EmptyState icon={IconBuildingBank} title={say.none} text={say.noneHint} />}
        filters={
          <FilterBar
            state={table}
            search={say.search}
            filters={[
              {
                name: 'kind',
                label: say.kind,
                options: BodyKind.options.map((value) => ({ value, label: kinds[value] })),
              },
              {
                name: 'sector',
                label: say.sector,
                options: BodySector.options.map((value) => ({ value, label: sectors[value] })),
              },
            ]}
          >
            <PlaceAndDay state={table} />
          </FilterBar>
        }
      />
    </>
  )
}

function PlaceAndDay({ state }: { state: TableState }) {
  const say = useWords(words)
  const today = useToday()
  const { unit, at } = state.filters
  const chosen = useQuery({ ...unitQueries.one(unit ?? ''), enabled: Boolean(unit) })
  const codeList = unit?.split(':')[0] ?? ((at ?? today) < '2025-07-01' ? 'vn-2021' : 'vn-2025')
  return (
    <>
      <UnitPicker
        name={`units-${codeList}`}
        size="xs"
        label={say.within}
        fetcher={unitChoices(codeList)}
        value={unit ? { id: unit, label: chosen.data?.unit.name ?? unit } : null}
        onChange={(choice) => state.setFilters({ unit: choice?.id })}
      />
      <DateField
        size="xs"
        label={say.at}
        value={at ?? today}
        onChange={(day) => state.setFilters({ at: day === null || day === today ? undefined : day })}
      />
    </>
  )
}

function useColumns(): Column<FoundBody>[] {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const sectors = useWords(sectorNames)
  return [
    { id: 'name', label: say.name, always: true, onCard: 'title', cell: (row) => row.name },
    { id: 'unit', label: say.unit, width: '16rem', cell: (row) => row.unitName },
    { id: 'kind', label: say.kind, width: '13rem', onCard: 'badge', cell: (row) => kinds[row.kind] },
    {
      id: 'sector',
      label: say.sector,
      width: '10rem',
      hiddenAtFirst: true,
      cell: (row) => sectors[row.sector],
    },
    { id: 'code', label: say.code, width: '14rem', hiddenAtFirst: true, cell: (row) => row.code },
  ]
}
