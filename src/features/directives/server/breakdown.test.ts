import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { openWorld, type Person } from '#tests/world.ts'
import type { Receivers, Task } from '../domain/index.ts'
import { follow, issue, meetPeople, partOf, type People, report } from './follow-people.testing.ts'

const world = openWorld()
let people: People
beforeAll(async () => {
  people = await meetPeople(world())
})

const stationsOf = async (): Promise<Task> => (await issue(world(), people.office)).about('Trạm Y tế')
const communes: Receivers = { level: 'commune', kind: 'people-committee', exceptUnits: [] }
const districts: Receivers = { level: 'district', kind: 'people-committee', exceptUnits: [] }

const assign = (who: Person, taskId: string, receivers: Receivers, more: object = {}) =>
  who.post(`/api/tasks/${taskId}/assignments`, {
    id: randomUUID(),
    quote: 'Lập ít nhất 01 trạm y tế lưu động trên địa bàn',
    dueOn: '2021-09-25',
    receivers,
    ...more,
  })
const childOf = async (who: Person, taskId: string, body: Person) =>
  (await who.get(`/api/tasks/${taskId}/children?limit=200`)).body.rows.find(
    (r: { bodyId: string }) => r.bodyId === body.bodyId,
  )

describe('cụ thể hóa', () => {
  test('one act gives a task to all 91 communes, each in its own inbox and its own right', async () => {
    const { office, health, laiThieu, anPhu, thuanAn } = people
    const task = await stationsOf()
    const preview = await health.post(`/api/tasks/${task.id}/receivers`, { receivers: communes })
    expect(preview.body.rows).toHaveLength(91)
    const given = await assign(health, task.id, communes, { targets: [0] })
    expect(given.status, JSON.stringify(given.body)).toBe(200)
    expect(given.body).toMatchObject({ assignment: { total: 91, done: 0, overdue: 0 }, already: 0 })
    const inbox = (await laiThieu.get('/api/inbox')).body
    const own = inbox.rows.find((r: { parentId: string }) => r.parentId === task.id)
    expect(own).toMatchObject({
      part: 'lead',
      dueOn: '2021-09-25',
      assignedBy: 'Sở Y tế tỉnh Bình Dương',
      directiveNumber: '311-TB/TU',
    })
    const seen = await follow(laiThieu, own.taskId)
    expect(seen).toMatchObject({
      state: 'not-yet-due',
      issuer: { name: 'Sở Y tế tỉnh Bình Dương' },
      may: { report: true, assign: true, decide: false },
    })
    expect(seen.parent).toMatchObject({ taskId: task.id, quote: task.quote, dueOn: '2021-09-30' })
    expect((await laiThieu.get(`/api/tasks/${own.taskId}`)).body.task.quote).toContain('trạm y tế lưu động')
    // The commune next to it, and the district that has no part, do not see its task; who issued the document does.
    expect((await anPhu.get(`/api/tasks/${own.taskId}/follow`)).status).toBe(404)
    expect((await anPhu.get(`/api/tasks/${own.taskId}`)).status).toBe(404)
    expect((await thuanAn.get(`/api/tasks/${own.taskId}/follow`)).status).toBe(404)
    expect((await follow(office, own.taskId)).may.decide).toBe(false)
    expect((await follow(health, own.taskId)).may.decide).toBe(true)
    // The register of the document is what the document says.
    expect((await office.get(`/api/directives/${task.directiveId}`)).body.tasks).toHaveLength(3)
    // Given again it reaches nobody twice.
    expect((await assign(health, task.id, communes)).body.code).toBe('request.invalid')
  })

  test('two officers who press at once give it to each commune once', async () => {
    const { health } = people
    const second = await world().join('so-y-te@74', 'body-officer', 'Thanh Trúc')
    const task = await stationsOf()
    const answers = await Promise.all([assign(health, task.id, communes), assign(second, task.id, communes)])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 400])
    expect((await health.get(`/api/tasks/${task.id}/roll-up`)).body.total).toBe(91)
  })

  test('a department that has the document and no part in it does not read the communes’ tasks', async () => {
    const { health, finance, laiThieu } = people
    const task = await stationsOf()
    await assign(health, task.id, { bodyIds: [laiThieu.bodyId] })
    const child = await childOf(health, task.id, laiThieu)
    for (const url of ['', '/follow', '/history'])
      expect((await finance.get(`/api/tasks/${child.taskId}${url}`)).status, url).toBe(404)
    expect((await finance.get(`/api/tasks/${task.id}/children`)).status).toBe(403)
  })

  test('goes on to the communes of a district, and rolls up commune, district, province', async () => {
    const { office, health, thuanAn, laiThieu } = people
    const task = await stationsOf()
    await assign(health, task.id, districts)
    const district = await childOf(health, task.id, thuanAn)
    const below = await assign(thuanAn, district.taskId, communes, { dueOn: '2021-09-20' })
    expect(below.status, JSON.stringify(below.body)).toBe(200)
    expect(below.body.assignment.total).toBe(10)
    const rollUp = async (who: Person) => (await who.get(`/api/tasks/${task.id}/roll-up`)).body
    // Eight districts that were not broken down, and ten communes of the ninth.
    expect(await rollUp(office)).toMatchObject({ total: 18, done: 0, overdue: 0 })
    const commune = await childOf(thuanAn, district.taskId, laiThieu)
    const done = await report(laiThieu, commune.taskId, { doneOn: '2021-09-16', text: 'Đã lập 02 trạm' })
    await thuanAn.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    const after = await rollUp(health)
    expect(after).toMatchObject({ total: 18, done: 1 })
    const at = (path: string) => after.units.find((u: { path: string }) => u.path === path)
    expect(at('v2021.p74')).toMatchObject({ level: 'province', total: 18, done: 1 })
    expect(at('v2021.p74.d725')).toMatchObject({ level: 'district', total: 10, done: 1 })
    expect(at('v2021.p74.d725.c25966')).toMatchObject({ level: 'commune', total: 1, done: 1 })
    // The department, two levels above, reads the commune’s report; the office that issued the document too.
    expect((await follow(health, commune.taskId)).reports[0]?.text).toBe('Đã lập 02 trạm')
    expect((await follow(office, commune.taskId)).reports).toHaveLength(1)
    expect((await thuanAn.get('/api/tasks?state=not-yet-due&limit=200')).body.rows.length).toBeGreaterThan(0)
  })

  test('when everything below is done it proposes so; acceptance stays an act', async () => {
    const { health, thuanAn } = people
    const task = await stationsOf()
    await assign(health, task.id, { bodyIds: [thuanAn.bodyId] })
    const child = await childOf(health, task.id, thuanAn)
    const done = await report(thuanAn, child.taskId, { doneOn: '2021-09-16' })
    expect((await follow(health, task.id)).proposesDone).toBe(false)
    await health.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    expect(await follow(health, task.id)).toMatchObject({ proposesDone: true, state: 'not-yet-due' })
  })

  test('takes exceptions by unit, one district, and a centre of the department', async () => {
    const { health } = people
    const task = await stationsOf()
    const ask = async (receivers: Receivers) =>
      (await health.post(`/api/tasks/${task.id}/receivers`, { receivers })).body.rows.length
    expect(await ask({ ...communes, exceptUnits: ['vn-2021:25966'] })).toBe(90)
    expect(await ask({ ...communes, within: 'vn-2021:725' })).toBe(10)
    const centre = await world().body('cdc@74')
    const given = await assign(health, task.id, { bodyIds: [centre] })
    expect(given.body.assignment?.total, JSON.stringify(given.body)).toBe(1)
  })

  test('stays inside the jurisdiction and the deadline', async () => {
    const { office, health, police, finance, thuanAn, farAway } = people
    const task = await stationsOf()
    for (const who of [police, finance]) {
      const outside = await assign(health, task.id, { bodyIds: [who.bodyId, thuanAn.bodyId] })
      expect(outside.body.code, who.name).toBe('task.outside-jurisdiction')
    }
    expect((await assign(health, task.id, { bodyIds: [farAway.bodyId] })).body).toMatchObject({
      code: 'task.outside-jurisdiction',
    })
    expect((await assign(health, task.id, { bodyIds: [health.bodyId] })).body.code).toBe(
      'task.outside-jurisdiction',
    )
    expect((await assign(health, task.id, { bodyIds: [office.bodyId] })).body.code).toBe(
      'task.outside-jurisdiction',
    )
    expect((await assign(health, task.id, communes, { dueOn: '2021-09-15' })).body.code).toBe(
      'request.invalid',
    )
    const late = await assign(health, task.id, districts, { dueOn: '2021-10-05' })
    expect(late.body).toMatchObject({ code: 'subject.incomplete' })
    expect(late.body.message).toContain('2021-09-30')
    expect((await assign(health, task.id, districts, { dueOn: null })).body.code).toBe('subject.incomplete')
    const told = await assign(health, task.id, districts, {
      dueOn: '2021-10-05',
      lateReason: 'Chờ trang thiết bị',
    })
    expect(told.body.assignment).toMatchObject({ total: 9, lateReason: 'Chờ trang thiết bị' })
    // A district gives to its own communes only.
    const district = await childOf(health, task.id, thuanAn)
    const foreign = await world().body('ubnd@25741')
    expect((await assign(thuanAn, district.taskId, { bodyIds: [foreign] })).body.code).toBe(
      'task.outside-jurisdiction',
    )
    // Who does not lead breaks nothing down.
    expect((await assign(office, task.id, communes)).status).toBe(403)
    expect((await assign(police, task.id, communes)).status).toBe(403)
    expect((await assign(farAway, task.id, communes)).status).toBe(404)
  })

  test('is taken back from whom has not reported, with a reason, and stays in the history', async () => {
    const { health, thuanAn, laiThieu, anPhu } = people
    const task = await stationsOf()
    const given = await assign(health, task.id, { bodyIds: [thuanAn.bodyId, laiThieu.bodyId, anPhu.bodyId] })
    const [mine, theirs] = [await childOf(health, task.id, laiThieu), await childOf(health, task.id, anPhu)]
    const gone = await health.post(`/api/tasks/${mine.taskId}/withdraw`, {
      version: 1,
      reason: 'Giao nhầm phường',
    })
    expect(gone.body.part, JSON.stringify(gone.body)).toMatchObject({ state: 'withdrawn' })
    expect((await follow(laiThieu, mine.taskId)).ended).toBe('withdrawn')
    expect(
      (await laiThieu.get('/api/inbox?limit=200')).body.rows.map((r: { taskId: string }) => r.taskId),
    ).not.toContain(mine.taskId)
    expect(
      (await laiThieu.get('/api/inbox?state=ended&limit=200')).body.rows.map(
        (r: { taskId: string }) => r.taskId,
      ),
    ).toContain(mine.taskId)
    expect((await report(laiThieu, mine.taskId)).body.code).toBe('lifecycle.illegal-move')
    await report(anPhu, theirs.taskId)
    const { version } = await partOf(health, theirs.taskId, anPhu.bodyId)
    expect(
      (await health.post(`/api/tasks/${theirs.taskId}/withdraw`, { version, reason: 'Thôi' })).body.code,
    ).toBe('lifecycle.illegal-move')
    expect(
      (await anPhu.post(`/api/tasks/${theirs.taskId}/withdraw`, { version, reason: 'Thôi' })).status,
    ).toBe(403)
    const url = `/api/tasks/${task.id}/assignments/${given.body.assignment.id}/withdraw`
    expect((await thuanAn.post(url, { reason: 'không phải việc của tôi' })).status).toBeOneOf([403, 404])
    expect((await health.post(url, { reason: 'Giao lại sau' })).body).toEqual({ withdrawn: 1, kept: 1 })
    const { assignments } = (await health.get(`/api/tasks/${task.id}/assignments`)).body
    expect(assignments[0]).toMatchObject({ total: 1, withdrawn: 2 })
    const { entries } = (await laiThieu.get(`/api/tasks/${mine.taskId}/history`)).body
    expect(entries.map((e: { kind: string }) => e.kind)).toEqual(['withdrawn', 'assigned'])
    // The sentence of the document itself is superseded, never taken back.
    expect(
      (await people.office.post(`/api/tasks/${task.id}/withdraw`, { version: 1, reason: 'Thôi' })).body.code,
    ).toBe('lifecycle.illegal-move')
    // Given again after that, it is a new task.
    expect((await assign(health, task.id, { bodyIds: [laiThieu.bodyId] })).body.assignment.total).toBe(1)
  })

  test('an extension beyond the task above needs a reason', async () => {
    const { health, thuanAn } = people
    const task = await stationsOf()
    await assign(health, task.id, { bodyIds: [thuanAn.bodyId] })
    const child = await childOf(health, task.id, thuanAn)
    const asked = await thuanAn.post(`/api/tasks/${child.taskId}/extensions`, {
      id: randomUUID(),
      dueAsked: '2021-10-08',
      reason: 'Thiếu xe',
    })
    const url = `/api/extensions/${asked.body.extension.id}/grant`
    expect((await health.post(url, { version: 1 })).body.code).toBe('subject.incomplete')
    expect((await health.post(url, { version: 1, note: 'Đã xin ý kiến' })).body.part).toMatchObject({
      dueOn: '2021-10-08',
      originalDueOn: '2021-09-25',
    })
  })
})
