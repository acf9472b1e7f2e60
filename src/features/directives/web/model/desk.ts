import { type Directive, DocumentContent, type Edited, Task } from '../../domain/index.ts'
import { type EditAction, madeBy, subjectsOf } from './actions.ts'
import { differences, keepMine } from './clash.ts'
import type { EditStorage } from './edit-storage.ts'
import {
  absorb,
  again,
  answered,
  givenUp,
  makeEdit,
  nextToSend,
  type PendingEdit,
  type Upon,
  withPending,
} from './queue.ts'

/** What went wrong with a sent edit, as the page's client tells it. */
export type Failure =
  | { kind: 'passing' }
  | { kind: 'stale'; actual: number; current: unknown }
  | { kind: 'refused'; code: string; status: number; message: string }

/** What the desk needs from the page: the server, the cache of the document, the device. */
export interface DeskPorts {
  storage: EditStorage
  send: (edit: PendingEdit) => Promise<Edited>
  failure: (error: unknown) => Failure
  /** The document as the server last told it. */
  known: () => Directive | undefined
  learn: (change: (known: Directive) => Directive) => void
  /** Somebody else changed the document: fetch it again. */
  onNews: () => void
  onSaved: (edit: PendingEdit, answer: Edited) => void
  newId: () => string
  now: () => string
  wait: (ms: number, then: () => void) => void
}

/** An answered edit that can be taken back. */
interface Undoable {
  /** The origin of the edit in this desk. */
  origin: string
  editId: string
  tasks: Task[]
  made: string[]
  document: DocumentContent | null
}

export interface DeskState {
  queue: readonly PendingEdit[]
  /** The server was not reached; edits wait on this device. */
  offline: boolean
  savedAt: string | null
  undoable: readonly Undoable[]
  /** False when an edit could not be stored on this device. */
  kept: boolean
}

export type Desk = ReturnType<typeof createDesk>

/** Pauses between attempts while the server is not reached. */
const waits = [2_000, 5_000, 15_000, 30_000]
/** Two officers typing at once may overtake each other; after this many times a person decides. */
const mostMoves = 5

/**
 * One officer's work on one document. An edit is drawn at once, stored on the device, sent in order and kept until
 * it is answered. What others changed elsewhere is merged; what they changed in the same field is put to the officer.
 */
export function createDesk(ports: DeskPorts) {
  let state: DeskState = {
    queue: ports.storage.load(),
    offline: false,
    savedAt: null,
    undoable: [],
    kept: true,
  }
  const listeners = new Set<() => void>()
  let sending: string | null = null
  let failures = 0
  let undoWhenSaved: string | null = null

  function set(change: Partial<DeskState>) {
    const before = state.queue
    state = { ...state, ...change }
    if (change.queue) store(before, change.queue)
    for (const listener of listeners) listener()
  }

  function store(before: readonly PendingEdit[], after: readonly PendingEdit[]) {
    for (const edit of before) if (!after.some((e) => e.id === edit.id)) ports.storage.remove(edit.id)
    for (const edit of after) {
      if (!before.includes(edit) && !ports.storage.save(edit)) state = { ...state, kept: false }
    }
    if (after.length === 0) state = { ...state, kept: true }
  }

  function act(action: EditAction): PendingEdit | undefined {
    const known = ports.known()
    if (!known) return undefined
    const edit = makeEdit(withPending(known, state.queue), state.queue, action, {
      id: ports.newId(),
      madeAt: ports.now(),
    })
    set({ queue: [...state.queue, edit] })
    void flush()
    return edit
  }

  async function flush(): Promise<void> {
    if (sending) return
    const edit = nextToSend(state.queue)
    if (!edit) return
    sending = edit.id
    // Only the sending may fail here: a fault of the page after a good answer must not send the edit once more.
    const answer = await ports.send(edit).catch((error: unknown) => ports.failure(error))
    if ('kind' in answer) failed(edit, answer)
    else saved(edit, answer)
    sending = null
    if (!state.offline) void flush()
  }

  function saved(edit: PendingEdit, answer: Edited) {
    const known = ports.known()
    failures = 0
    ports.learn((directive) => absorb(directive, answer))
    const undoable = answer.editId && {
      origin: edit.origin,
      editId: answer.editId,
      tasks: edit.base.tasks,
      made: madeBy(edit.action),
      document: edit.base.document,
    }
    set({
      queue: answered(state.queue, edit.id, answer),
      undoable: undoable ? [...state.undoable, undoable] : state.undoable,
      savedAt: ports.now(),
      offline: false,
    })
    ports.onSaved(edit, answer)
    if (known && answer.revision > known.revision + 1) ports.onNews()
    if (undoWhenSaved !== edit.origin) return
    undoWhenSaved = null
    undo(edit.origin)
  }

  function failed(edit: PendingEdit, failure: Failure) {
    if (failure.kind === 'passing') {
      set({ offline: true })
      ports.wait(waits[Math.min(failures++, waits.length - 1)]!, retry)
      return
    }
    if (failure.kind === 'refused') return trouble(edit, failure)
    ports.onNews()
    stale(edit, failure.actual, failure.current)
  }

  function trouble(edit: PendingEdit, why: NonNullable<PendingEdit['trouble']>) {
    set({ queue: state.queue.map((e) => (e.id === edit.id ? { ...e, trouble: why } : e)) })
  }

  function stale(edit: PendingEdit, actual: number, current: unknown) {
    if (edit.action.kind === 'undo') {
      return trouble(edit, { kind: 'refused', code: 'undo.overtaken', status: 409, message: '' })
    }
    if (alreadySo(edit.action, current)) return set({ queue: givenUp(state.queue, edit.id, ports.known()!) })
    const upon = recordFrom(edit.action, actual, current)
    const disputed = differences(edit.action, edit.base, current)
    if (disputed.length > 0 || edit.moved >= mostMoves) {
      return trouble(edit, { kind: 'conflict', differences: disputed, upon })
    }
    set({ queue: again(state.queue, edit.id, { id: ports.newId(), action: edit.action, upon }) })
  }

  /** The officer's answer to a dispute: the fields to keep as mine. None kept = the edit is given up. */
  function settle(id: string, kept: readonly string[]) {
    const edit = state.queue.find((e) => e.id === id)
    const known = ports.known()
    if (edit?.trouble?.kind !== 'conflict' || !known) return
    const { differences: disputed, upon } = edit.trouble
    const action = keepMine(
      edit.action,
      disputed.map((d) => d.field),
      kept,
    )
    set({
      queue: action
        ? again(state.queue, id, { id: ports.newId(), action, upon })
        : givenUp(state.queue, id, known),
    })
    void flush()
  }

  function giveUp(id: string) {
    const known = ports.known()
    if (!known || id === sending) return
    set({ queue: givenUp(state.queue, id, known) })
    void flush()
  }

  /** Takes an own edit back: out of the queue while it is not sent, by an edit of its own afterwards. */
  function undo(origin: string): boolean {
    const waiting = state.queue.find((edit) => edit.origin === origin)
    if (waiting && waiting.id === sending) undoWhenSaved = origin
    else if (waiting) giveUp(waiting.id)
    if (waiting) return true
    const done = state.undoable.find((edit) => edit.origin === origin)
    if (!done) return false
    set({ undoable: state.undoable.filter((edit) => edit !== done) })
    const { editId, tasks, made, document } = done
    act({ kind: 'undo', editId, tasks, made, document })
    return true
  }

  function undoLast(): boolean {
    const waiting = state.queue.findLast((edit) => !edit.trouble && edit.action.kind !== 'undo')
    const last = waiting?.origin ?? state.undoable.at(-1)?.origin
    return last !== undefined && undo(last)
  }

  /** Until an answer comes, the page goes on saying that the edits are not saved. */
  function retry() {
    void flush()
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    state: () => state,
    act,
    settle,
    giveUp,
    undo,
    undoLast,
    retry,
    start: () => void flush(),
  }
}

/** The other officer did what this edit wants. */
function alreadySo(action: EditAction, current: unknown): boolean {
  const state = (current as { state?: string } | undefined)?.state
  return (
    (action.kind === 'drop-task' && state === 'dropped') ||
    (action.kind === 'restore-task' && state === 'proposed')
  )
}

function recordFrom(action: EditAction, version: number, current: unknown): Upon {
  if (action.kind === 'edit-document') {
    const document = DocumentContent.safeParse(current)
    return { subject: 'document', version, task: null, document: document.success ? document.data : null }
  }
  const task = Task.safeParse(current)
  const subject = task.success ? task.data.id : subjectsOf(action)[0]!
  return { subject, version, task: task.success ? task.data : null, document: null }
}
