import { expect, test } from 'vitest'

import { type Entry, isHeld, nextToSend } from './entry.ts'
import { type Outcome, sendAll, sendOnce } from './send.ts'

const entry = (order: number, over: Partial<Entry> = {}): Entry => ({
  order,
  requestId: `request-${order}`,
  accountId: 'an',
  officeId: 'office-an',
  officeTitle: 'Trạm trưởng',
  kind: 'station',
  subject: `subject-${order}`,
  state: 'waiting',
  at: '2021-09-16T02:00:00.000Z',
  serverAheadMs: null,
  title: 'Trạm',
  method: 'POST',
  path: '/api/stations',
  body: { id: order },
  lines: [],
  refresh: [],
  ...over,
})

/** A queue on a device, and a server that answers as told. */
function deviceWith(entries: Entry[], outcomes: Record<number, Outcome[]>) {
  const sent: number[] = []
  const ports = {
    list: async () => entries,
    mark: async (one: Entry, change: Partial<Entry>) => void Object.assign(one, change),
    finish: async (one: Entry) => void entries.splice(entries.indexOf(one), 1),
    send: async (one: Entry): Promise<Outcome> => {
      expect(one.state).toBe('sending')
      sent.push(one.order)
      return outcomes[one.order]?.shift() ?? { is: 'done' }
    },
  }
  return { ports, sent, entries }
}
const problem = { code: 'x', status: 409, message: '', details: {} }

test('entries go in the order of the presses and leave the queue', async () => {
  const device = deviceWith([entry(1), entry(2), entry(3)], {})
  expect(await sendAll(device.ports)).toBe('empty')
  expect(device.sent).toEqual([1, 2, 3])
  expect(device.entries).toEqual([])
})

test('without a network nothing is lost and nothing overtakes', async () => {
  const device = deviceWith([entry(1), entry(2)], { 1: [{ is: 'not-now' }] })
  expect(await sendAll(device.ports)).toBe('not-now')
  expect(device.sent).toEqual([1])
  expect(device.entries.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  expect(await sendAll(device.ports)).toBe('empty')
  expect(device.sent).toEqual([1, 1, 2])
})

test.each(['refused', 'conflict'] as const)(
  'behind a %s entry its own subject waits, others go',
  async (is) => {
    const device = deviceWith(
      [entry(1, { subject: 'a' }), entry(2, { subject: 'b' }), entry(3, { subject: 'a' })],
      { 1: [{ is, problem }] },
    )
    expect(await sendAll(device.ports)).toBe('empty')
    expect(device.sent).toEqual([1, 2])
    expect(device.entries.map((one) => [one.order, one.state])).toEqual([
      [1, is],
      [3, 'waiting'],
    ])
    expect(device.entries[0]).toMatchObject({ problem })
    expect(isHeld(device.entries[1]!, device.entries)).toBe(true)
  },
)

test('an entry that was being sent when the tab was closed goes again, under the same id', async () => {
  const device = deviceWith([entry(1, { state: 'sending' })], {})
  expect(nextToSend(device.entries)?.requestId).toBe('request-1')
  expect(await sendAll(device.ports)).toBe('empty')
})

test('whoever is signed out keeps the queue', async () => {
  const device = deviceWith([entry(1)], { 1: [{ is: 'signed-out' }] })
  expect(await sendAll(device.ports)).toBe('signed-out')
  expect(device.entries).toHaveLength(1)
})

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const said = (code: string) => ({ code, message: 'm', details: { expected: 1, actual: 2 } })

test.each<[string, () => Response, Outcome['is']]>([
  ['an answer', () => json(200, {}), 'done'],
  ['an empty answer', () => new Response(null, { status: 204 }), 'done'],
  ['the sign-in page of a hotel', () => new Response('<html>', { status: 200 }), 'not-now'],
  ['a proxy without a server', () => new Response('<html>', { status: 502 }), 'not-now'],
  ['a full disk', () => json(507, said('storage.full')), 'not-now'],
  ['too many requests', () => json(429, said('x')), 'not-now'],
  ['nobody signed in', () => json(401, said('session.signed-out')), 'signed-out'],
  ['a newer version there', () => json(409, said('subject.stale')), 'conflict'],
  ['a state that forbids it', () => json(409, said('lifecycle.illegal-move')), 'refused'],
  ['an invalid field', () => json(400, said('request.invalid')), 'refused'],
  ['not allowed', () => json(403, said('action.forbidden')), 'refused'],
  ['not there', () => json(404, said('subject.not-found')), 'refused'],
])('%s means %s', async (_, answer, is) => {
  const outcome = await sendOnce(
    entry(1),
    async () => answer(),
    () => ({}),
  )
  expect(outcome.is).toBe(is)
})

test('no network means later; the id and the office of the press are sent', async () => {
  const asked: RequestInit[] = []
  const outcome = await sendOnce(
    entry(1),
    async (_, init) => {
      asked.push(init ?? {})
      throw new TypeError('Failed to fetch')
    },
    (id) => ({ 'x-request-id': id, 'x-office': 'office-now' }),
  )
  expect(outcome).toEqual({ is: 'not-now' })
  expect(asked[0]?.headers).toMatchObject({ 'x-request-id': 'request-1', 'x-office': 'office-an' })
})

test('a file goes as a form, its id before it, under the id of its press; without its bytes it is not sent', async () => {
  const sent: { body: FormData; headers: Record<string, string> }[] = []
  const ask: typeof fetch = async (_, init) => {
    sent.push({ body: init!.body as FormData, headers: init!.headers as Record<string, string> })
    return json(200, {})
  }
  const file = { name: 'ảnh trạm.jpg', type: 'image/jpeg', size: 3, namedIn: 'evidence' }
  const photograph = entry(1, { body: { id: 'file-1' }, file })
  const bytes = new Uint8Array([1, 2, 3]).buffer
  expect(await sendOnce(photograph, ask, (id) => ({ 'x-request-id': id }), bytes)).toEqual({ is: 'done' })
  expect([...sent[0]!.body.keys()]).toEqual(['id', 'file'])
  expect(sent[0]!.body.get('id')).toBe('file-1')
  const part = sent[0]!.body.get('file') as File
  expect([part.name, part.size]).toEqual(['ảnh trạm.jpg', 3])
  expect(sent[0]!.headers).toEqual({ 'x-request-id': 'request-1', 'x-office': 'office-an' })
  const lost = await sendOnce(photograph, ask, () => ({}))
  expect(lost).toMatchObject({ is: 'refused', problem: { code: 'device.file-lost' } })
  expect(sent).toHaveLength(1)
})
