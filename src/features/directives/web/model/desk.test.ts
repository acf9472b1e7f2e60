import { expect, test } from 'vitest'

import type { Directive, Edited, Task } from '../../domain/index.ts'
import { applyAction, type EditAction } from './actions.ts'
import { createDesk, type Failure } from './desk.ts'
import { editStorage, unsentByDirective } from './edit-storage.ts'
import type { PendingEdit } from './queue.ts'
import { idOf, party, sampleDirective } from './sample.testing.ts'

class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super('refused')
    this.failure = failure
  }
}

/** A browser's storage, which outlives the page. */
function memory(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (i) => [...items.keys()][i] ?? null,
    get length() {
      return items.size
    },
    clear: () => items.clear(),
  }
}

/** A server with versions and remembered request ids, and one officer's page in front of it. */
function world(disk = memory()) {
  let stored = sampleDirective()
  const remembered = new Map<string, Edited>()
  const sent: string[] = []
  const later: Array<() => void> = []
  let reachable = true
  let loseAnswer = false
  let ids = 0
  let known: Directive = stored
  let fetched = 0

  const taskOf = (id: string) => stored.tasks.find((task) => task.id === id)
  function save(action: EditAction): Edited {
    const before = stored
    const next = applyAction(stored, action)
    const tasks = next.tasks.map((task) => {
      const old = before.tasks.find((t) => t.id === task.id)
      return old && old !== task ? { ...task, version: old.version + 1 } : task
    })
    const version = action.kind === 'edit-document' ? stored.version + 1 : stored.version
    stored = { ...next, tasks, version, revision: stored.revision + 1 }
    const changed = tasks.filter(
      (task) => before.tasks.find((t) => t.id === task.id)?.version !== task.version,
    )
    const document = action.kind === 'edit-document' ? stored.document : null
    return {
      editId: idOf(7000 + stored.revision),
      revision: stored.revision,
      version,
      tasks: changed,
      document,
      bodies: [],
    }
  }
  async function send(edit: PendingEdit): Promise<Edited> {
    sent.push(edit.id)
    await Promise.resolve()
    if (!reachable) throw new Refusal({ kind: 'passing' })
    let answer = remembered.get(edit.id)
    if (!answer) {
      for (const seen of edit.action.kind === 'undo' ? [] : edit.seen) {
        const now = seen.subject === 'document' ? stored : taskOf(seen.subject)!
        const current = seen.subject === 'document' ? stored.document : now
        if (now.version !== seen.version) throw new Refusal({ kind: 'stale', actual: now.version, current })
      }
      if (edit.action.kind === 'drop-task' && edit.action.reason === 'cấm') {
        throw new Refusal({ kind: 'refused', code: 'action.forbidden', status: 403, message: 'Không được' })
      }
      answer = save(edit.action)
      remembered.set(edit.id, answer)
    }
    if (loseAnswer) throw new Refusal({ kind: 'passing' })
    return answer
  }
  function open() {
    return createDesk({
      storage: editStorage(disk, 'me', stored.id),
      send,
      failure: (error) => (error as Refusal).failure,
      known: () => known,
      learn: (change) => (known = change(known)),
      onNews: () => {
        fetched++
        known = stored
      },
      onSaved: () => {},
      newId: () => idOf(10_000 + ids++),
      now: () => `2021-09-15T03:00:${String(ids).padStart(2, '0')}Z`,
      wait: (_, then) => later.push(then),
    })
  }
  return {
    disk,
    open,
    sent,
    task: (n: number): Task => taskOf(idOf(n))!,
    document: () => stored.document,
    fetched: () => fetched,
    /** What another officer does meanwhile, unseen by this page. */
    other: save,
    network: (state: 'up' | 'down' | 'answers-lost') => {
      reachable = state !== 'down'
      loseAnswer = state === 'answers-lost'
    },
    wake: () => later.splice(0).forEach((then) => then()),
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const lead = (n: number, name: string): EditAction => ({
  kind: 'edit-task',
  taskId: idOf(n),
  changes: { lead: [party(name, 6)] },
})
const drop = (n: number, reason = ''): EditAction => ({ kind: 'drop-task', taskId: idOf(n), reason })
const leadOf = (task: Task) => task.content.lead.map((p) => p.name).join()

test('edits are sent in order, each upon the version the one before made', async () => {
  const w = world()
  const desk = w.open()
  desk.act(lead(1, 'A'))
  desk.act(lead(1, 'B'))
  desk.act(drop(1))
  expect(desk.state().queue).toHaveLength(3)
  await settled()
  expect(desk.state().queue).toEqual([])
  expect([leadOf(w.task(1)), w.task(1).state, w.task(1).version]).toEqual(['B', 'dropped', 4])
  expect(w.disk.length).toBe(0)
})

test('without a network nothing is lost, also when the page is closed, and the request id stays', async () => {
  const w = world()
  w.network('down')
  const first = w.open()
  first.act(lead(1, 'A'))
  await settled()
  expect(first.state()).toMatchObject({ offline: true, savedAt: null })
  expect(unsentByDirective(w.disk, 'me')).toEqual(new Map([[idOf(900), 1]]))
  expect(unsentByDirective(w.disk, 'somebody else').size).toBe(0)

  w.network('up')
  const second = w.open()
  second.start()
  await settled()
  expect(leadOf(w.task(1))).toBe('A')
  expect(new Set(w.sent).size).toBe(1)
  expect(w.disk.length).toBe(0)
})

test('an edit whose answer was lost is done once', async () => {
  const w = world()
  const desk = w.open()
  w.network('answers-lost')
  desk.act(lead(1, 'A'))
  await settled()
  w.network('up')
  w.wake()
  await settled()
  expect(desk.state().queue).toEqual([])
  expect([w.sent.length, w.task(1).version]).toEqual([2, 2])
})

test('another officer changed another field: both stand, nobody is asked', async () => {
  const w = world()
  const desk = w.open()
  w.other({ kind: 'edit-task', taskId: idOf(1), changes: { deadline: null } })
  desk.act(lead(1, 'A'))
  await settled()
  expect([leadOf(w.task(1)), w.task(1).content.deadline]).toEqual(['A', null])
  expect(desk.state().queue).toEqual([])
  expect(w.fetched()).toBeGreaterThan(0)
})

test('the same field: nothing is overwritten until the officer has decided', async () => {
  const w = world()
  const desk = w.open()
  w.other(lead(1, 'B'))
  desk.act(lead(1, 'A'))
  desk.act(drop(2))
  await settled()
  expect([leadOf(w.task(1)), w.task(2).state]).toEqual(['B', 'dropped'])
  const [dispute] = desk.state().queue
  expect(dispute?.trouble).toMatchObject({
    kind: 'conflict',
    differences: [{ field: 'lead' }],
    upon: { version: 2 },
  })

  desk.settle(dispute!.id, ['lead'])
  await settled()
  expect([leadOf(w.task(1)), desk.state().queue.length]).toEqual(['A', 0])
})

test('theirs is kept when the officer says so', async () => {
  const w = world()
  const desk = w.open()
  w.other(lead(1, 'B'))
  desk.act(lead(1, 'A'))
  await settled()
  desk.settle(desk.state().queue[0]!.id, [])
  await settled()
  expect([leadOf(w.task(1)), desk.state().queue.length, w.disk.length]).toEqual(['B', 0, 0])
})

test('a decision made upon an older state is asked again, about what is new only', async () => {
  const w = world()
  const desk = w.open()
  w.other(lead(1, 'B'))
  desk.act(lead(1, 'A'))
  await settled()
  w.other(lead(1, 'C'))
  desk.settle(desk.state().queue[0]!.id, ['lead'])
  await settled()
  const [dispute] = desk.state().queue
  expect(leadOf(w.task(1))).toBe('C')
  expect(dispute?.trouble).toMatchObject({
    differences: [{ base: [{ name: 'B' }], theirs: [{ name: 'C' }] }],
  })
})

test('both dropped it: nothing to decide', async () => {
  const w = world()
  const desk = w.open()
  w.other(drop(1))
  desk.act(drop(1))
  await settled()
  expect([desk.state().queue.length, w.task(1).version]).toEqual([0, 2])
})

test('a refused edit is shown as refused, not drawn as done, and can be given up', async () => {
  const w = world()
  const desk = w.open()
  desk.act(drop(1, 'cấm'))
  await settled()
  expect(desk.state().queue[0]?.trouble).toMatchObject({ kind: 'refused', code: 'action.forbidden' })
  expect(w.task(1).state).toBe('proposed')
  desk.giveUp(desk.state().queue[0]!.id)
  expect([desk.state().queue.length, w.disk.length]).toEqual([0, 0])
})

test('undo: of what was sent, of what is on its way, of what waits', async () => {
  const w = world()
  const desk = w.open()
  desk.act(drop(1))
  await settled()
  desk.undoLast()
  await settled()
  expect(w.task(1).state).toBe('proposed')

  desk.act(drop(2))
  desk.undoLast()
  await settled()
  expect(w.task(2).state).toBe('proposed')

  w.network('down')
  desk.act(drop(3))
  await settled()
  desk.undoLast()
  expect(desk.state().queue).toEqual([])
  expect(w.task(3).state).toBe('proposed')
})

test('an older edit can be taken back by itself, once', async () => {
  const w = world()
  const desk = w.open()
  const first = desk.act(drop(1))!
  desk.act(drop(2))
  await settled()
  expect(desk.undo(first.origin)).toBe(true)
  await settled()
  expect([w.task(1).state, w.task(2).state]).toEqual(['proposed', 'dropped'])
  expect(desk.undo(first.origin)).toBe(false)
})

test('nothing to undo at the start', () => {
  expect(world().open().undoLast()).toBe(false)
})

test('a device without room says so', async () => {
  const full = memory()
  full.setItem = () => {
    throw new Error('QuotaExceededError')
  }
  const w = world(full)
  w.network('down')
  const desk = w.open()
  desk.act(drop(1))
  expect(desk.state().kept).toBe(false)
  await settled()
  w.network('up')
  w.wake()
  await settled()
  expect(desk.state()).toMatchObject({ kept: true, queue: [] })
})

test('two officers edit the document’s own fields', async () => {
  const w = world()
  const desk = w.open()
  w.other({ kind: 'edit-document', changes: { title: 'Tên của người kia' } })
  desk.act({ kind: 'edit-document', changes: { number: '2-CT/TU' } })
  await settled()
  expect(w.document()).toMatchObject({ title: 'Tên của người kia', number: '2-CT/TU' })
})
