import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useMay } from '#platform/web/session/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { CommuneCover, Coverage } from '../domain/index.ts'
import styles from './network.module.css'
import { networkQueries } from './queries.ts'
import { words } from './words.ts'

interface Shown {
  key: string
  label: string
  value: number
  of?: number
  unit: string
  note?: string
}

/** What the registers add up to today; each figure leads to the indicator that measures it for directives. */
export function Figures({ unit }: { unit: string | undefined }) {
  const say = useWords(words).figures
  const { language } = useLanguage()
  const mayMeasure = useMay('indicators.read')
  const { data } = useQuery(networkQueries.coverage(unit))
  const n = (value: number) => formatNumber(value, language)
  if (!data) return <div className={styles.figures} aria-busy="true" />
  return (
    <ul className={styles.figures} aria-label={say.label}>
      {figuresOf(data, say, n).map((figure) => (
        <li key={figure.key}>
          <span className={styles.figureLabel}>{figure.label}</span>
          <span className={styles.figureLine}>
            <strong>{n(figure.value)}</strong>
            {figure.of !== undefined && <span>/{n(figure.of)}</span>} <span>{figure.unit}</span>
          </span>
          <span className={styles.figureNote}>
            {figure.note && <span>{figure.note} · </span>}
            {mayMeasure ? (
              <Link
                to={`/chi-so/${figure.key}` as '/'}
                search={{ unit: data.unitId } as never}
                title={say.open}
              >
                {say.asOf(formatDate(data.on))}
              </Link>
            ) : (
              say.asOf(formatDate(data.on))
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Say = ReturnType<typeof useWords<(typeof words)['vi']>>['figures']

function figuresOf({ communes, upper }: Coverage, say: Say, n: (value: number) => string): Shown[] {
  const sum = (of: (one: CommuneCover) => number | null) =>
    communes.reduce((total, one) => total + (of(one) ?? 0), 0)
  const known = communes.filter(({ households }) => households !== null)
  const unknown = communes.length - known.length
  return [
    {
      key: 'communes-with-mobile-station',
      label: say.stations,
      value: communes.filter(({ stations }) => stations > 0).length,
      of: communes.length,
      unit: say.communes,
      note: say.stationsAll(n(sum(({ stations }) => stations))),
    },
    {
      key: 'parks-with-mobile-station',
      label: say.parks,
      value: sum(({ parksWithStation }) => parksWithStation),
      of: sum(({ parks }) => parks),
      unit: say.parksUnit,
    },
    {
      key: 'commune-station-beds',
      label: say.beds,
      value: sum(({ beds }) => beds),
      unit: say.bedsUnit,
      note: say.bedsOf(n(communes.filter(({ beds }) => beds !== null).length), n(communes.length)),
    },
    {
      key: 'households-in-community-groups',
      label: say.households,
      value: known.reduce((total, { covered }) => total + covered, 0),
      of: sum(({ households }) => households),
      unit: say.householdsUnit,
      ...(unknown > 0 && { note: say.unknown(n(unknown)) }),
    },
    {
      key: 'rapid-response-teams',
      label: say.teams,
      value: sum(({ teamsReady }) => teamsReady) + upper.teamsReady,
      of: sum(({ teams }) => teams) + upper.teams,
      unit: say.teamsUnit,
    },
    {
      key: 'coordination-regulations',
      label: say.regulations,
      value: sum(({ regulations }) => regulations) + upper.regulations,
      unit: say.regulationsUnit,
    },
  ]
}
