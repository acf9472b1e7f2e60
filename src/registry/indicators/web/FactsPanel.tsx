import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { ErrorState, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import styles from './indicators.module.css'
import { type AskOne, indicatorQueries } from './queries.ts'
import { words } from './words.ts'

/** The records that make up the figure of a commune on the day. */
export function FactsPanel({ ask }: { ask: AskOne }) {
  const say = useWords(words)
  const result = useQuery(indicatorQueries.facts(ask))
  return (
    <Panel title={say.facts}>
      {result.error && <ErrorState error={result.error} onRetry={() => void result.refetch()} />}
      {!result.data && !result.error && <PageSkeleton />}
      {result.data?.rows.length === 0 && <p className={styles.note}>{say.noFacts}</p>}
      {result.data && result.data.rows.length > 0 && (
        <ul className={styles.facts}>
          {result.data.rows.map((fact, i) => (
            <li key={fact.page ?? i}>
              {fact.page ? <Link to={fact.page}>{fact.label}</Link> : fact.label}
              {fact.note && <span className={styles.soft}>{fact.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
