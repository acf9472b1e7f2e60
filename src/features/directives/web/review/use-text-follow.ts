import { type RefObject, useEffect, useRef } from 'react'

import type { Task } from '../../domain/index.ts'
import { evidenceOf } from '../model/fields.ts'
import { documentOwner } from '../text/marks.ts'
import { bringIntoView } from './dom-place.ts'
import { useReview } from './review-state.ts'
import { useTools } from './tools.ts'

/** When the register or the keyboard moves on, the words follow. */
export function useTextFollow(scroll: RefObject<HTMLDivElement | null>, documentEvidence: Task['evidence']) {
  const tools = useTools()
  const active = useReview((state) => state.active)
  const movedBy = useReview((state) => state.movedBy)
  const side = useReview((state) => state.side)
  const ofDocument = useRef(documentEvidence)
  useEffect(() => {
    ofDocument.current = documentEvidence
  })

  useEffect(() => {
    const root = scroll.current
    if (!root || !active || movedBy === 'text') return
    const task = tools.task(active.taskId)
    const evidence =
      active.taskId === documentOwner
        ? ofDocument.current[active.field ?? '']
        : task && active.field
          ? evidenceOf(task, active.field)
          : undefined
    const offset = evidence?.start ?? task?.span.start
    if (offset === undefined) return
    const show = () => {
      const run = runAt(root, offset)
      if (run) bringIntoView(root, run, 'smooth')
    }
    show()
    // A far sheet has its true height only after it was shown once.
    const again = requestAnimationFrame(() => requestAnimationFrame(show))
    return () => cancelAnimationFrame(again)
  }, [active, movedBy, side, scroll, tools])
}

/** Evidence and tasks begin at the border of a run, except where they begin between two paragraphs. */
export function runAt(root: HTMLElement, offset: number): HTMLElement | undefined {
  const exact = root.querySelector<HTMLElement>(`[data-from="${offset}"]`)
  if (exact) return exact
  return [...root.querySelectorAll<HTMLElement>('[data-from]')].findLast(
    (run) => Number(run.dataset.from) <= offset,
  )
}
