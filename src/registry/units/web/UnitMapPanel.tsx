import { IconMapOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import { EmptyState, ErrorState, PageSkeleton } from '#platform/web/ui/index.ts'
import { type AreaShapes, type MapArea, type MapClass, MapView } from '#platform/web/ui/map/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Unit, UnitMap } from '../domain/index.ts'
import { fifthOf, fifthsOf } from './fifths.ts'
import { unitQueries } from './queries.ts'
import styles from './units.module.css'
import { words } from './words.ts'

/** The communes of a unit, shaded by how many people live there. */
export function UnitMapPanel({ unit }: { unit: Unit }) {
  const say = useWords(words)
  const result = useQuery(unitQueries.map(unit.id))
  if (result.error) return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  if (!result.data) return <PageSkeleton />
  if (result.data.source === 'none')
    return <EmptyState icon={IconMapOff} title={say.noMap} text={say.noMapHint} />
  return <Drawn unit={unit} map={result.data} />
}

function Drawn({ unit, map }: { unit: Unit; map: UnitMap }) {
  const say = useWords(words)
  const [chosen, setChosen] = useState(unit.level === 'commune' ? unit.id : undefined)
  const { shapes, areas, classes } = useShaded(map)
  const cell = map.cells.find(({ id }) => id === chosen)
  const missing = map.missing.map(({ name }) => name).join(', ')
  const moved = map.cells.flatMap((one) => (one.moved ? one.name : [])).join(', ')
  return (
    <div>
      <MapView
        label={say.map(unit.name)}
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
          <span>{map.groupBorders.find(({ group }) => group === cell.group)?.name}</span>
          {cell.id !== unit.id && <Link to={`/don-vi/${cell.id}`}>{say.open}</Link>}
        </p>
      )}
      {(missing || moved || map.boundarySource) && (
        <p className={styles.note}>
          {map.boundarySource && say.boundariesFrom(map.boundarySource)} {missing && say.notDrawn(missing)}{' '}
          {moved && say.drawnNearer(moved)}
        </p>
      )}
    </div>
  )
}

/** What the kit's map draws: shapes, areas and their classes. The order of the list is the order of names. */
function useShaded(map: UnitMap): { shapes: AreaShapes; areas: MapArea[]; classes: MapClass[] } {
  const say = useWords(words)
  const { language } = useLanguage()
  return useMemo(() => {
    const figure = (n: number) => formatNumber(n, language)
    const known = map.cells.flatMap(({ population }) => population ?? [])
    const fifths = fifthsOf(known)
    const fills = ['1', '2', '3', '4', '5'] as const
    const classes: MapClass[] = fifths.map(({ from, to }, i) => ({
      id: String(i + 1),
      label: from === to ? say.people(figure(from)) : say.fifth(figure(from), figure(to)),
      fill: fills[i] ?? '5',
    }))
    if (known.length < map.cells.length) classes.push({ id: '0', label: say.unknownPopulation, fill: 'none' })
    const areas = map.cells
      .map(({ id, name, population }) => ({
        id,
        name,
        classId: population === null ? '0' : String(fifthOf(population, fifths)),
        note: population === null ? '' : figure(population),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    const shapes: AreaShapes = {
      type: 'FeatureCollection',
      features: map.cells.map(({ id, geometry }) => ({ type: 'Feature', properties: { id }, geometry })),
    }
    return { shapes, areas, classes }
  }, [map, say, language])
}
