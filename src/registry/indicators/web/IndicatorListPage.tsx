import { IconChartLine } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { EmptyState, ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type IndicatorList, shareOf } from '../domain/index.ts'
import { FigureState } from './IndicatorFigure.tsx'
import styles from './indicators.module.css'
import { indicatorKeys, indicatorQueries } from './queries.ts'
import { figureAddress, sayCounts, sayPercent } from './say-figure.ts'
import { words } from './words.ts'

type Row = ReturnType<(typeof IndicatorList)['parse']>['rows'][number]

/** Everything that is measured, with the figure of the office's own unit (or of `?unit=`) on a day. */
export function IndicatorListPage() {
  const say = useWords(words)
  const today = useToday()
  const [{ unit, on }, change] = useUrlState()
  useLive(['indicators'], [indicatorKeys.all])
  const result = useQuery(indicatorQueries.list({ unit, on }))
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  if (!result.data) return <PageSkeleton />
  const list = result.data
  return (
    <>
      <PageHeader
        title={say.indicators}
        facts={<span className={styles.soft}>{say.ofUnit(list.unit.name, formatDate(list.on))}</span>}
        lead={say.lead}
        actions={
          <DateField
            size="xs"
            label={say.day}
            value={on ?? today}
            onChange={(day) => change({ on: day === null || day === today ? undefined : day })}
          />
        }
      />
      {list.rows.length === 0 && <EmptyState icon={IconChartLine} title={say.none} text={say.noneHint} />}
      <ul className={styles.cards}>
        {list.rows.map((row) => (
          <Card key={row.key} row={row} unit={unit} on={on} />
        ))}
      </ul>
    </>
  )
}

function Card({ row, unit, on }: { row: Row; unit: string | undefined; on: string | undefined }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const share = row.figure.computedAt === null ? null : shareOf(row, row.figure)
  return (
    <li className={styles.card}>
      <h2>
        <Link to={figureAddress(row.key, { unit, on })}>{row.title[language]}</Link>
      </h2>
      <p className={styles.amount}>
        {row.figure.computedAt === null ? (
          <span className={styles.soft}>{say.notYet}</span>
        ) : (
          <>
            <strong className="tabular">{sayCounts(row, row.figure, language)}</strong>
            <span>{row.noun[language]}</span>
            {share !== null && <span className={styles.percent}>{sayPercent(share, language)}</span>}
          </>
        )}
      </p>
      {share !== null && (
        <div className={styles.bar} aria-hidden="true">
          <div style={{ width: `${Math.min(100, share * 100)}%` }} />
        </div>
      )}
      <FigureState figure={row.figure} />
      <p className={styles.note}>{row.meaning[language]}</p>
    </li>
  )
}
