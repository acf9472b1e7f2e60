import { Button } from '@mantine/core'
import { IconDeviceTv, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'

import { useLive, useLiveState } from '#platform/web/live/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import { DeskPanel } from './DeskPanel.tsx'
import { situationKey, situationQueries } from './queries.ts'
import styles from './situation.module.css'
import { TargetsPanel } from './TargetsPanel.tsx'
import { BodiesPanel, MovementsPanel, OverduePanel, StatesPanel } from './TaskPanels.tsx'
import { words } from './words.ts'

/** The figures and their map come when the rest stands; without a network their place stays empty. */
const TargetMap = lazy(() =>
  import('./TargetMap.tsx').then(
    (m) => ({ default: m.TargetMap }),
    () => ({ default: () => null }),
  ),
)

const topics = ['tasks', 'incidents', 'duty', 'indicators'] as const

/** The Command's one screen: on a desk, on a phone in the car, and (`?tuong=1`) on a wall, where nothing scrolls. */
export function SituationPage() {
  const say = useWords(words)
  const [address, setAddress] = useUrlState()
  const wall = address.tuong === '1'
  const situation = useQuery(situationQueries.now())
  useLive(topics, [situationKey])
  useEscape(wall, () => setAddress({ tuong: undefined }))

  if (!situation.data) {
    return situation.error ? (
      <ErrorState error={situation.error} onRetry={() => void situation.refetch()} />
    ) : (
      <PageSkeleton />
    )
  }
  const { today, unit, tasks, overdue, movements, targets, duty, incidents } = situation.data
  return (
    <div className={styles.page} data-wall={wall || undefined}>
      <PageHeader
        title={say.title}
        lead={
          <>
            {say.crumb(unit.name, formatDate(today))} · <LiveNote />
          </>
        }
        actions={
          <Button
            variant="default"
            leftSection={wall ? <IconX size={16} stroke={1.6} /> : <IconDeviceTv size={16} stroke={1.6} />}
            onClick={() => setAddress({ tuong: wall ? undefined : 1 })}
          >
            {wall ? say.leaveWall : say.wall}
          </Button>
        }
      />
      <div className={styles.grid}>
        <div className={styles.wide}>
          <StatesPanel tasks={tasks} />
        </div>
        <div className={styles.column}>
          <div data-part="targets">
            <TargetsPanel targets={targets} today={today} />
          </div>
          <div data-part="bodies">
            <BodiesPanel bodies={tasks.bodies} />
          </div>
        </div>
        <div className={styles.column}>
          <div data-part="overdue">
            <OverduePanel rows={overdue} />
          </div>
          {targets[0] && (
            <div data-part="map">
              <Suspense fallback={<PageSkeleton />}>
                <TargetMap target={targets[0]} />
              </Suspense>
            </div>
          )}
        </div>
        <div className={styles.column}>
          <div data-part="desk">
            <DeskPanel duty={duty} incidents={incidents} />
          </div>
          <div data-part="movements">
            <MovementsPanel movements={movements} />
          </div>
        </div>
      </div>
    </div>
  )
}

function LiveNote() {
  const say = useWords(words)
  return <>{useLiveState() === 'live' ? say.live : say.notLive}</>
}

function useEscape(active: boolean, leave: () => void) {
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [active, leave])
}
