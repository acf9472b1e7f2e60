import { IconMapOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import type { UnitMap } from '#registry/units/domain/index.ts'
import { unitQueries } from '#registry/units/web/index.ts'
import { EmptyState, ErrorState, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { type AreaShapes, type MapArea, type MapClass, MapView } from '#platform/web/ui/map/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { IndicatorView, UnitValue } from '../domain/index.ts'
import styles from './indicators.module.css'
import { classesOf } from './map-classes.ts'
import { type AskOne, indicatorQueries } from './queries.ts'
import { figureAddress, sayCounts } from './say-figure.ts'
import { words } from './words.ts'

/** Where it is reached and where not; the list beside the map says the same in words. */
export function MapPanel({ view, ask, title }: { view: IndicatorView; ask: AskOne; title?: string }) {
  const say = useWords(words)
  const map = useQuery(unitQueries.map(view.unit.id))
  const values = useQuery(indicatorQueries.values(ask))
  const error = map.error ?? values.error
  return (
    <Panel title={title ?? say.mapTitle}>
      {error && (
        <ErrorState error={error} onRetry={() => void Promise.all([map.refetch(), values.refetch()])} />
      )}
      {!error && !(map.data && values.data) && <PageSkeleton />}
      {map.data?.source === 'none' && <EmptyState icon={IconMapOff} title={say.noMap} text={say.noMapHint} />}
      {map.data && map.data.source !== 'none' && values.data && (
        <Drawn view={view} ask={ask} map={map.data} values={values.data.values} />
      )}
    </Panel>
  )
}

function Drawn({
  view,
  ask,
  map,
  values,
}: {
  view: IndicatorView
  ask: AskOne
  map: UnitMap
  values: readonly UnitValue[]
}) {
  const say = useWords(words)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const shapes = useMemo(
    (): AreaShapes => ({
      type: 'FeatureCollection',
      features: map.cells.map(({ id, geometry }) => ({ type: 'Feature', properties: { id }, geometry })),
    }),
    [map],
  )
  const { areas, classes } = useClassed(view, map, values)
  const cell = map.cells.find(({ id }) => id === chosen)
  return (
    <>
      <MapView
        label={say.map(view.indicator.title[language], view.unit.name)}
        shapes={shapes}
        areas={areas}
        classes={classes}
        selectedId={chosen}
        onSelect={setChosen}
        schematic={map.source === 'schematic'}
      />
      {cell && (
        <p className={styles.chosen} role="status">
          <strong>{cell.name}</strong>
          <Link to={figureAddress(ask.key, { unit: cell.id, on: ask.on, atLeast: ask.atLeast })}>
            {say.openUnit}
          </Link>
        </p>
      )}
    </>
  )
}

function useClassed(
  view: IndicatorView,
  map: UnitMap,
  values: readonly UnitValue[],
): { areas: MapArea[]; classes: MapClass[] } {
  const say = useWords(words)
  const { language } = useLanguage()
  const { indicator } = view
  return useMemo(() => {
    const byUnit = new Map(values.map((value) => [value.unitId, value]))
    const { classes, classOf } = classesOf(indicator, values)
    const rank = ({ classId }: MapArea) =>
      indicator.measure === 'units-reaching' ? classes.findIndex(({ id }) => id === classId) : 0
    const areas = map.cells
      .map(({ id, name }) => {
        const value = byUnit.get(id)
        const isCounted = value && (indicator.measure !== 'units-reaching' || value.denominator > 1)
        return {
          id,
          name,
          classId: classOf(value),
          ...(isCounted && { note: sayCounts(indicator, value, language) }),
        }
      })
      // Who has not reached it yet stands first.
      .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'))
    const amount = (value: number) =>
      indicator.measure === 'sum' ? formatNumber(value, language) : `${value * 100}%`
    const label = ({ id, from, to }: (typeof classes)[number]) => {
      if (id === 'short') return say.short
      if (id === 'reached') return say.reached
      if (id === 'none') return indicator.measure === 'sum' ? '0' : say.noData
      return from === to ? amount(from) : `${amount(from)} – ${amount(to)}`
    }
    return {
      areas,
      classes: classes
        .map((one) => ({ id: one.id, fill: one.fill, label: label(one) }))
        .filter(({ id }) => id !== 'none' || areas.some(({ classId }) => classId === 'none')),
    }
  }, [indicator, map, values, say, language])
}
