import { SegmentedControl } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'

import { useWords } from '../words/index.ts'
import styles from './SplitPane.module.css'
import { words } from './words.ts'

export type PaneSide = 'left' | 'right'

interface SplitPaneProps {
  /** Names the arrangement in this browser's memory. */
  id: string
  left: ReactNode
  right: ReactNode
  leftLabel: string
  rightLabel: string
  /** On a phone one side is shown at a time; the page may bring one forward (a field was chosen, show its words). */
  front: PaneSide
  onFront: (side: PaneSide) => void
  /** Share of the left side at first, in per cent. */
  first?: number
}

const least = 20
const most = 80

/** Two sides of one work, each scrolling by itself; both stay mounted, so nothing typed is lost on a phone. */
export function SplitPane({
  id,
  left,
  right,
  leftLabel,
  rightLabel,
  front,
  onFront,
  first = 50,
}: SplitPaneProps) {
  const say = useWords(words)
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const frame = useRef<HTMLDivElement>(null)
  const [share, setShare] = useLocalStorage({
    key: `phaodai.split.${id}`,
    defaultValue: first,
    getInitialValueInEffect: false,
  })
  const change = (next: number) => setShare(Math.round(Math.max(least, Math.min(most, next))))

  function onPointerMove(event: PointerEvent) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return
    const { left: start, width } = frame.current.getBoundingClientRect()
    change(((event.clientX - start) / width) * 100)
  }

  function onKeyDown(event: KeyboardEvent) {
    const goal = { ArrowLeft: share - 2, ArrowRight: share + 2, Home: least, End: most }[event.key]
    if (goal === undefined) return
    event.preventDefault()
    change(goal)
  }

  return (
    <div className={styles.split} ref={frame} style={{ '--share': `${share}%` } as React.CSSProperties}>
      {phone && (
        <SegmentedControl
          fullWidth
          aria-label={say.split.parts}
          value={front}
          onChange={(side) => onFront(side as PaneSide)}
          data={[
            { value: 'left', label: leftLabel },
            { value: 'right', label: rightLabel },
          ]}
        />
      )}
      <section className={styles.pane} aria-label={leftLabel} hidden={phone && front !== 'left'} tabIndex={0}>
        {left}
      </section>
      {!phone && (
        <div
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={say.split.resize}
          aria-valuenow={share}
          aria-valuemin={least}
          aria-valuemax={most}
          className={styles.divider}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          onKeyDown={onKeyDown}
          onDoubleClick={() => change(first)}
        />
      )}
      <section
        className={styles.pane}
        aria-label={rightLabel}
        hidden={phone && front !== 'right'}
        tabIndex={0}
      >
        {right}
      </section>
    </div>
  )
}
