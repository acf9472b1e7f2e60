import { Button, Group } from '@mantine/core'
import { useState } from 'react'

import { useWords } from '../words/index.ts'
import styles from './LifecycleView.module.css'
import { later } from './later.tsx'
import { type Meaning, meaningIcons } from './meaning.ts'
import { Timeline, type TimelineEntry } from './Timeline.tsx'
import { words } from './words.ts'

const MoveDialog = later(() => import('./MoveDialog.tsx').then((m) => m.MoveDialog))

export interface LifecycleState {
  id: string
  label: string
  meaning?: Meaning
}

export interface LifecycleMove {
  event: string
  label: string
  /** The move that is expected next; at most one has the accent. */
  primary?: boolean
  /** Whether the one who moves must, may or need not say why. */
  reason?: 'required' | 'optional'
  /** What happens when the button is pressed. */
  explain?: string
}

interface LifecycleViewProps {
  label: string
  /** The way things usually go, in order; states off this way are drawn only while they hold. */
  path: readonly LifecycleState[]
  current: LifecycleState
  /** What the office in use may do now; the same table answers on the server. */
  moves: readonly LifecycleMove[]
  onMove: (event: string, reason: string) => void
  moving?: string | undefined
  history?: readonly TimelineEntry[]
}

/** Where a procedure stands, what this office can do about it, and how it came here. */
export function LifecycleView({ label, path, current, moves, onMove, moving, history }: LifecycleViewProps) {
  const say = useWords(words)
  const [asking, setAsking] = useState<LifecycleMove>()
  const at = path.findIndex((state) => state.id === current.id)
  // Off the usual way (returned, suspended): shown after the way itself, as the place where it stands.
  const states = at === -1 ? [...path, current] : path

  return (
    <div className={styles.lifecycle}>
      <ol className={styles.path} aria-label={label}>
        {states.map((state, index) => {
          const standing = state.id === current.id ? 'now' : at !== -1 && index < at ? 'passed' : 'ahead'
          const Icon = meaningIcons[standing === 'passed' ? 'done' : (state.meaning ?? 'plain')]
          return (
            <li
              key={state.id}
              data-standing={standing}
              data-meaning={standing === 'now' ? state.meaning : undefined}
              aria-current={standing === 'now' ? 'step' : undefined}
            >
              <Icon size={15} stroke={1.8} aria-hidden="true" />
              {state.label}
            </li>
          )
        })}
      </ol>
      {moves.length > 0 && (
        <Group gap="xs">
          {moves.map((move) => (
            <Button
              key={move.event}
              variant={move.primary ? 'filled' : 'default'}
              loading={moving === move.event}
              disabled={moving !== undefined && moving !== move.event}
              onClick={() => (move.reason || move.explain ? setAsking(move) : onMove(move.event, ''))}
            >
              {move.label}
            </Button>
          ))}
        </Group>
      )}
      {history && history.length > 0 && <Timeline entries={history} label={say.history} />}
      {asking && (
        <MoveDialog
          wanted
          move={asking}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => {
            setAsking(undefined)
            onMove(asking.event, reason)
          }}
        />
      )}
    </div>
  )
}
