import { NumberInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { useLive } from '#platform/web/live/index.ts'
import { useExerciseMoment } from '#platform/web/moment/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel, StateBadge } from '#platform/web/ui/index.ts'
import { formatDate, formatMoment, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type IndicatorView, shareOf } from '../domain/index.ts'
import { CurvePanel } from './CurvePanel.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { FigureState } from './IndicatorFigure.tsx'
import styles from './indicators.module.css'
import { PeersPanel } from './PeersPanel.tsx'
import { type AskOne, indicatorKeys, indicatorQueries } from './queries.ts'
import { figureAddress, sayCounts, sayPercent } from './say-figure.ts'
import { ThresholdsPanel } from './ThresholdsPanel.tsx'
import { UnitsPanel } from './UnitsPanel.tsx'
import { words } from './words.ts'

const MapPanel = lazy(() => import('./MapPanel.tsx').then((m) => ({ default: m.MapPanel })))

/** `/chi-so/$key?unit=&on=&atLeast=`: one figure – what it means, how it went, where it falls short, what it is made of. */
export function IndicatorPage() {
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const [{ unit, on, atLeast }] = useUrlState()
  const least = atLeast && /^\d{1,6}$/.test(atLeast) ? Number(atLeast) : undefined
  const ask: AskOne = { key, unit, on, atLeast: least }
  useLive(['indicators'], [indicatorKeys.all])
  const result = useQuery({ ...indicatorQueries.one(ask), placeholderData: keepPreviousData })
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  if (!result.data) return <PageSkeleton />
  return <View view={result.data} ask={ask} />
}

function View({ view, ask }: { view: IndicatorView; ask: AskOne }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { indicator, unit, above, within } = view
  // From here on everything speaks of the same figure, even while the address changes.
  const same: AskOne = { ...ask, unit: unit.id, ...(indicator.atLeast && { atLeast: view.atLeast }) }
  const to = (id: string) => figureAddress(indicator.key, { unit: id, on: ask.on, atLeast: ask.atLeast })
  return (
    <>
      <PageHeader
        title={indicator.title[language]}
        crumbs={[
          { label: say.all, to: '/chi-so' },
          ...above.map((one) => ({ label: one.name, to: to(one.id) })),
        ]}
        facts={<span className={styles.soft}>{unit.name}</span>}
        lead={indicator.meaning[language]}
        actions={<Controls view={view} ask={ask} />}
      />
      <div className={styles.page}>
        <div className={styles.column}>
          <CurvePanel view={view} ask={same} />
          {within && unit.level !== 'commune' && (
            <Suspense fallback={<PageSkeleton />}>
              <MapPanel view={view} ask={same} />
            </Suspense>
          )}
          {within && unit.level !== 'commune' && <UnitsPanel view={view} ask={same} key={unit.id} />}
          {within && unit.level === 'commune' && <FactsPanel ask={same} />}
          {!within && <p className={styles.note}>{say.figureOnly}</p>}
        </div>
        <div className={styles.column}>
          <div className={styles.first}>
            <FigurePanel view={view} />
          </div>
          <PeersPanel view={view} ask={same} />
          {within && <ThresholdsPanel view={view} ask={same} />}
        </div>
      </div>
    </>
  )
}

function Controls({ view: { indicator, atLeast }, ask }: { view: IndicatorView; ask: AskOne }) {
  const say = useWords(words)
  const today = useToday()
  const [, change] = useUrlState()
  return (
    <>
      {indicator.atLeast && indicator.atLeast.max > indicator.atLeast.min && (
        <NumberInput
          size="xs"
          w="8.5rem"
          label={say.atLeast}
          min={indicator.atLeast.min}
          max={indicator.atLeast.max}
          clampBehavior="strict"
          allowDecimal={false}
          value={atLeast}
          onChange={(given) => {
            if (typeof given !== 'number') return
            change({ atLeast: given === indicator.atLeast?.default ? undefined : given })
          }}
        />
      )}
      <DateField
        size="xs"
        label={say.day}
        value={ask.on ?? today}
        onChange={(day) => change({ on: day === null || day === today ? undefined : day })}
      />
    </>
  )
}

/** The number itself, whether it can be relied on, and what it stands on. */
function FigurePanel({ view: { indicator, figure, unit } }: { view: IndicatorView }) {
  const say = useWords(words)
  const exercise = useExerciseMoment()
  const { language } = useLanguage()
  const share = figure.computedAt === null ? null : shareOf(indicator, figure)
  // One commune has it or has it not: a share of one would only say it worse.
  const isEitherOr = indicator.measure === 'units-reaching' && unit.level === 'commune'
  return (
    <Panel title={say.figure}>
      <p className={styles.big} role="status">
        {figure.computedAt === null ? (
          say.notYet
        ) : isEitherOr ? (
          <StateBadge meaning={share === 1 ? 'done' : 'late'} label={share === 1 ? say.reached : say.short} />
        ) : (
          <>
            <strong className="tabular">{sayCounts(indicator, figure, language)}</strong>{' '}
            {indicator.noun[language]}
          </>
        )}
      </p>
      {share !== null && !isEitherOr && (
        <>
          <div className={styles.bar} aria-hidden="true">
            <div style={{ width: `${Math.min(100, share * 100)}%` }} />
          </div>
          <p className={styles.percent}>{sayPercent(share, language)}</p>
        </>
      )}
      <FigureState figure={figure} />
      {figure.failure && (
        <p className={styles.failure}>
          {say.failedSince(formatMoment(exercise(figure.failure.at)), figure.failure.message)}
        </p>
      )}
      <p className={styles.note}>
        {say.standsOn(formatDate(figure.asOf))}{' '}
        {figure.computedAt && say.computedAt(formatMoment(exercise(figure.computedAt)))}
      </p>
      {indicator.instrument && (
        <p className={styles.note}>
          {say.instrument}: {indicator.instrument}
        </p>
      )}
      <p className={styles.note}>
        <Link to="/chi-so">{say.all}</Link>
      </p>
    </Panel>
  )
}
