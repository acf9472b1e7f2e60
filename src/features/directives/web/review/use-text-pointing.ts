import type { KeyboardEvent, MouseEvent } from 'react'

import { splitPoint } from '../text/selection.ts'
import { offsetAtPoint } from './dom-place.ts'
import { type ReviewStore, useReviewStore } from './review-state.ts'
import { type ReviewTools, useTools } from './tools.ts'

/** One set of handlers for the whole text, however long it is. */
export function useTextPointing(text: string) {
  const store = useReviewStore()
  const tools = useTools()

  function onMouseOver(event: MouseEvent) {
    store.set({ pointed: placeUnder(event.target) })
  }

  function onClick(event: MouseEvent) {
    const selection = window.getSelection()
    if (selection && !selection.isCollapsed) return
    const { splitting } = store.state()
    const task = splitting ? tools.task(splitting) : undefined
    const offset = task ? offsetAtPoint(event.clientX, event.clientY) : undefined
    const at = task && offset !== undefined ? splitPoint(text, task.span, offset) : undefined
    if (task && at !== undefined) return tools.split(task.id, at)
    choose(event.target, store, tools)
  }

  function onKeyDown(event: KeyboardEvent) {
    const onRun = event.target instanceof HTMLElement && event.target.matches('[data-field][role="button"]')
    if (!onRun || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    choose(event.target, store, tools)
  }

  return { onMouseOver, onMouseLeave: () => store.set({ pointed: null }), onClick, onKeyDown }
}

function choose(target: EventTarget, store: ReviewStore, tools: ReviewTools) {
  const place = placeUnder(target)
  if (!place) return
  // Words that are evidence for many tasks (an inherited lead) stay with the task in hand.
  tools.go(place.taskId, place.field, 'text')
  store.set({ pointed: null })
}

function placeUnder(target: EventTarget) {
  if (!(target instanceof Element)) return null
  const begins = target.closest<HTMLElement>('[data-begins]')?.dataset.begins
  if (begins) return { taskId: begins, field: null }
  const run = target.closest<HTMLElement>('[data-from]')
  const [taskId, field] = run?.dataset.field?.split(' ') ?? []
  if (taskId && field) return { taskId, field }
  return run?.dataset.task ? { taskId: run.dataset.task, field: null } : null
}
