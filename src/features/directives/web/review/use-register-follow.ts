import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

import { bringIntoView } from './dom-place.ts'
import { useReview } from './review-state.ts'

/**
 * The register's side of the attention. When the text or the keyboard moved it, the card comes into view; when a card
 * was pressed, it stays under the pointer although the card above it folds up.
 */
export function useRegisterFollow(scroll: RefObject<HTMLDivElement | null>) {
  const active = useReview((state) => state.active)
  const movedBy = useReview((state) => state.movedBy)
  const side = useReview((state) => state.side)
  const anchor = useRef<{ card: string; top: number } | null>(null)

  const keepPlace = useCallback((card: HTMLElement) => {
    anchor.current = { card: card.dataset.card ?? '', top: card.getBoundingClientRect().top }
  }, [])

  useLayoutEffect(() => {
    const root = scroll.current
    const kept = anchor.current
    anchor.current = null
    if (!root || !kept || movedBy !== 'register') return
    const card = cardOf(root, kept.card)
    if (card) root.scrollTop += card.getBoundingClientRect().top - kept.top
    // The value that was pressed is drawn anew in the opened card, and took the focus with it.
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost && active?.field) placeOf(root, active.taskId, active.field)?.focus({ preventScroll: true })
  }, [active, movedBy, scroll])

  useEffect(() => {
    const root = scroll.current
    if (!root || !active || movedBy === 'register') return
    const show = () => {
      const card = cardOf(root, active.taskId)
      const place = active.field ? placeOf(root, active.taskId, active.field) : undefined
      if (card) bringIntoView(root, card, 'smooth')
      if (movedBy === 'keys')
        (place ?? card?.querySelector<HTMLElement>('[data-number]'))?.focus({ preventScroll: true })
    }
    show()
    // The card opens, and far ones take their true height, only once they are drawn.
    const again = requestAnimationFrame(() => requestAnimationFrame(show))
    return () => cancelAnimationFrame(again)
  }, [active, movedBy, side, scroll])

  return keepPlace
}

export function cardOf(root: HTMLElement, taskId: string): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`[data-card="${CSS.escape(taskId)}"]`) ?? undefined
}

export function placeOf(root: HTMLElement, taskId: string, field: string): HTMLElement | undefined {
  return (
    root.querySelector<HTMLElement>(`[data-place="${CSS.escape(taskId)} ${CSS.escape(field)}"]`) ?? undefined
  )
}
