import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { openWorld } from '#tests/world.ts'
import type { Task } from '../domain/index.ts'
import { follow, issue, meetPeople, partOf, type People, report } from './follow-people.testing.ts'

const world = openWorld()
let people: People
beforeAll(async () => {
  people = await meetPeople(world())
})

const stationsOf = async (): Promise<Task> => (await issue(world(), people.office)).about('Trạm Y tế')

describe('a task that was issued', () => {
  test('stands against its deadline, and knows who is who', async () => {
    const { office, health, police, finance } = people
    const directive = await issue(world(), office)
    const stations = directive.about('Trạm Y tế')
    const seen = await follow(office, stations.id)
    expect(seen).toMatchObject({
      state: 'not-yet-due',
      ended: null,
      today: '2021-09-16',
      proposesDone: false,
    })
    expect(seen.parts.map((p) => [p.part, p.bodyName, p.dueOn, p.state])).toEqual([
      ['lead', 'Sở Y tế tỉnh Bình Dương', '2021-09-30', 'open'],
      ['coordinate', 'Công an tỉnh Bình Dương', '2021-09-30', 'open'],
    ])
    expect(seen.may).toMatchObject({ decide: true, remind: true, report: false, bind: true, assign: false })
    expect((await follow(health, stations.id)).may).toMatchObject({
      decide: false,
      report: true,
      assign: true,
      bind: true,
    })
    expect((await follow(police, stations.id)).may).toMatchObject({
      report: false,
      confirm: true,
      assign: false,
      bind: false,
    })
    const late = await follow(finance, directive.about('kinh phí').id)
    expect(late).toMatchObject({ state: 'overdue', parts: [{ daysLate: 6 }] })
    expect(await follow(office, directive.about('nhà trọ').id)).toMatchObject({ state: 'no-deadline' })
  })

  test('does not exist for another province, nor for a draft', async () => {
    const task = await stationsOf()
    for (const url of ['follow', 'history', 'roll-up', 'children', 'assignments'])
      expect((await people.farAway.get(`/api/tasks/${task.id}/${url}`)).status, url).toBe(404)
    expect(
      (
        await people.farAway.post(`/api/tasks/${task.id}/reports`, {
          id: randomUUID(),
          version: 1,
          text: 'x',
        })
      ).status,
    ).toBe(404)
  })
})

describe('reports', () => {
  test('progress waits, is noted and leaves the task open; completion waits, is accepted and ends it', async () => {
    const { office, health } = people
    const task = await stationsOf()
    const progress = await report(health, task.id, { percent: 40, figure: 36, figureUnit: 'xã' })
    expect(progress.status, JSON.stringify(progress.body)).toBe(200)
    expect(progress.body).toMatchObject({
      report: { state: 'submitted', by: 'Minh Tâm' },
      part: { state: 'reported', percent: 40 },
    })
    const noted = await office.post(`/api/reports/${progress.body.report.id}/accept`, { version: 1 })
    expect(noted.body).toMatchObject({
      report: { state: 'accepted', decidedBy: 'Thu Hà' },
      part: { state: 'open', doneOn: null },
    })
    const done = await report(health, task.id, { text: 'Xong', doneOn: '2021-09-16' })
    expect(done.body.part).toMatchObject({ state: 'reported', doneOn: '2021-09-16', percent: 100 })
    const accepted = await office.post(`/api/reports/${done.body.report.id}/accept`, {
      version: 1,
      note: 'Đạt',
    })
    expect(accepted.body.part).toMatchObject({ state: 'accepted', followState: 'done-on-time' })
    const seen = await follow(office, task.id)
    expect(seen.state).toBe('done-on-time')
    // Who helps owes nothing more.
    expect(seen.parts[1]).toMatchObject({ part: 'coordinate', state: 'accepted', doneOn: '2021-09-16' })
    const history = (await health.get(`/api/tasks/${task.id}/history`)).body.entries
    expect(history.map((e: { kind: string }) => e.kind)).toEqual([
      'accepted',
      'reported',
      'noted',
      'reported',
      'issued',
    ])
  })

  test('are sent back with a reason and sent again; a later one takes the place of the one that waits', async () => {
    const { office, health } = people
    const task = await stationsOf()
    const first = await report(health, task.id, { doneOn: '2021-09-16' })
    const second = await report(health, task.id, { doneOn: '2021-09-15', text: 'Bản sửa' })
    expect((await office.post(`/api/reports/${first.body.report.id}/accept`, { version: 2 })).body.code).toBe(
      'lifecycle.illegal-move',
    )
    const returned = await office.post(`/api/reports/${second.body.report.id}/return`, {
      version: 1,
      reason: 'Thiếu danh sách trạm',
    })
    expect(returned.body).toMatchObject({
      report: { state: 'returned', reason: 'Thiếu danh sách trạm' },
      part: { state: 'returned', doneOn: null },
    })
    const again = await report(health, task.id, { doneOn: '2021-09-15' })
    expect(again.body.part.state).toBe('reported')
    const { reports } = await follow(health, task.id)
    expect(reports.map((r) => r.state)).toEqual(['submitted', 'returned', 'replaced'])
  })

  test('an acceptance that was a mistake is taken back, and the body reports again', async () => {
    const { office, health } = people
    const task = await stationsOf()
    const done = await report(health, task.id, { doneOn: '2021-09-16' })
    await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    const { version } = await partOf(office, task.id, health.bodyId)
    const reopened = await office.post(`/api/tasks/${task.id}/reopen`, {
      bodyId: health.bodyId,
      version,
      reason: 'Nhầm nhiệm vụ',
    })
    expect(reopened.body.part).toMatchObject({ state: 'returned', doneOn: null, followState: 'not-yet-due' })
    const seen = await follow(office, task.id)
    expect(seen.reports[0]).toMatchObject({ state: 'returned', reason: 'Nhầm nhiệm vụ' })
    expect(seen.parts[1]).toMatchObject({ part: 'coordinate', state: 'open', doneOn: null })
  })

  test('a coordinating body confirms its part, and nobody has to accept that', async () => {
    const { office, police, health } = people
    const task = await stationsOf()
    const { version } = await partOf(police, task.id)
    const said = { id: randomUUID(), version, text: 'Đã phân công lực lượng', doneOn: '2021-09-16' }
    const confirmed = await police.post(`/api/tasks/${task.id}/part`, said)
    expect(confirmed.body).toMatchObject({
      report: { state: 'confirmed', part: 'coordinate' },
      part: { state: 'accepted' },
    })
    const seen = await follow(health, task.id)
    expect(seen.reports).toHaveLength(1)
    expect(seen.state).toBe('not-yet-due')
    // The same words sent again by a device that heard no answer are one confirmation.
    expect((await office.post(`/api/reports/${said.id}/accept`, { version: 1 })).body.code).toBe(
      'lifecycle.illegal-move',
    )
  })

  test('with several leads it is done when every lead’s report is accepted, and late when one was', async () => {
    const { office, health, police } = people
    const words = `TỈNH ỦY BÌNH DƯƠNG\nSố: 312-TB/TU\n\nTHÔNG BÁO KẾT LUẬN\n\n1. Giao Sở Y tế, Công an tỉnh chủ trì kiểm tra các chốt, hoàn thành trước ngày 14/9/2021.`
    const task = (await issue(world(), office, words)).tasks[0]!
    expect((await follow(office, task.id)).parts.filter((p) => p.part === 'lead')).toHaveLength(2)
    const one = await report(health, task.id, { doneOn: '2021-09-10' })
    await office.post(`/api/reports/${one.body.report.id}/accept`, { version: 1 })
    expect((await follow(office, task.id)).state).toBe('overdue')
    const two = await report(police, task.id, { doneOn: '2021-09-16' })
    expect((await follow(office, task.id)).state).toBe('overdue')
    await office.post(`/api/reports/${two.body.report.id}/accept`, { version: 1 })
    expect((await follow(office, task.id)).state).toBe('done-late')
  })

  test('are refused from whoever is not on the task, on another’s version, for a day to come, in a wrong state', async () => {
    const { office, health, police, finance, laiThieu } = people
    const task = await stationsOf()
    const said = () => ({ id: randomUUID(), version: 1, text: 'x' })
    const to = `/api/tasks/${task.id}/reports`
    // The coordinating body does not lead; the finance department has the document by its own task only.
    expect((await police.post(to, said())).status).toBe(403)
    expect((await finance.post(to, said())).status).toBe(403)
    expect((await office.post(to, said())).status).toBe(403)
    expect((await laiThieu.post(to, said())).status).toBe(404)
    expect((await health.post(`/api/tasks/${task.id}/part`, said())).status).toBe(409)
    expect((await finance.post(`/api/tasks/${task.id}/part`, said())).status).toBe(403)
    expect((await health.post(to, { ...said(), version: 9 })).body).toMatchObject({
      code: 'subject.stale',
      details: { current: { version: 1 } },
    })
    expect((await health.post(to, { ...said(), doneOn: '2021-09-17' })).body.code).toBe('request.invalid')
    expect((await health.post(to, { ...said(), percent: 101 })).body.code).toBe('request.invalid')
    expect((await health.post(to, { ...said(), evidence: [randomUUID()] })).body.code).toBe('request.invalid')
    const done = await report(health, task.id, { doneOn: '2021-09-16' })
    for (const who of [health, police, finance])
      expect((await who.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })).status).toBeOneOf(
        [403, 404],
      )
    expect(
      (await laiThieu.post(`/api/reports/${done.body.report.id}/return`, { version: 1, reason: 'không' }))
        .status,
    ).toBe(404)
    await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    expect((await report(health, task.id)).body.code).toBe('lifecycle.illegal-move')
  })

  test('two officers never both decide one', async () => {
    const { office, colleague, health } = people
    const task = await stationsOf()
    const done = await report(health, task.id, { doneOn: '2021-09-16' })
    const answers = await Promise.all([
      office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 }),
      colleague.post(`/api/reports/${done.body.report.id}/return`, { version: 1, reason: 'Chưa đủ' }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect(answers.find((a) => a.status === 409)!.body.code).toBe('subject.stale')
  })

  test('two officers of one body who report at once do not both speak for it', async () => {
    const { health } = people
    const second = await world().join('so-y-te@74', 'body-officer', 'Thanh Trúc')
    const task = await stationsOf()
    const said = (text: string) => ({ id: randomUUID(), version: 1, text })
    const answers = await Promise.all([
      health.post(`/api/tasks/${task.id}/reports`, said('một')),
      second.post(`/api/tasks/${task.id}/reports`, said('hai')),
    ])
    expect(answers.map((a) => [a.status, a.body.code]).sort()).toEqual([
      [200, undefined],
      [409, 'subject.stale'],
    ])
  })

  test('sent twice by a device that heard no answer it is one report', async () => {
    const { health } = people
    const task = await stationsOf()
    const [said, request] = [{ id: randomUUID(), version: 1, text: 'Đã lập 40 trạm' }, randomUUID()]
    const url = `/api/tasks/${task.id}/reports`
    const [first, again] = [await health.post(url, said, request), await health.post(url, said, request)]
    expect(again.body).toEqual(first.body)
    expect((await follow(health, task.id)).reports).toHaveLength(1)
  })

  test('who only has the document reads where the task stands, not what was reported', async () => {
    const { health, finance } = people
    const task = await stationsOf()
    await report(health, task.id, { text: 'Nội bộ ngành y tế' })
    const seen = await follow(finance, task.id)
    expect(seen.parts[0]).toMatchObject({ state: 'reported' })
    expect(JSON.stringify(seen)).not.toContain('Nội bộ ngành y tế')
    expect((await finance.get(`/api/tasks/${task.id}/history`)).status).toBe(403)
  })
})

describe('evidence', () => {
  const pdf = '%PDF-1.7\n1 0 obj\n<< >>\nendobj'
  const send = (who = people.health, taskId: string, name: string, bytes: string | Uint8Array) =>
    who.upload(`/api/tasks/${taskId}/evidence`, { id: randomUUID() }, { name, bytes })

  test('is kept, given to one report, and read by the office', async () => {
    const { office, health, laiThieu, finance } = people
    const task = await stationsOf()
    const kept = await send(health, task.id, 'danh sach tram.exe', pdf)
    expect(kept.body, JSON.stringify(kept.body)).toMatchObject({
      name: 'danh sach tram.exe.pdf',
      mediaType: 'application/pdf',
    })
    const said = await report(health, task.id, { doneOn: '2021-09-16', evidence: [kept.body.id] })
    expect(said.body.report.evidence).toHaveLength(1)
    const file = await office.get(`/api/tasks/${task.id}/evidence/${kept.body.id}?show=1`)
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.raw.toString()).toBe(pdf)
    expect((await laiThieu.get(`/api/tasks/${task.id}/evidence/${kept.body.id}`)).status).toBe(404)
    expect((await finance.get(`/api/tasks/${task.id}/evidence/${kept.body.id}`)).status).toBe(403)
    // A file belongs to one report, and to whoever sent it.
    expect((await report(health, task.id, { evidence: [kept.body.id] })).body.code).toBe('request.invalid')
  })

  test('has the id the device gave it, is kept once, and nobody else may take that id', async () => {
    const { health, police } = people
    const task = await stationsOf()
    const id = randomUUID()
    const to = `/api/tasks/${task.id}/evidence`
    const first = await health.upload(to, { id }, { name: 'anh.pdf', bytes: pdf })
    expect(first.body).toMatchObject({ id, size: pdf.length })
    // The answer was lost and the request forgotten: the same file again is the same file.
    const again = await health.upload(to, { id }, { name: 'anh.pdf', bytes: pdf })
    expect(again.body).toEqual(first.body)
    for (const [who, bytes] of [
      [health, `${pdf} khác`],
      [police, pdf],
    ] as const)
      expect((await who.upload(to, { id }, { name: 'anh.pdf', bytes })).status).toBe(409)
    expect((await report(health, task.id, { evidence: [id] })).body.report.evidence).toMatchObject([{ id }])
    // A report takes twenty files.
    const twentyOne = Array.from({ length: 21 }, () => randomUUID())
    const many = await report(health, task.id, { evidence: twentyOne })
    expect(many.body.code).toBe('request.invalid')
    for (const wrong of ['', 'khong-phai-uuid'])
      expect((await health.upload(to, { id: wrong }, { name: 'anh.pdf', bytes: pdf })).status).toBe(400)
  })

  test.each([
    ['a program', 'bao-cao.pdf', 'MZ\u0090\0\u0003'],
    [
      'a drawing with script',
      'so-do.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['a page', 'bao-cao.txt', '<!DOCTYPE html><script>alert(1)</script>'],
    ['an archive', 'anh.zip', 'PK\u0003\u0004anh.jpg'],
  ])('%s is refused with a sentence, and not kept', async (_, name, bytes) => {
    const task = await stationsOf()
    const refused = await send(people.health, task.id, name, bytes)
    expect(refused.status).toBe(422)
    expect(refused.body.code).toBe('evidence.refused')
    expect(refused.body.message).toContain('không được lưu lại')
  })

  test('too large is refused; so is what nobody on the task sends', async () => {
    const { health, police, finance, laiThieu } = people
    const task = await stationsOf()
    const large = new Uint8Array(25_000_100)
    large.set(new TextEncoder().encode('%PDF-1.7'))
    expect((await send(health, task.id, 'phim.pdf', large)).status).toBe(413)
    expect((await send(police, task.id, 'anh.pdf', pdf)).status).toBe(200)
    expect((await send(finance, task.id, 'anh.pdf', pdf)).status).toBe(403)
    expect((await send(laiThieu, task.id, 'anh.pdf', pdf)).status).toBe(404)
  })
})

describe('more time', () => {
  const ask = (who = people.health, taskId: string, dueAsked = '2021-10-10') =>
    who.post(`/api/tasks/${taskId}/extensions`, { id: randomUUID(), dueAsked, reason: 'Thiếu nhân lực' })

  test('is asked and granted; the original last day stays visible', async () => {
    const { office, health } = people
    const task = await stationsOf()
    const asked = await ask(health, task.id)
    expect(asked.body, JSON.stringify(asked.body)).toMatchObject({
      extension: { state: 'asked', dueBefore: '2021-09-30' },
    })
    const granted = await office.post(`/api/extensions/${asked.body.extension.id}/grant`, {
      version: 1,
      dueGranted: '2021-10-05',
    })
    expect(granted.body).toMatchObject({
      extension: { state: 'granted', dueAsked: '2021-10-10', dueGranted: '2021-10-05' },
      part: { originalDueOn: '2021-09-30', dueOn: '2021-10-05' },
    })
    const inbox = (await health.get('/api/inbox?search=trạm y tế lưu động&limit=200')).body.rows
    expect(inbox.find((r: { taskId: string }) => r.taskId === task.id)).toMatchObject({
      dueOn: '2021-10-05',
      originalDueOn: '2021-09-30',
    })
  })

  test('granted after the work was done does not make it timely', async () => {
    const { office, finance } = people
    const task = (await issue(world(), office)).about('kinh phí')
    const done = await report(finance, task.id, { doneOn: '2021-09-15' })
    const asked = await ask(finance, task.id, '2021-09-20')
    await office.post(`/api/extensions/${asked.body.extension.id}/grant`, { version: 1 })
    const accepted = await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
    expect(accepted.body.part).toMatchObject({ followState: 'done-late', dueOn: '2021-09-10', daysLate: 5 })
  })

  test('is refused with a reason, or taken back; one at a time', async () => {
    const { office, health } = people
    const task = await stationsOf()
    const asked = await ask(health, task.id)
    expect((await ask(health, task.id)).body.code).toBe('subject.duplicate')
    const id = asked.body.extension.id
    const refused = await office.post(`/api/extensions/${id}/refuse`, { version: 1, reason: 'Việc gấp' })
    expect(refused.body).toMatchObject({
      extension: { state: 'refused', decisionReason: 'Việc gấp' },
      part: { dueOn: '2021-09-30' },
    })
    expect((await office.post(`/api/extensions/${id}/grant`, { version: 2 })).body.code).toBe(
      'lifecycle.illegal-move',
    )
    const again = await ask(health, task.id)
    const back = await health.post(`/api/extensions/${again.body.extension.id}/take-back`, { version: 1 })
    expect(back.body.extension.state).toBe('taken-back')
  })

  test('is not for others to ask or decide, nor for a day that is no later', async () => {
    const { office, colleague, health, police, finance, laiThieu } = people
    const task = await stationsOf()
    expect((await ask(police, task.id)).status).toBe(403)
    expect((await ask(finance, task.id)).status).toBe(403)
    expect((await ask(laiThieu, task.id)).status).toBe(404)
    expect((await ask(health, task.id, '2021-09-30')).body.code).toBe('request.invalid')
    expect((await ask(health, task.id, '2021-09-01')).body.code).toBe('request.invalid')
    const { id } = (await ask(health, task.id)).body.extension
    expect((await health.post(`/api/extensions/${id}/grant`, { version: 1 })).status).toBe(403)
    expect((await police.post(`/api/extensions/${id}/take-back`, { version: 1 })).status).toBe(403)
    expect(
      (await laiThieu.post(`/api/extensions/${id}/refuse`, { version: 1, reason: 'không' })).status,
    ).toBe(404)
    expect((await finance.post(`/api/extensions/${id}/grant`, { version: 1 })).status).toBe(404)
    expect((await office.post(`/api/extensions/${id}/grant`, { version: 7 })).body.code).toBe('subject.stale')
    const both = await Promise.all([
      office.post(`/api/extensions/${id}/grant`, { version: 1 }),
      colleague.post(`/api/extensions/${id}/refuse`, { version: 1, reason: 'Việc gấp' }),
    ])
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  })
})
