import { SegmentedControl } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, Panel, StateBadge } from '#platform/web/ui/index.ts'
import { type Column, DataTable, useTableState } from '#platform/web/ui/table/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { type Indicator, type IndicatorView, shareOf, type UnitFigure } from '../domain/index.ts'
import { type AskOne, exportPath, indicatorQueries } from './queries.ts'
import { figureAddress, sayCounts, sayPercent } from './say-figure.ts'
import { words } from './words.ts'

/** Which communes fall short, or all of them: paged and searched by the server, exported as they are filtered. */
export function UnitsPanel({ view, ask }: { view: IndicatorView; ask: AskOne }) {
  const say = useWords(words)
  const { indicator } = view
  const table = useTableState({
    filters: ['q', 'show'],
    sort: { column: 'name', descending: false },
    size: 25,
  })
  const { key, ...which } = ask
  const show = table.filters.show ?? (indicator.measure === 'sum' ? 'communes' : 'short')
  const filter = {
    ...which,
    show,
    ...(table.filters.q && { search: table.filters.q }),
    ...(table.query.sort !== undefined && { sort: String(table.query.sort) }),
  }
  const result = useQuery(
    indicatorQueries.units(key, { ...filter, offset: (table.page - 1) * table.size, limit: table.size }),
  )
  return (
    <Panel title={say.units}>
      <DataTable
        id="indicators.units"
        label={say.unitsTable}
        columns={useColumns(indicator)}
        state={table}
        result={result}
        rowId={(row) => row.id}
        linkTo={(row) => figureAddress(key, { unit: row.id, on: ask.on, atLeast: ask.atLeast })}
        onExport={(format) => void api.save(exportPath(key), { ...filter, format })}
        empty={<EmptyState icon={IconCircleCheck} title={say.noneShort} text={say.noneShortHint} />}
        filters={
          <FilterBar state={table} search={say.search}>
            <SegmentedControl
              size="xs"
              aria-label={say.show}
              value={show}
              onChange={(chosen) => table.setFilters({ show: chosen })}
              data={[
                { value: 'short', label: say.showShort },
                { value: 'communes', label: say.showCommunes },
                { value: 'children', label: say.showChildren },
              ]}
            />
          </FilterBar>
        }
      />
    </Panel>
  )
}

function useColumns(indicator: Indicator): Column<UnitFigure>[] {
  const say = useWords(words)
  const { language } = useLanguage()
  const columns: Column<UnitFigure>[] = [
    { id: 'name', label: say.name, always: true, sortable: true, onCard: 'title', cell: (row) => row.name },
    { id: 'within', label: say.within, width: '13rem', cell: (row) => row.within },
  ]
  if (indicator.measure === 'units-reaching')
    columns.push({
      id: 'state',
      label: say.figure,
      width: '9rem',
      onCard: 'badge',
      cell: (row) => {
        const short = row.numerator < row.denominator
        return row.denominator > 1 ? (
          <span className="tabular">{sayCounts(indicator, row, language)}</span>
        ) : (
          <StateBadge meaning={short ? 'late' : 'done'} label={short ? say.short : say.reached} />
        )
      },
    })
  else
    columns.push({
      id: 'value',
      label: say.number,
      sortable: true,
      align: 'end',
      width: '10rem',
      cell: (row) => sayCounts(indicator, row, language),
    })
  if (indicator.measure === 'share')
    columns.push({
      id: 'share',
      label: say.share,
      align: 'end',
      width: '7rem',
      cell: (row) => {
        const share = shareOf(indicator, row)
        return share === null ? say.noData : sayPercent(share, language)
      },
    })
  return columns
}
