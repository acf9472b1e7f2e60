import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { readSheet } from '#platform/documents/index.ts'
import { openWorld, type Person } from '#tests/world.ts'
import { sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { verifyAcceptedCounts } from './count-store.ts'
import { type Digest, remindJob } from './reminders.ts'
import { follow, issue, meetPeople, type People, report } from './follow-people.testing.ts'

const world = openWorld()
let people: People
let leader: Person
beforeAll(async () => {
  people = await meetPeople(world())
  leader = await world().join('ubnd@74', 'leader', 'Chủ tịch')
})

async function station(clerk: Person) {
  const content = { name: 'Trạm y tế lưu động số 1', phone: '0900000001', doctors: 1, staff: 6, oxygen: 2 }
  const body = {
    id: randomUUID(),
    kind: 'mobile-station',
    unitId: 'vn-2021:25966',
    fromDay: '2021-09-10',
    content,
  }
  expect((await clerk.post('/api/health-network/records', body)).status).toBe(200)
  await world().settle('indicators.recompute')
}

describe('a target that measures itself', () => {
  test('the fitting indicator is proposed, an officer binds it, and nobody types the figure', async () => {
    const { office, health, laiThieu } = people
    const task = (await issue(world(), office)).about('Trạm Y tế')
    const proposed = (await follow(office, task.id)).targets[0]!
    expect(proposed.suggestions[0]).toMatchObject({
      key: 'communes-with-mobile-station',
      atLeast: 1,
      goal: 1,
      goalKind: 'share',
    })
    const { key: indicatorKey, atLeast, goal, goalKind } = proposed.suggestions[0]!
    const url = `/api/tasks/${task.id}/targets/0/binding`
    const bound = await office.post(url, {
      id: randomUUID(),
      indicatorKey,
      atLeast,
      goal,
      goalKind,
      byDay: '2021-09-30',
    })
    expect(bound.body.binding, JSON.stringify(bound.body)).toMatchObject({
      indicatorKey,
      unitId: 'vn-2021:74',
      goal: 1,
      byDay: '2021-09-30',
      version: 1,
    })
    await world().settle('indicators.recompute')
    const before = (await follow(health, task.id)).targets[0]!
    expect(before.figure).toMatchObject({ numerator: 0, denominator: 91, reached: false, asOf: '2021-09-16' })
    expect(before.suggestions).toEqual([])
    await station(laiThieu)
    expect((await follow(office, task.id)).targets[0]!.figure).toMatchObject({
      numerator: 1,
      denominator: 91,
    })
    // Broken down, each commune is measured for itself.
    await health.post(`/api/tasks/${task.id}/assignments`, {
      id: randomUUID(),
      quote: 'Lập trạm y tế lưu động trên địa bàn',
      dueOn: '2021-09-25',
      receivers: { bodyIds: [laiThieu.bodyId, people.anPhu.bodyId] },
      targets: [0],
    })
    const children = (await health.get(`/api/tasks/${task.id}/children`)).body.rows
    const childOf = (who: Person) => children.find((c: { bodyId: string }) => c.bodyId === who.bodyId).taskId
    const own = await follow(laiThieu, childOf(laiThieu))
    expect(own.targets[0]).toMatchObject({
      binding: { unitId: 'vn-2021:25966', byDay: '2021-09-25' },
      figure: { numerator: 1, denominator: 1, reached: true },
    })
    expect(own).toMatchObject({ proposesDone: true, state: 'not-yet-due' })
    expect((await follow(people.anPhu, childOf(people.anPhu))).targets[0]!.figure).toMatchObject({
      numerator: 0,
      reached: false,
    })
  })

  test('is bound anew and unbound, on the version that was seen, with its history', async () => {
    const { office, health } = people
    const task = (await issue(world(), office)).about('Trạm Y tế')
    const url = `/api/tasks/${task.id}/targets/0`
    const bind = (who: Person, more: object = {}) =>
      who.post(`${url}/binding`, {
        id: randomUUID(),
        indicatorKey: 'communes-with-mobile-station',
        atLeast: 1,
        goal: 1,
        goalKind: 'share',
        ...more,
      })
    await bind(office)
    expect((await bind(health)).body.code).toBe('subject.duplicate')
    expect((await bind(health, { replaces: 7 })).body.code).toBe('subject.stale')
    expect((await bind(health, { replaces: 1, atLeast: 2 })).body.binding).toMatchObject({
      atLeast: 2,
      boundBy: 'Minh Tâm',
    })
    expect((await health.post(`${url}/unbind`, { version: 3, reason: 'Đo bằng báo cáo' })).body.code).toBe(
      'subject.stale',
    )
    expect((await health.post(`${url}/unbind`, { version: 1, reason: 'Đo bằng báo cáo' })).status).toBe(200)
    expect((await follow(office, task.id)).targets[0]!.binding).toBe(null)
    const { entries } = (await office.get(`/api/tasks/${task.id}/history`)).body
    expect(entries.map((e: { kind: string }) => e.kind)).toEqual(['unbound', 'bound', 'bound', 'issued'])
  })

  test('is not for others to bind, nor to what is no indicator, another unit or a wrong parameter', async () => {
    const { office, police, finance, laiThieu, farAway } = people
    const task = (await issue(world(), office)).about('Trạm Y tế')
    const bind = (who: Person, more: object = {}, index = 0) =>
      who.post(`/api/tasks/${task.id}/targets/${index}/binding`, {
        id: randomUUID(),
        indicatorKey: 'communes-with-mobile-station',
        goal: 1,
        goalKind: 'share',
        ...more,
      })
    for (const who of [police, finance, laiThieu]) expect((await bind(who)).status, who.name).toBe(403)
    expect((await bind(farAway)).status).toBe(404)
    expect((await bind(office, { indicatorKey: 'so-nguoi-vui' })).status).toBe(404)
    expect((await bind(office, { unitId: 'vn-2021:84' })).status).toBe(404)
    expect((await bind(office, { atLeast: 0.5 })).body.code).toBe('request.invalid')
    expect((await bind(office, { goal: 100 })).body.code).toBe('request.invalid')
    expect((await bind(office, {}, 4)).body.code).toBe('request.invalid')
  })
})

describe('what an office follows up', () => {
  test('is listed and counted by state and by body, once a task', async () => {
    const { health, finance } = people
    const office = await world().join('ban-tuyen-giao@74', 'office-clerk', 'Ban Tuyên giáo')
    const directive = await issue(world(), office)
    const done = await report(finance, directive.about('kinh phí').id, { doneOn: '2021-09-12' })
    expect((await office.get('/api/tasks/counts')).body).toMatchObject({
      today: '2021-09-16',
      tasks: { total: 3, overdue: 1, notYetDue: 1, noDeadline: 1, doneLate: 0 },
      waiting: 1,
      extensionsAsked: 0,
    })
    await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    const counts = (await office.get('/api/tasks/counts')).body
    expect(counts.tasks).toMatchObject({ total: 3, overdue: 0, doneLate: 1 })
    expect(counts.bodies.find((b: { bodyId: string }) => b.bodyId === finance.bodyId)).toMatchObject({
      total: 1,
      doneLate: 1,
    })
    expect((await office.get('/api/tasks?state=done-late')).body).toMatchObject({
      total: 1,
      rows: [{ bodyName: 'Sở Tài chính tỉnh Bình Dương', daysLate: 2 }],
    })
    expect((await office.get(`/api/tasks?body=${health.bodyId}&search=tram y te`)).body.total).toBe(1)
    expect((await office.get('/api/tasks?part=reported')).body.total).toBe(0)
    // What is done stands below what is owed; who asks for more time can be listed.
    const rows = (await office.get(`/api/tasks?directive=${directive.id}`)).body.rows
    expect(rows.map((r: { followState: string }) => r.followState)).toEqual([
      'not-yet-due',
      'no-deadline',
      'done-late',
    ])
    const asked = { id: randomUUID(), dueAsked: '2021-10-20', reason: 'Thiếu nhân lực' }
    await health.post(`/api/tasks/${directive.about('Trạm Y tế').id}/extensions`, asked)
    expect((await office.get('/api/tasks?extension=asked')).body.rows).toMatchObject([
      { bodyId: health.bodyId },
    ])
    expect((await office.get('/api/tasks/counts')).body.extensionsAsked).toBe(1)
    // A leader oversees the bodies of the province; the department sees what it issued itself, which is nothing.
    const overseen = (await leader.get('/api/tasks/counts?role=overseen')).body
    expect(overseen.tasks.total).toBeGreaterThanOrEqual(3)
    expect((await leader.get(`/api/tasks?role=overseen&directive=${directive.id}`)).body.total).toBe(3)
    expect((await finance.get(`/api/tasks?role=overseen&directive=${directive.id}`)).body.total).toBe(0)
    expect((await people.farAway.get(`/api/tasks/counts?directive=${directive.id}`)).body.tasks.total).toBe(0)
  })

  test('a task that two bodies lead counts once, where the worse of them stands', async () => {
    const { health } = people
    const office = await world().join('ban-dan-van@74', 'office-clerk', 'Ban Dân vận')
    const words = `TỈNH ỦY BÌNH DƯƠNG\nSố: 313-TB/TU\n\nTHÔNG BÁO KẾT LUẬN\n\n1. Giao Sở Y tế, Công an tỉnh chủ trì kiểm tra các chốt, hoàn thành trước ngày 14/9/2021.`
    const task = (await issue(world(), office, words)).tasks[0]!
    const done = await report(health, task.id, { doneOn: '2021-09-10' })
    await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    const { tasks, bodies } = (await office.get('/api/tasks/counts')).body
    expect(tasks).toMatchObject({ total: 1, overdue: 1, doneOnTime: 0 })
    expect(bodies.map((b: { overdue: number; doneOnTime: number }) => [b.overdue, b.doneOnTime])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('the database derives the states as the domain does', async () => {
    const { office } = people
    const rows = (await office.get('/api/tasks?limit=200')).body.rows
    for (const state of ['overdue', 'due-soon', 'not-yet-due', 'no-deadline', 'done-late', 'done-on-time']) {
      const cut = (await office.get(`/api/tasks?limit=200&state=${state}`)).body.rows
      expect(cut.map((r: { taskId: string }) => r.taskId).sort(), state).toEqual(
        rows
          .filter((r: { followState: string }) => r.followState === state)
          .map((r: { taskId: string }) => r.taskId)
          .sort(),
      )
    }
  })
})

describe('what is accepted is kept counted', () => {
  const verify = () => asSystem(world().db, [], (tx) => verifyAcceptedCounts(tx))
  const done = async (office: Person) => {
    const { tasks, bodies } = (await office.get('/api/tasks/counts')).body
    const sum = (field: string) => bodies.reduce((n: number, b: Record<string, number>) => n + b[field]!, 0)
    expect([sum('doneOnTime'), sum('doneLate')]).toEqual([tasks.doneOnTime, tasks.doneLate])
    return [tasks.doneOnTime, tasks.doneLate]
  }

  test('two officers accept two reports of one body at the same moment, one of them late', async () => {
    const { finance } = people
    const office = await world().join('ban-tuyen-giao@74', 'office-clerk', 'Ban Tuyên giáo')
    const colleague = await world().join('ban-tuyen-giao@74', 'office-clerk', 'người cùng ban')
    const words = `TỈNH ỦY BÌNH DƯƠNG\nSố: 314-TB/TU\n\nTHÔNG BÁO KẾT LUẬN\n\n1. Giao Sở Tài chính bố trí kinh phí mua gạo, hoàn thành trước ngày 12/9/2021.\n\n2. Giao Sở Tài chính bố trí kinh phí xét nghiệm, hoàn thành trước ngày 20/9/2021.`
    const { tasks } = await issue(world(), office, words)
    const reports = await Promise.all(tasks.map((t) => report(finance, t.id, { doneOn: '2021-09-15' })))
    const [onTime, late] = await done(office)
    const answers = await Promise.all(
      [office, colleague].map((who, at) =>
        who.post(`/api/reports/${reports[at]!.body.report.id}/accept`, { version: 1 }),
      ),
    )
    expect(answers.map((a) => a.status)).toEqual([200, 200])
    expect(await done(office)).toEqual([onTime! + 1, late! + 1])
    expect((await office.get('/api/tasks/counts?depth=broken-down')).body.tasks.doneLate).toBe(0)
    expect((await office.get('/api/tasks/counts?state=done-late')).body.tasks).toMatchObject({
      total: late! + 1,
      doneLate: late! + 1,
    })
    expect(await verify()).toEqual([])
  })

  test('the application cannot write the counts by itself', async () => {
    await expect(world().db.run(sql`update accepted_counts set parts = 0`)).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('đôn đốc', () => {
  const runOn = async (day: string) => {
    const told: Digest[] = []
    const job = remindJob(
      world().db,
      () => day,
      async (_, digest) => void told.push(digest),
    )
    await job.run({}, new AbortController().signal)
    return told
  }

  test('by hand, to those who owe it, once a day', async () => {
    const { office, health, finance, police, farAway } = people
    const directive = await issue(world(), office)
    const url = `/api/tasks/${directive.about('kinh phí').id}/reminders`
    expect((await office.post(url, { id: randomUUID(), text: 'Khẩn trương' })).body).toEqual({
      reminded: 1,
      already: 0,
    })
    expect((await office.post(url, { id: randomUUID() })).body).toEqual({ reminded: 0, already: 1 })
    expect((await finance.post(url, { id: randomUUID() })).status).toBe(403)
    expect((await farAway.post(url, { id: randomUUID() })).status).toBe(404)
    const all = await office.post('/api/reminders', { id: randomUUID(), bodyId: finance.bodyId })
    expect(all.body.already).toBeGreaterThanOrEqual(1)
    // Nothing that this office did not issue, and nothing that is not late.
    expect((await police.post('/api/reminders', { id: randomUUID(), bodyId: health.bodyId })).body).toEqual({
      reminded: 0,
      already: 0,
    })
    const { entries } = (await finance.get(`/api/tasks/${directive.about('kinh phí').id}/history`)).body
    expect(entries[0]).toMatchObject({
      kind: 'reminded',
      by: 'Thu Hà',
      text: 'Khẩn trương',
      details: { days: -6 },
    })
  })

  test('by the clock, 7, 3 and 1 days before and every day after, one digest a body, never twice', async () => {
    const { office, health, finance } = people
    const directive = await issue(world(), office)
    const stations = directive.about('Trạm Y tế').id
    const of = (told: Digest[], who: Person) => told.filter((d) => d.bodyId === who.bodyId)
    expect(of(await runOn('2021-09-22'), health)).toEqual([])
    const seven = await runOn('2021-09-23')
    expect(of(seven, health)).toHaveLength(1)
    expect(of(seven, health)[0]).toMatchObject({ overdue: 0, onDay: '2021-09-23' })
    expect(of(seven, health)[0]!.taskIds).toContain(stations)
    expect(await runOn('2021-09-23')).toEqual([])
    expect(of(seven, finance)[0]!.overdue).toBeGreaterThanOrEqual(1)
    // Whoever has said that it is done waits for the office and is not pressed.
    await report(health, stations, { doneOn: '2021-09-16' })
    expect(of(await runOn('2021-09-27'), health).flatMap((d) => d.taskIds)).not.toContain(stations)
  })

  test('what is late for long is told to whoever assigned it, then to the level above, once each', async () => {
    const { office, health, laiThieu } = people
    const task = (await issue(world(), office)).about('Trạm Y tế')
    const given = await health.post(`/api/tasks/${task.id}/assignments`, {
      id: randomUUID(),
      quote: 'Lập trạm y tế lưu động trên địa bàn',
      dueOn: '2021-09-20',
      receivers: { bodyIds: [laiThieu.bodyId] },
    })
    expect(given.status).toBe(200)
    const child = (await health.get(`/api/tasks/${task.id}/children`)).body.rows[0].taskId
    await runOn('2021-09-24')
    const Row = z.object({ toBodyId: z.uuid(), days: z.int() })
    const told = () =>
      asSystem(world().db, [], (tx) =>
        tx.all(
          Row,
          sql`select to_body_id, days from task_reminders where task_id = ${child} and kind = 'escalation' order by on_day`,
        ),
      )
    expect(await told()).toEqual([])
    await runOn('2021-09-25')
    expect(await told()).toEqual([{ toBodyId: health.bodyId, days: -5 }])
    await runOn('2021-09-26')
    await runOn('2021-10-01')
    expect(await told()).toEqual([
      { toBodyId: health.bodyId, days: -5 },
      { toBodyId: office.bodyId, days: -11 },
    ])
  })
})

describe('a later document in the place of an earlier one', () => {
  test('as a whole: its tasks are owed no more, what was done stays done, and both say so', async () => {
    const { office, health, finance, laiThieu } = people
    const [old, later] = [await issue(world(), office), await issue(world(), office)]
    const [stations, money] = [old.about('Trạm Y tế').id, old.about('kinh phí').id]
    const done = await report(finance, money, { doneOn: '2021-09-09' })
    await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    await health.post(`/api/tasks/${stations}/assignments`, {
      id: randomUUID(),
      quote: 'Lập trạm y tế lưu động trên địa bàn',
      dueOn: '2021-09-25',
      receivers: { bodyIds: [laiThieu.bodyId] },
    })
    const child = (await health.get(`/api/tasks/${stations}/children`)).body.rows[0].taskId
    const id = randomUUID()
    const answer = await office.post(`/api/directives/${old.id}/supersede`, {
      id,
      by: later.id,
      reason: 'Thay bằng kết luận mới',
    })
    expect(answer.body, JSON.stringify(answer.body)).toEqual({ tasks: 3 })
    expect(await follow(health, stations)).toMatchObject({
      state: null,
      ended: 'superseded',
      supersededBy: [{ newDirectiveId: later.id, number: '311-TB/TU' }],
    })
    expect(await follow(laiThieu, child)).toMatchObject({ ended: 'superseded' })
    expect((await follow(office, money)).state).toBe('done-on-time')
    expect(
      (await health.get(`/api/inbox?limit=200`)).body.rows.map((r: { taskId: string }) => r.taskId),
    ).not.toContain(stations)
    expect((await report(health, stations)).body.code).toBe('lifecycle.illegal-move')
    expect((await health.get(`/api/directives/${old.id}/supersessions`)).body.supersededBy).toMatchObject([
      { newDirectiveId: later.id, taskId: null },
    ])
    const links = async (who: Person, of: string) =>
      (await who.get(`/api/directives/${of}/supersessions`)).body
    expect((await links(health, later.id)).supersedes).toMatchObject([
      { oldDirectiveId: old.id, mayEnd: false },
    ])
    // Both documents offer their own office to end it, and nobody else.
    expect((await links(office, later.id)).supersedes).toMatchObject([{ mayEnd: true }])
    expect((await links(office, old.id)).supersededBy).toMatchObject([{ mayEnd: true }])
    const end = `/api/directives/${old.id}/supersessions/${id}/end`
    expect((await health.post(end, { reason: 'Không phải của mình' })).status).toBe(403)
    expect((await people.farAway.post(end, { reason: 'Tỉnh khác' })).status).toBe(404)
    expect((await office.post(end, { reason: '' })).body.code).toBe('request.invalid')
    const ofAnother = `/api/directives/${later.id}/supersessions/${id}/end`
    expect((await office.post(ofAnother, { reason: 'Nhầm chiều' })).status).toBe(404)
    // Twice it is not done; a mistake is taken back and everything stands where it stood.
    expect(
      (
        await office.post(`/api/directives/${old.id}/supersede`, {
          id: randomUUID(),
          by: later.id,
          reason: 'lần nữa',
        })
      ).body.code,
    ).toBe('subject.duplicate')
    const ended = await office.post(`/api/directives/${old.id}/supersessions/${id}/end`, {
      reason: 'Nhầm văn bản',
    })
    expect(ended.body).toEqual({ tasks: 3 })
    expect(await follow(health, stations)).toMatchObject({
      state: 'not-yet-due',
      ended: null,
      supersededBy: [],
    })
    expect((await follow(laiThieu, child)).parts[0]!.state).toBe('open')
    const { entries } = (await office.get(`/api/tasks/${stations}/history`)).body
    expect(entries[0]).toMatchObject({ kind: 'reinstated', text: 'Nhầm văn bản' })
    expect(
      (await office.post(`/api/directives/${old.id}/supersessions/${id}/end`, { reason: 'Nhầm văn bản' }))
        .status,
    ).toBe(404)
  })

  test('for one task; and not by another’s office, not with a draft, not with itself', async () => {
    const { office, health, farAway } = people
    const [old, later] = [await issue(world(), office), await issue(world(), office)]
    const [stations, money] = [old.about('Trạm Y tế').id, old.about('kinh phí').id]
    const url = `/api/directives/${old.id}/supersede`
    const body = () => ({ id: randomUUID(), by: later.id, tasks: [stations], reason: 'Thay một nhiệm vụ' })
    expect((await health.post(url, body())).status).toBe(403)
    expect((await farAway.post(url, body())).status).toBe(404)
    expect((await office.post(url, { ...body(), by: old.id })).body.code).toBe('request.invalid')
    expect((await office.post(url, { ...body(), by: randomUUID() })).body.code).toBe('request.invalid')
    expect((await office.post(url, { ...body(), tasks: [randomUUID()] })).status).toBe(404)
    expect((await office.post(url, body())).body).toEqual({ tasks: 1 })
    expect((await follow(health, stations)).ended).toBe('superseded')
    expect((await follow(office, money)).ended).toBe(null)
  })
})

describe('the list as a sheet', () => {
  test('holds what the page lists, under its filters and rights; formulas are text', async () => {
    const { office, health, laiThieu, farAway } = people
    const { id } = await issue(world(), office)
    const url = `/api/tasks/export?directive=${id}`
    const listed = (await office.get(`/api/tasks?directive=${id}&limit=200`)).body
    const [sheet] = await readSheet((await office.get(`${url}&format=xlsx`)).raw)
    const quotes = sheet!.rows.slice(1).map((row) => row[1])
    expect(quotes.slice(0, listed.total)).toEqual(listed.rows.map((row: { quote: string }) => row.quote))
    const csv = await office.get(`${url}&format=csv&search=tram y te`)
    expect(csv.headers['content-type']).toContain('text/csv')
    const lines = csv.raw.toString().trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('Trạm Y tế lưu động')
    // Whoever issued nothing takes an empty sheet; another province’s document is nobody’s filter.
    for (const who of [health, farAway]) {
      const theirs = await who.get(`${url}&format=csv`)
      expect(theirs.status).toBeOneOf([200, 403])
      if (theirs.status === 200) expect(theirs.raw.toString().trim().split('\r\n')).toHaveLength(1)
    }
    expect((await laiThieu.get(`${url}&format=exe`)).status).toBeOneOf([400, 403])
    expect((await office.get(`${url}&format=pdf`)).status).toBe(400)
  })
})
