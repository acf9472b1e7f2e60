import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { useUrlState } from '#platform/web/router/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { IndicatorView } from '../domain/index.ts'
import { IndicatorCurve } from './IndicatorCurve.tsx'
import { type AskOne, indicatorQueries } from './queries.ts'
import { words } from './words.ts'

const spans = ['30', '90', '365']

/** The course, held against the goal of the newest warning on this very unit, when there is one. */
export function CurvePanel({ view, ask }: { view: IndicatorView; ask: AskOne }) {
  const say = useWords(words)
  const [{ days = '30' }, change] = useUrlState()
  const watched = useQuery({ ...indicatorQueries.thresholds(ask), enabled: view.within })
  const goal = watched.data?.rows.find(
    (one) => one.unitId === view.unit.id && one.atLeast === view.atLeast && one.byDay !== null,
  )
  return (
    <Panel
      title={say.curve}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={say.days}
          value={spans.includes(days) ? days : '30'}
          onChange={(chosen) => change({ days: chosen === '30' ? undefined : chosen })}
          data={[
            { value: '30', label: say.last30 },
            { value: '90', label: say.last90 },
            { value: '365', label: say.lastYear },
          ]}
        />
      }
    >
      <IndicatorCurve
        indicator={ask.key}
        unit={ask.unit}
        atLeast={ask.atLeast}
        on={ask.on}
        days={spans.includes(days) ? Number(days) : 30}
        target={goal?.byDay ? { ...goal, byDay: goal.byDay } : undefined}
      />
    </Panel>
  )
}
