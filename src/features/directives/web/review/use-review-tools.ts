import { useEffect, useMemo, useRef, useState } from 'react'

import { newId } from '#platform/web/chance.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { BodyLabel, Directive } from '../../domain/index.ts'
import type { EditAction } from '../model/actions.ts'
import type { Desk } from '../model/desk.ts'
import { liveTasks } from '../model/fields.ts'
import type { TypedWords } from '../model/typed.ts'
import { doubtsOf, neighbour, nextDoubt, placeKey } from '../model/walk.ts'
import type { ReviewStore } from './review-state.ts'
import type { ReviewTools } from './tools.ts'
import { words } from './words.ts'

interface Given {
  store: ReviewStore
  desk: Desk
  typed: TypedWords
  /** The document with the officer's own edits on it, also those made a moment ago that are not drawn yet. */
  view: () => Directive
  readOnly: boolean
}

/** The tools of the review. They read what is newest when they are used, so the object itself never changes. */
export function useReviewTools(given: Given): ReviewTools {
  const say = useWords(words)
  const latest = useRef({ ...given, say })
  useEffect(() => {
    latest.current = { ...given, say }
  })
  const { readOnly } = given
  const [tools] = useState(() => makeTools(() => latest.current))
  return useMemo(() => (readOnly === tools.readOnly ? tools : { ...tools, readOnly }), [tools, readOnly])
}

type Latest = () => Given & { say: (typeof words)['vi'] }

function makeTools(latest: Latest): ReviewTools {
  const learned = new Map<string, BodyLabel>()
  const { store } = latest()
  const numberOf = (taskId: string) => {
    const at = liveTasks(latest().view().tasks).findIndex((task) => task.id === taskId)
    return at < 0 ? undefined : at + 1
  }
  const undo = () => {
    const { desk, say } = latest()
    if (!desk.undoLast()) notify({ tone: 'note', text: say.act.nothingToUndo })
  }
  const actAndTell = (action: EditAction, text: string) => {
    const origin = latest().desk.act(action)?.origin
    if (origin) notify({ tone: 'note', text, undo: () => void latest().desk.undo(origin) })
  }

  const tools: ReviewTools = {
    readOnly: latest().readOnly,
    typed: latest().typed,
    directive: () => latest().view(),
    task: (id) =>
      latest()
        .view()
        .tasks.find((task) => task.id === id),
    numberOf,
    labelOf: (id) =>
      latest()
        .view()
        .bodies.find((body) => body.id === id) ?? learned.get(id),
    learnBody: (label) => void learned.set(label.id, label),
    act: (action) => latest().desk.act(action)?.origin,
    settle: (editId, kept) => latest().desk.settle(editId, kept),
    giveUp: (editId) => latest().desk.giveUp(editId),
    go: (taskId, field, movedBy) =>
      store.set({ active: { taskId, field }, movedBy, editing: null, splitting: null }),
    edit: (taskId, field) => {
      // The borders of a sentence are corrected in the text itself.
      if (field === 'quote') return void notify({ tone: 'note', text: latest().say.act.bordersHow })
      // In a card that is not open yet the value has to be brought into view first.
      const movedBy = store.state().active?.taskId === taskId ? 'register' : 'keys'
      store.set({ active: { taskId, field }, editing: { taskId, field }, movedBy, splitting: null })
    },
    accept: (taskId, field) => accept(latest(), tools, taskId, field),
    drop: (taskId) => {
      const { say, view } = latest()
      const number = numberOf(taskId)
      if (number === undefined) return
      const { tasks } = view()
      const next = neighbour(tasks, taskId, 1) ?? neighbour(tasks, taskId, -1)
      actAndTell({ kind: 'drop-task', taskId, reason: '' }, say.act.dropped(number))
      if (next) tools.go(next, null, 'keys')
      else store.set({ active: null })
    },
    joinNext: (taskId) => {
      const { say, view } = latest()
      const next = neighbour(view().tasks, taskId, 1)
      const number = numberOf(taskId)
      if (number === undefined) return
      if (!next) return void notify({ tone: 'note', text: say.act.lastTask })
      const id = newId()
      actAndTell(
        { kind: 'join-tasks', taskIds: [taskId, next], newId: id },
        say.act.joinedTasks(number, number + 1),
      )
      tools.go(id, null, 'keys')
    },
    startSplit: (taskId) =>
      store.set({ active: { taskId, field: null }, splitting: taskId, editing: null, movedBy: 'register' }),
    split: (taskId, at) => {
      const number = numberOf(taskId)
      const newIds: [string, string] = [newId(), newId()]
      actAndTell({ kind: 'split-task', taskId, at, newIds }, latest().say.act.splitDone(number ?? 0))
      tools.go(newIds[0], null, 'keys')
    },
    addSelection: () => {
      const { say } = latest()
      const { selection } = store.state()
      if (!selection) return void notify({ tone: 'note', text: say.act.selectFirst })
      const id = newId()
      actAndTell({ kind: 'add-task', id, span: selection }, say.act.addedTask)
      window.getSelection()?.removeAllRanges()
      store.set({ selection: null })
      tools.go(id, null, 'keys')
    },
    undo,
    walk: (step) => {
      const { view, say } = latest()
      const { active, seen } = store.state()
      const next = nextDoubt(view().tasks, active, step, seen)
      if (next) tools.go(next.taskId, next.field, 'keys')
      else notify({ tone: 'done', text: say.act.allSeen })
    },
    move: (step) => {
      const next = neighbour(latest().view().tasks, store.state().active?.taskId ?? null, step)
      if (next) tools.go(next, null, 'keys')
    },
  }
  return tools
}

/** One uncertain field was looked at; with the last one of its task (or with no field named) the whole task was. */
function accept({ store, typed, view }: Given, tools: ReviewTools, taskId: string, field: string | null) {
  const task = view().tasks.find((t) => t.id === taskId)
  if (!task) return
  const { seen } = store.state()
  const open = doubtsOf(task, seen)
  if (open.length === 0) return
  const left = field !== null && open.includes(field) ? open.filter((other) => other !== field) : []
  if (left.length > 0) {
    const now = new Set(seen).add(placeKey(taskId, field!))
    store.set({ seen: now })
    rememberSeen(typed, now)
  } else tools.act({ kind: 'edit-task', taskId, changes: { reviewed: true } })
  tools.walk(1)
}

const seenKey = '~seen'

export function rememberSeen(typed: TypedWords, seen: ReadonlySet<string>): void {
  typed.set(seenKey, JSON.stringify([...seen]))
}

export function recallSeen(typed: TypedWords): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(typed.get(seenKey) ?? '[]')
    return new Set(Array.isArray(stored) ? stored.filter((place) => typeof place === 'string') : [])
  } catch {
    return new Set()
  }
}
