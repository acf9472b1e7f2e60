import { expect, test } from 'vitest'
import { z } from 'zod'

import { type ApiPorts, createApi, withQuery } from './client.ts'
import { ApiProblem, fieldIssues, mayPass, StaleProblem } from './problem.ts'

const Task = z.object({ id: z.string(), title: z.string() })
const task = { id: 't1', title: 'Rà soát' }

interface Sent {
  path: string
  method: string
  headers: Record<string, string>
  body: unknown
}

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'no network'

/** A server that gives these answers in turn, and remembers what it was asked. */
function serverWith(answers: readonly Answer[], ports: Partial<ApiPorts> = {}) {
  const sent: Sent[] = []
  const pauses: number[] = []
  const api = createApi({
    fetch: (path, init) => {
      const answer = answers[sent.length] ?? 'no network'
      sent.push({
        path: String(path),
        method: init?.method ?? 'GET',
        headers: init?.headers as Record<string, string>,
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body,
      })
      if (answer === 'no network') return Promise.reject(new TypeError('Failed to fetch'))
      const text = answer.body === undefined ? null : JSON.stringify(answer.body)
      return Promise.resolve(new Response(text, { status: answer.status, headers: answer.headers ?? {} }))
    },
    office: () => 'office-1',
    language: () => 'vi',
    signInAgain: () => Promise.resolve(false),
    pause: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    ...ports,
  })
  return { api, sent, pauses }
}

const refusal = (status: number, code: string, details: object = {}) => ({
  status,
  body: { code, message: 'said by the server', details },
})
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('it should fail'),
    (error: unknown) => error,
  )

test('a read is one request with office, language and a request id, and its answer is parsed', async () => {
  const { api, sent } = serverWith([{ status: 200, body: { ...task, secret: 'not in the schema' } }])
  expect(await api.get('/api/tasks/t1', Task)).toEqual(task)
  expect(sent).toMatchObject([
    { path: '/api/tasks/t1', method: 'GET', headers: { 'x-office': 'office-1', 'accept-language': 'vi' } },
  ])
  expect(sent[0]?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

test('a write that does not reach the server is sent again under the same id', async () => {
  const { api, sent, pauses } = serverWith(['no network', 'no network', { status: 200, body: task }])
  await api.post('/api/tasks', Task, { title: 'Rà soát' }, { requestId: 'id-1' })
  expect(sent.map((one) => one.headers['x-request-id'])).toEqual(['id-1', 'id-1', 'id-1'])
  expect(sent.map((one) => one.body)).toEqual(Array(3).fill({ title: 'Rà soát' }))
  expect(pauses).toEqual([400, 1500])
})

test('after three attempts it says that the server was not reached', async () => {
  const { api, sent } = serverWith([])
  expect(await problemOf(api.post('/api/tasks', Task, {}))).toMatchObject({
    code: 'network.not-reached',
    status: 0,
  })
  expect(sent).toHaveLength(3)
})

test('a read is not sent again by the client, and a refused write is not either', async () => {
  const read = serverWith([])
  await problemOf(read.api.get('/api/tasks', Task))
  expect(read.sent).toHaveLength(1)
  const write = serverWith([refusal(500, 'internal')])
  await problemOf(write.api.post('/api/tasks', Task, {}))
  expect(write.sent).toHaveLength(1)
})

test('a 401 waits for the person to sign in and sends the same request again', async () => {
  const { api, sent } = serverWith([refusal(401, 'session.none'), { status: 200, body: task }], {
    signInAgain: () => Promise.resolve(true),
  })
  expect(await api.post('/api/tasks', Task, task)).toEqual(task)
  expect(sent[1]?.headers['x-request-id']).toBe(sent[0]?.headers['x-request-id'])
})

test('a 401 stays one when the person gives up, or when it is the answer that was asked for', async () => {
  const gaveUp = serverWith([refusal(401, 'session.none')])
  expect(await problemOf(gaveUp.api.get('/api/tasks', Task))).toMatchObject({ status: 401 })
  const asked = serverWith([refusal(401, 'session.none')], { signInAgain: () => expect.fail('not asked') })
  const whoAmI = asked.api.get('/api/me', Task, {}, { signedOutIsAnAnswer: true })
  expect(await problemOf(whoAmI)).toMatchObject({ status: 401, code: 'session.none' })
})

test('a stale 409 carries both versions; another 409 is an ordinary problem', async () => {
  const { api } = serverWith([
    refusal(409, 'subject.stale', { expected: 3, actual: 5, current: task }),
    refusal(409, 'lifecycle.illegal-move'),
  ])
  const stale = await problemOf(api.post('/api/tasks/t1', Task, {}))
  expect(stale).toBeInstanceOf(StaleProblem)
  expect(stale).toMatchObject({ expected: 3, actual: 5, current: task })
  const illegal = await problemOf(api.post('/api/tasks/t1', Task, {}))
  expect(illegal).toBeInstanceOf(ApiProblem)
  expect(illegal).not.toBeInstanceOf(StaleProblem)
})

test('a page of a proxy, or an answer of another shape, is a problem and not data', async () => {
  const proxy = createApi({
    fetch: () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })),
    office: () => undefined,
    language: () => 'vi',
    signInAgain: () => Promise.resolve(false),
    pause: () => Promise.resolve(),
  })
  expect(await problemOf(proxy.get('/api/tasks', Task))).toMatchObject({
    code: 'answer.unreadable',
    status: 502,
  })
  const other = serverWith([{ status: 200, body: { id: 7 } }])
  expect(await problemOf(other.api.get('/api/tasks', Task))).toMatchObject({ code: 'answer.unexpected' })
})

test('an empty answer fits a schema that expects nothing', async () => {
  const { api } = serverWith([{ status: 204 }])
  expect(await api.delete('/api/session', z.unknown())).toBeUndefined()
})

test('a file keeps the Vietnamese name the server gave it', async () => {
  const disposition = `attachment; filename="so.xlsx"; filename*=UTF-8''S%E1%BB%95%20nhi%E1%BB%87m%20v%E1%BB%A5.xlsx`
  const { api } = serverWith([{ status: 200, body: {}, headers: { 'content-disposition': disposition } }])
  expect((await api.file('/api/tasks/export.xlsx')).name).toBe('Sổ nhiệm vụ.xlsx')
})

test('the query string leaves out what is empty and joins lists', () => {
  expect(withQuery('/api/tasks', { page: 1, q: '', state: undefined, lead: ['a', 'b'], late: true })).toBe(
    '/api/tasks?page=1&lead=a%2Cb&late=true',
  )
  expect(withQuery('/api/tasks')).toBe('/api/tasks')
})

test('fields of a 400 are read, and nothing is read from anything else', () => {
  const issues = [{ path: ['title'], code: 'too_small', message: 'x' }]
  expect(fieldIssues(new ApiProblem('request.invalid', 400, '', { issues }))).toEqual(issues)
  expect(fieldIssues(new ApiProblem('request.invalid', 400, '', { issues: 'broken' }))).toEqual([])
  const said = [{ path: 'office/title', found: '', expected: 'Cần có chức danh' }]
  expect(fieldIssues(new ApiProblem('request.invalid', 400, '', { issues: said }))).toEqual([
    { path: ['office', 'title'], code: 'custom', message: 'Cần có chức danh' },
  ])
  expect(fieldIssues(new Error('x'))).toEqual([])
})

test.each([
  [0, true],
  [429, true],
  [500, true],
  [503, true],
  [400, false],
  [401, false],
  [403, false],
  [404, false],
  [409, false],
])('trying again after %i may help: %s', (status, helps) => {
  expect(mayPass(new ApiProblem('x', status, ''))).toBe(helps)
})
