import { expect, test } from 'vitest'

import type { Directive, Edited } from '../../domain/index.ts'
import type { EditAction } from './actions.ts'
import {
  absorb,
  again,
  answered,
  givenUp,
  makeEdit,
  nextToSend,
  type PendingEdit,
  withPending,
} from './queue.ts'
import { idOf, party, sampleDirective, sampleText } from './sample.testing.ts'

const server = sampleDirective()
const lead = (name: string): EditAction => ({
  kind: 'edit-task',
  taskId: idOf(1),
  changes: { lead: [party(name, 6)] },
})
const split: EditAction = {
  kind: 'split-task',
  taskId: idOf(1),
  at: sampleText.indexOf('toàn bộ'),
  newIds: [idOf(21), idOf(22)],
}

const theirs = { ...server.tasks[0]!, version: 4, reviewed: true }
const upon = { subject: idOf(1), version: 4, task: theirs, document: null }

/** Edits made one after the other by one officer who sees each at once. */
function made(...actions: EditAction[]): PendingEdit[] {
  return actions.reduce<PendingEdit[]>(
    (queue, action, i) => [
      ...queue,
      makeEdit(withPending(server, queue), queue, action, {
        id: idOf(500 + i),
        madeAt: '2021-09-15T03:00:00Z',
      }),
    ],
    [],
  )
}

const answer = (tasks: Directive['tasks'], revision = 8): Edited => ({
  editId: idOf(700),
  revision,
  version: 1,
  tasks,
  document: null,
  bodies: [],
})

test('the first edit names the version on the screen, the next one waits for it', () => {
  const queue = made(lead('A'), lead('B'))
  expect(queue.map((e) => e.seen)).toEqual([
    [{ subject: idOf(1), version: 1, after: null }],
    [{ subject: idOf(1), version: 1, after: idOf(500) }],
  ])
  expect(nextToSend(queue)?.id).toBe(idOf(500))
})

test('once the first is answered the next knows its version', () => {
  const queue = answered(made(lead('A'), lead('B')), idOf(500), answer([{ ...server.tasks[0]!, version: 2 }]))
  expect(queue.map((e) => e.seen)).toEqual([[{ subject: idOf(1), version: 2, after: null }]])
})

test('edits of new tasks wait for what makes them', () => {
  const queue = made(split, { kind: 'drop-task', taskId: idOf(22), reason: '' })
  expect(queue[1]!.seen).toEqual([{ subject: idOf(22), version: 1, after: idOf(500) }])
  expect(
    withPending(server, queue)
      .tasks.filter((t) => t.state === 'dropped')
      .map((t) => t.id),
  ).toEqual([idOf(22)])
})

test('edits of other tasks go on while one is in dispute, what waits for it does not', () => {
  const [first, second, third] = made(
    lead('A'),
    { kind: 'drop-task', taskId: idOf(1), reason: '' },
    { kind: 'drop-task', taskId: idOf(2), reason: '' },
  )
  const dispute = { ...first!, trouble: { kind: 'conflict' as const, differences: [], upon } }
  expect(nextToSend([dispute, second!, third!])?.id).toBe(idOf(502))
  expect(nextToSend([dispute, second!])).toBeUndefined()
  expect(withPending(server, [dispute]).tasks).toEqual(server.tasks)
})

test('giving up a split gives up what was done to its halves, and only that', () => {
  const queue = made(
    split,
    { kind: 'drop-task', taskId: idOf(22), reason: '' },
    { kind: 'drop-task', taskId: idOf(2), reason: '' },
  )
  expect(givenUp(queue, idOf(500), server).map((e) => e.id)).toEqual([idOf(502)])
})

test('giving up an edit puts those upon it on the version of the server', () => {
  const moved = { ...server, tasks: server.tasks.map((t) => ({ ...t, version: 5 })) }
  const queue = givenUp(made(lead('A'), lead('B')), idOf(500), moved)
  expect(queue.map((e) => e.seen)).toEqual([[{ subject: idOf(1), version: 5, after: null }]])
})

test('a settled edit goes again upon what was seen, under a new id that others wait for', () => {
  const [first, second] = made(lead('A'), lead('B'))
  const dispute = { ...first!, trouble: { kind: 'conflict' as const, differences: [], upon } }
  const queue = again([dispute, second!], idOf(500), { id: idOf(600), action: lead('C'), upon })
  expect(queue[0]!.base.tasks).toEqual([upon.task])
  expect(queue.map((e) => [e.id, e.seen[0]!.version, e.seen[0]!.after, e.trouble])).toEqual([
    [idOf(600), 4, null, null],
    [idOf(501), 1, idOf(600), null],
  ])
})

test('an answer replaces tasks by id, adds new ones and never goes back in time', () => {
  const older = { ...server.tasks[1]!, version: 0, quote: 'cũ' }
  const fresh = { ...server.tasks[0]!, version: 2, reviewed: true }
  const extra = { ...server.tasks[0]!, id: idOf(50) }
  const next = absorb(server, {
    ...answer([fresh, older, extra]),
    bodies: [{ id: idOf(6), name: 'A', unitName: 'B' }],
  })
  expect(next.tasks.map((t) => [t.id, t.version])).toEqual([
    [idOf(1), 2],
    [idOf(2), 1],
    [idOf(3), 1],
    [idOf(50), 1],
  ])
  expect([next.revision, next.bodies.length]).toEqual([8, 1])
  expect(absorb(next, answer([], 3)).revision).toBe(8)
})
