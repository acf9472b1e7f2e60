import { IconMapOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import { unitQueries } from '#registry/units/web/index.ts'
import { EmptyState, ErrorState, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { type MapArea, MapView } from '#platform/web/ui/map/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { UnitMap } from '#registry/units/domain/index.ts'
import type { Coverage } from '../domain/index.ts'
import { useMayKeep } from './may-keep.ts'
import styles from './network.module.css'
import { networkQueries } from './queries.ts'
import { words } from './words.ts'

/** Where there is a mobile station and where there is none; the communes without one also as a list. */
export function CoverageMap({ unit }: { unit: string | undefined }) {
  const coverage = useQuery(networkQueries.coverage(unit))
  const map = useQuery({ ...unitQueries.map(coverage.data?.unitId ?? ''), enabled: Boolean(coverage.data) })
  const failed = coverage.error ?? map.error
  if (failed && !(coverage.data && map.data))
    return <ErrorState error={failed} onRetry={() => void (coverage.error ? coverage : map).refetch()} />
  if (!coverage.data || !map.data) return <PageSkeleton />
  return <Drawn coverage={coverage.data} map={map.data} />
}

function Drawn({ coverage, map }: { coverage: Coverage; map: UnitMap }) {
  const say = useWords(words).coverage
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const classes = useMemo(
    () => [
      { id: '0', label: say.without, fill: 'none' as const },
      { id: '1', label: say.one, fill: '3' as const },
      { id: '2', label: say.more, fill: '5' as const },
    ],
    [say],
  )
  const shapes = useMemo(
    () => ({
      type: 'FeatureCollection' as const,
      features: map.cells.map(({ id, geometry }) => ({
        type: 'Feature' as const,
        properties: { id },
        geometry,
      })),
    }),
    [map],
  )
  const areas = useMemo<MapArea[]>(
    () =>
      coverage.communes.map(({ unitId, unitName, stations }) => ({
        id: unitId,
        name: unitName,
        classId: String(Math.min(2, stations)),
        note: stations === 0 ? say.without : say.stations(formatNumber(stations, language)),
      })),
    [coverage, say, language],
  )
  const without = coverage.communes.filter(({ stations }) => stations === 0)
  return (
    <div className={styles.coverage}>
      {map.source === 'none' ? (
        <EmptyState icon={IconMapOff} title={say.noMap} text={say.noMapHint} />
      ) : (
        <MapView
          label={say.label}
          shapes={shapes}
          areas={areas}
          classes={classes}
          selectedId={chosen}
          onSelect={setChosen}
          schematic={map.source === 'schematic'}
        />
      )}
      <Panel title={say.list(formatNumber(without.length, language))}>
        {without.length === 0 ? <p className={styles.note}>{say.allServed}</p> : <Without list={without} />}
      </Panel>
    </div>
  )
}

function Without({ list }: { list: Coverage['communes'] }) {
  const say = useWords(words).coverage
  const mayRecord = useMayKeep('mobile-station')
  return (
    <ul className={styles.without}>
      {list.map(({ unitId, unitName, aboveName }) => (
        <li key={unitId}>
          <span>
            {unitName} <span className={styles.quiet}>{aboveName}</span>
          </span>
          {mayRecord && (
            <Link
              to={'/y-te-co-so/moi' as '/'}
              search={{ kind: 'mobile-station', unit: unitId } as never}
              aria-label={`${say.record}: ${unitName}`}
            >
              {say.record}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
