import { Button, Group } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'

import { Kbd } from '#platform/web/ui/Kbd.tsx'
import { useWords } from '#platform/web/words/index.ts'
import type { Task } from '../../domain/index.ts'
import { cutPoints, likelyCut, nextCut } from '../text/cut-points.ts'
import { words as common } from '../words.ts'
import styles from './register.module.css'
import { useReviewStore } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

/** The sentence with a cut in it that can be moved, word by word or clause by clause, before anything happens. */
export function SplitQuote({ task }: { task: Task }) {
  const say = useWords(words)
  const name = useWords(common)
  const tools = useTools()
  const store = useReviewStore()
  const frame = useRef<HTMLDivElement>(null)
  const { text } = tools.directive()
  const points = useMemo(() => cutPoints(text, task.span), [text, task.span])
  const [at, setAt] = useState(() => likelyCut(text, task.span, points))
  const stop = () => store.set({ splitting: null })

  useEffect(() => frame.current?.focus(), [])

  if (at === undefined) {
    return (
      <div className={styles.split}>
        <p>{say.split.tooShort}</p>
        <Button size="compact-sm" variant="default" onClick={stop}>
          {name.cancel}
        </Button>
      </div>
    )
  }
  const cut = at

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, [1 | -1, boolean]> = {
      ArrowRight: [1, false],
      ArrowLeft: [-1, false],
      ArrowDown: [1, true],
      ArrowUp: [-1, true],
    }
    const move = moves[event.key]
    if (move) setAt(nextCut(points, cut, ...move))
    else if (event.key === 'Enter') tools.split(task.id, cut)
    else if (event.key === 'Escape') stop()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const words_ = [{ at: task.span.start, clause: false }, ...points]
  return (
    <div className={styles.split}>
      <p className={styles.splitTitle}>{say.split.title}</p>
      <div
        ref={frame}
        className={styles.splitQuote}
        tabIndex={0}
        role="slider"
        aria-label={say.split.title}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={points.findIndex((point) => point.at === cut) + 1}
        aria-valuetext={text.slice(cut, Math.min(cut + 80, task.span.end))}
        onKeyDown={onKeyDown}
      >
        {words_.map((word, i) => (
          <span
            key={word.at}
            className={styles.splitWord}
            data-second={word.at >= cut || undefined}
            data-cut={word.at === cut || undefined}
            onClick={() => i > 0 && setAt(word.at)}
          >
            {text.slice(word.at, words_[i + 1]?.at ?? task.span.end)}
          </span>
        ))}
      </div>
      <p className={styles.hint}>{say.split.how}</p>
      <Group gap="xs">
        <Button
          size="compact-sm"
          onClick={() => tools.split(task.id, cut)}
          rightSection={<Kbd keys="enter" />}
        >
          {say.split.do}
        </Button>
        <Button size="compact-sm" variant="default" onClick={stop}>
          {name.cancel}
        </Button>
      </Group>
    </div>
  )
}
