import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { Panel } from '#platform/web/ui/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { type IndicatorView, shareOf, type UnitFigure } from '../domain/index.ts'
import styles from './indicators.module.css'
import { type AskOne, indicatorQueries } from './queries.ts'
import { figureAddress, sayCounts, sayPercent } from './say-figure.ts'
import { words } from './words.ts'

const most = 200

/** What lies directly below, or for a commune its neighbours: one bar each, the weakest first. Each leads further down. */
export function PeersPanel({ view, ask }: { view: IndicatorView; ask: AskOne }) {
  const say = useWords(words)
  const isCommune = view.unit.level === 'commune'
  const of = isCommune ? view.above.at(-1)?.id : view.unit.id
  const { key, ...rest } = ask
  const sort = view.indicator.measure === 'sum' ? '-value' : 'value'
  const result = useQuery({
    ...indicatorQueries.units(key, { ...rest, unit: of, show: 'children', sort, limit: most }),
    enabled: of !== undefined && (isCommune ? view.peers : view.within),
  })
  if (!result.data || result.data.rows.length === 0) return null
  return (
    <Panel title={isCommune ? say.peers : say.below}>
      <Bars view={view} ask={ask} rows={result.data.rows} />
    </Panel>
  )
}

function Bars({ view, ask, rows }: { view: IndicatorView; ask: AskOne; rows: readonly UnitFigure[] }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { indicator } = view
  const largest = Math.max(1, ...rows.map((row) => row.numerator))
  return (
    <ul className={styles.peers}>
      {rows.map((row) => {
        const share = shareOf(indicator, row)
        const length = indicator.measure === 'sum' ? row.numerator / largest : (share ?? 0)
        const isThis = row.id === view.unit.id
        return (
          <li key={row.id} aria-current={isThis || undefined}>
            <Link to={figureAddress(indicator.key, { unit: row.id, on: ask.on, atLeast: ask.atLeast })}>
              {row.name}
            </Link>
            <span className={styles.peerFigure}>
              {isThis && <span className={styles.soft}>({say.thisUnit}) </span>}
              <span className="tabular">{sayCounts(indicator, row, language)}</span>
              {share !== null && row.denominator > 1 && (
                <span className={styles.soft}> {sayPercent(share, language)}</span>
              )}
            </span>
            <div className={styles.bar} aria-hidden="true">
              <div style={{ width: `${Math.min(100, length * 100)}%` }} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
