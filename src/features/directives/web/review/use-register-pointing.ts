import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react'

import { doubtsOf, type Place } from '../model/walk.ts'
import { useReviewStore } from './review-state.ts'
import { useTools } from './tools.ts'
import { cardOf, placeOf } from './use-register-follow.ts'

/** One set of handlers for the whole register: pointing, focus, and the keys that belong to a card. */
export function useRegisterPointing(
  scroll: RefObject<HTMLDivElement | null>,
  keepPlace: (card: HTMLElement) => void,
) {
  const store = useReviewStore()
  const tools = useTools()

  // What the text's pointer rests on is marked here by hand: drawing hundreds of cards for it would lag behind.
  useEffect(() => {
    let marked: HTMLElement[] = []
    return store.subscribe(() => {
      const root = scroll.current
      const { pointed } = store.state()
      const now = root && pointed ? elementsOf(root, pointed) : []
      if (now.length === marked.length && now.every((element, i) => element === marked[i])) return
      for (const element of marked) delete element.dataset.pointed
      for (const element of now) element.dataset.pointed = ''
      marked = now
    })
  }, [scroll, store])

  function onFocus(event: FocusEvent) {
    const place = placeUnder(event.target)
    const { active } = store.state()
    // Going through the fields of the card in hand with Tab moves the light in the text along.
    if (
      place?.field &&
      place.taskId === active?.taskId &&
      place.field !== active.field &&
      place.field !== 'quote'
    ) {
      store.set({ active: place, movedBy: 'register' })
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const place = placeUnder(event.target)
    if (!place || !(event.target instanceof HTMLButtonElement) || event.defaultPrevented) return
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown']
    if (step) tools.move(step)
    else if (event.key === 'Enter' && accepts(place)) tools.accept(place.taskId, place.field)
    else return
    event.preventDefault()
  }

  function accepts({ taskId }: Place): boolean {
    const task = tools.task(taskId)
    return !tools.readOnly && task !== undefined && doubtsOf(task, store.state().seen).length > 0
  }

  return {
    onMouseOver: (event: MouseEvent) => store.set({ pointed: placeUnder(event.target) }),
    onMouseLeave: () => store.set({ pointed: null }),
    onMouseDownCapture: (event: MouseEvent) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
      if (card) keepPlace(card)
    },
    // A press on a value of a card that is not open takes the card and the value in hand.
    onClick: (event: MouseEvent) => {
      const place = placeUnder(event.target)
      if (place?.field && place.field !== 'quote' && store.state().active?.taskId !== place.taskId) {
        tools.go(place.taskId, place.field, 'register')
      }
    },
    onFocus,
    onKeyDown,
  }
}

function placeUnder(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null
  const [taskId, field] = target.closest<HTMLElement>('[data-place]')?.dataset.place?.split(' ') ?? []
  if (taskId && field) return { taskId, field }
  const card = target.closest<HTMLElement>('[data-card]')?.dataset.card
  return card ? { taskId: card, field: null } : null
}

function elementsOf(root: HTMLElement, place: Place): HTMLElement[] {
  const card = cardOf(root, place.taskId)
  const value = place.field ? placeOf(root, place.taskId, place.field) : undefined
  return [card, value].filter((element) => element !== undefined)
}
