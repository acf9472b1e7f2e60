import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { openWorld, type Person } from '#tests/world.ts'

const world = openWorld()
const caller = { name: 'Nguyễn Thị Hoa', phone: '0912 345 678' }
let commune: Person // the clerk of the ward of Lái Thiêu, who also keeps its desk
let communeColleague: Person
let otherCommune: Person
let foreign: Person
let district: Person // the duty officer of Thuận An
let province: Person
let provinceColleague: Person
let health: Person // Sở Y tế, which keeps no desk
let leader: Person // chairs the People's Committee of Thuận An: oversees, does not handle
let enterprise: Person

beforeAll(async () => {
  const { join } = world()
  commune = await join('ubnd@25966', 'commune-clerk', 'Võ Thị Ngọc Diễm')
  communeColleague = await join('ubnd@25966', 'commune-clerk')
  otherCommune = await join('ubnd@25969', 'commune-clerk')
  foreign = await join('trung-tam-chi-huy@84', 'duty-officer')
  district = await join('trung-tam-chi-huy@725', 'duty-officer')
  province = await join('trung-tam-chi-huy@74', 'duty-officer', 'Trần Quốc Bảo')
  provinceColleague = await join('trung-tam-chi-huy@74', 'duty-officer')
  health = await join('so-y-te@74', 'body-officer')
  leader = await join('ubnd@725', 'leader')
  enterprise = await join('ubnd@25966', 'enterprise')
})

async function report(by: Person, more: object = {}) {
  const id = randomUUID()
  const body = { id, kind: 'emergency-patient', details: 'Người bệnh khó thở', caller, ...more }
  const made = await by.post('/api/incidents', body)
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return id
}
/** A rapid team of the register, in the province or where it is said. */
async function team(name: string, more: { unitId?: string; readiness?: string } = {}) {
  const id = randomUUID()
  const { unitId = 'vn-2021:74', readiness = 'ready' } = more
  const content = { name, readiness, leader: 'Lê Thị Hà', phone: '0900000123', members: 5 }
  const by = unitId.startsWith('vn-2021:84') ? await world().join('so-y-te@84', 'body-officer') : health
  const given = { id, kind: 'rapid-team', unitId, fromDay: '2021-09-01', content }
  const made = await by.post('/api/health-network/records', given)
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return id
}
const look = async (by: Person, id: string) => (await by.get(`/api/incidents/${id}`)).body
const act = (by: Person, id: string, event: string, body: object) =>
  by.post(`/api/incidents/${id}/${event}`, body)
const desk = (code: string) => world().body(code)

test('a call that an officer types in stands at the own desk, with the limits of its kind from its arrival', async () => {
  const id = await report(commune)
  const seen = await look(commune, id)
  expect(seen).toMatchObject({
    state: 'new',
    urgency: 'urgent',
    channel: 'hotline',
    deskBodyId: commune.bodyId,
    callerName: 'N… T… Hoa',
    callerPhone: '09xx xxx 678',
    moves: ['triage', 'assign', 'escalate', 'merge'],
    version: 1,
  })
  const minutes = (later: string) => (Date.parse(later) - Date.parse(seen.arrivedAt)) / 60_000
  expect([seen.assignBy, seen.resolveBy, seen.limitAt].map(minutes)).toEqual([5, 60, 5])
})

test('who has no desk reports to the nearest; one may name a desk above, and no other', async () => {
  expect(await look(enterprise, await report(enterprise))).toMatchObject({
    channel: 'enterprise',
    deskBodyId: commune.bodyId,
    moves: [],
  })
  expect(await look(health, await report(health))).toMatchObject({
    deskBodyId: province.bodyId,
    channel: 'body',
  })
  const upward = await report(commune, { deskBodyId: province.bodyId })
  expect(await look(commune, upward)).toMatchObject({
    channel: 'commune',
    deskBodyId: province.bodyId,
    moves: [],
  })
  for (const code of ['trung-tam-chi-huy@84', 'ubnd@25969', 'so-y-te@74']) {
    const refused = await commune.post('/api/incidents', {
      id: randomUUID(),
      kind: 'food',
      details: 'x',
      deskBodyId: await desk(code),
    })
    expect([code, refused.status, refused.body.code]).toEqual([code, 422, 'subject.incomplete'])
  }
})

test('sent twice by a phone it is one incident; the same id for another is refused', async () => {
  const [requestId, id] = [randomUUID(), randomUUID()]
  const body = { id, kind: 'food', details: 'Ba hộ hết gạo' }
  const [first, second] = [
    await commune.post('/api/incidents', body, requestId),
    await commune.post('/api/incidents', body, requestId),
  ]
  expect(second.body).toEqual(first.body)
  expect((await commune.post('/api/incidents', body)).body.code).toBe('subject.duplicate')
  expect((await foreign.post('/api/incidents', body)).status).toBe(409)
})

test('a phone whose clock is wrong moves no limit', async () => {
  const id = await report(commune, { happenedAt: '2070-01-01T00:00:00Z' })
  const seen = await look(commune, id)
  expect(seen.clockOff).toBe(true)
  expect(Date.parse(seen.limitAt) - Date.parse(seen.arrivedAt)).toBe(5 * 60_000)
})

test('what is not a report is refused', async () => {
  const good = { id: randomUUID(), kind: 'food', details: 'x' }
  const wrong = [
    { ...good, details: ' ' },
    { ...good, kind: 'party' },
    { ...good, caller: { phone: 'không nhớ' } },
    { ...good, id: '1' },
    { ...good, state: 'resolved' },
    { ...good, happenedAt: 'hôm qua' },
  ]
  for (const body of wrong) expect((await commune.post('/api/incidents', body)).status).toBe(400)
  const elsewhere = await commune.post('/api/incidents', { ...good, placeUnitId: 'vn-2021:29242' })
  expect(elsewhere.body).toMatchObject({ code: 'subject.incomplete' })
})

test('who sees it: the body that reported, the desk, who oversees the unit; nobody else', async () => {
  const id = await report(commune)
  const status = async (by: Person) => (await by.get(`/api/incidents/${id}`)).status
  expect(
    await Promise.all([commune, communeColleague, enterprise, district, province, leader].map(status)),
  ).toEqual([200, 200, 200, 200, 200, 200])
  expect(await Promise.all([otherCommune, foreign, health].map(status))).toEqual([404, 404, 404])
  const lists = await Promise.all(
    [otherCommune, foreign, health].map(async (by) => (await by.get('/api/incidents?q=kho+tho')).body.rows),
  )
  expect(lists.flat().map((row: { id: string }) => row.id)).not.toContain(id)
})

test('whoever only oversees moves nothing, adds nothing and calls nobody', async () => {
  const id = await report(commune)
  for (const by of [district, province]) {
    for (const event of ['triage', 'assign', 'escalate', 'merge']) {
      const body = {
        version: 1,
        kind: 'food',
        urgency: 'normal',
        teamId: randomUUID(),
        reason: 'x',
        intoId: randomUUID(),
      }
      const fields = {
        triage: ['version', 'kind', 'urgency'],
        assign: ['version', 'teamId'],
        escalate: ['version', 'reason'],
        merge: ['version', 'intoId'],
      }[event]!
      const sent = Object.fromEntries(Object.entries(body).filter(([name]) => fields.includes(name)))
      expect([event, (await act(by, id, event, sent)).status]).toEqual([event, 403])
    }
  }
  expect((await act(leader, id, 'assign', { version: 1, teamId: randomUUID() })).status).toBe(403)
  expect((await act(leader, id, 'notes', { text: 'x' })).status).toBe(403)
  expect((await act(leader, id, 'caller', { purpose: 'để biết' })).status).toBe(403)
  expect((await look(leader, id)).mayCall).toBe(false)
  expect((await look(commune, id)).version).toBe(1)
})

test('the number is shown for a stated purpose, and it is written down who asked', async () => {
  const id = await report(commune)
  expect((await act(commune, id, 'caller', { purpose: '' })).status).toBe(400)
  const shown = await act(commune, id, 'caller', { purpose: 'Gọi lại hỏi địa chỉ' })
  expect(shown.body).toEqual({ name: 'Nguyễn Thị Hoa', phone: '0912345678' })
  expect((await look(commune, id)).log[0]).toMatchObject({
    event: 'caller-shown',
    text: 'Gọi lại hỏi địa chỉ',
  })
})

test('assigned, handed back, assigned again, resolved, opened again', async () => {
  const id = await report(province)
  expect((await act(province, id, 'assign', { version: 1 })).body.code).toBe('subject.incomplete')
  const foreignBody = await desk('so-y-te@84')
  expect((await act(province, id, 'assign', { version: 1, bodyId: foreignBody })).status).toBe(422)
  expect((await act(province, id, 'assign', { version: 1, bodyId: health.bodyId })).status).toBe(200)
  expect(await look(health, id)).toMatchObject({ state: 'assigned', moves: ['return', 'resolve'] })
  expect((await act(health, id, 'return', { version: 2, reason: '' })).status).toBe(400)
  expect((await act(health, id, 'return', { version: 2, reason: 'Không thuộc lĩnh vực' })).status).toBe(200)
  // It is no longer theirs, and therefore no longer to be seen.
  expect((await health.get(`/api/incidents/${id}`)).status).toBe(404)
  const teamId = await team('Đội phản ứng nhanh số 2')
  expect((await act(province, id, 'assign', { version: 3, teamId })).status).toBe(200)
  expect((await act(province, id, 'resolve', { version: 4, result: 'Đã đưa đi viện' })).status).toBe(200)
  expect(await look(province, id)).toMatchObject({ state: 'resolved', limitAt: null, moves: ['reopen'] })
  expect((await act(province, id, 'reopen', { version: 5, reason: 'Chưa xong' })).status).toBe(200)
  const after = await look(province, id)
  expect([after.state, after.result, after.team]).toEqual(['triaged', null, ''])
  expect(after.log[2].text).toBe('Đội phản ứng nhanh số 2')
  expect(after.log.map((l: { event: string }) => l.event)).toEqual([
    'reopen',
    'resolve',
    'assign',
    'return',
    'assign',
    'report',
  ])
})

test('escalated, it waits for the level above alone; taken over, it is theirs and the commune still follows it', async () => {
  const id = await report(commune)
  const seen = await look(commune, id)
  expect(seen.above.map((d: { id: string }) => d.id)).toEqual([district.bodyId, province.bodyId])
  expect(
    (await act(commune, id, 'escalate', { version: 1, reason: 'Hết giường', aboveBodyId: foreign.bodyId }))
      .status,
  ).toBe(422)
  expect((await act(commune, id, 'escalate', { version: 1, reason: 'Hết giường' })).status).toBe(200)
  const waiting = await look(district, id)
  expect(waiting).toMatchObject({
    state: 'escalated',
    aboveBodyId: district.bodyId,
    moves: ['take-over', 'send-back'],
  })
  const minutes = (Date.parse(waiting.limitAt) - Date.parse(waiting.log[0].at)) / 60_000
  expect(Math.round(minutes)).toBe(10)
  // The one who escalated cannot take it back, and a third level may not take it in passing.
  expect((await act(commune, id, 'assign', { version: 2, teamId: randomUUID() })).body.code).toBe(
    'lifecycle.illegal-move',
  )
  expect((await act(commune, id, 'take-over', { version: 2 })).status).toBe(403)
  expect((await act(province, id, 'take-over', { version: 2 })).status).toBe(403)
  expect((await act(otherCommune, id, 'take-over', { version: 2 })).status).toBe(404)
  expect((await act(district, id, 'take-over', { version: 2 })).status).toBe(200)
  expect(await look(commune, id)).toMatchObject({ state: 'triaged', deskBodyId: district.bodyId, moves: [] })
  expect((await act(commune, id, 'notes', { text: 'Người nhà vừa gọi lại' })).status).toBe(200)
})

test('whoever must act now is told, and nobody else', async () => {
  const waiting = async (who: Person) =>
    ((await who.get('/api/notices')).body.rows as { kind: string; count: number }[])
      .filter(({ kind }) => kind === 'incidents.waiting')
      .reduce((sum, { count }) => sum + count, 0)
  const all = () => Promise.all([district, commune, province, otherCommune].map(waiting))
  await world().settle('notices.deliver')
  const before = await all()
  const id = await report(commune)
  expect((await act(commune, id, 'escalate', { version: 1, reason: 'Hết giường' })).status).toBe(200)
  await world().settle('notices.deliver')
  expect((await all()).map((count, i) => count - before[i]!)).toEqual([1, 0, 0, 0])
})

test('sent back only with a reason and advice; the highest desk has nobody above', async () => {
  const id = await report(district)
  expect((await act(district, id, 'escalate', { version: 1, reason: 'Vượt thẩm quyền' })).status).toBe(200)
  expect((await act(province, id, 'send-back', { version: 2, reason: 'Thuộc cấp huyện' })).status).toBe(400)
  const advice = { version: 2, reason: 'Thuộc cấp huyện', advice: 'Liên hệ trung tâm y tế' }
  expect((await act(province, id, 'send-back', advice)).status).toBe(200)
  const back = await look(district, id)
  expect(back).toMatchObject({ state: 'triaged', deskBodyId: district.bodyId, aboveBodyId: null })
  expect(back.log[0].text).toContain('Hướng xử lý: Liên hệ trung tâm y tế')
  const top = await report(province)
  const refused = await act(province, top, 'escalate', { version: 1, reason: 'x' })
  expect(refused.body.details.issues[0].expected).toContain('cấp cao nhất')
})

test('the second officer is told what the first one did', async () => {
  const id = await report(province)
  await act(province, id, 'triage', { version: 1, kind: 'crowd', urgency: 'urgent' })
  await act(province, id, 'resolve', { version: 2, result: 'Đã giải tán' })
  const late = await act(provinceColleague, id, 'resolve', { version: 2, result: 'Đã nhắc nhở' })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({
    code: 'subject.stale',
    details: {
      expected: 2,
      actual: 3,
      current: { state: 'resolved', result: 'Đã giải tán', callerPhone: '09xx xxx 678' },
    },
  })
})

test('the same thing told twice becomes one; not with itself, not across desks', async () => {
  const [id, twin, elsewhere] = [await report(province), await report(province), await report(commune)]
  expect((await act(province, twin, 'merge', { version: 1, intoId: twin })).status).toBe(422)
  expect((await act(province, twin, 'merge', { version: 1, intoId: elsewhere })).status).toBe(422)
  expect((await act(province, twin, 'merge', { version: 1, intoId: id })).status).toBe(200)
  expect(await look(province, twin)).toMatchObject({ state: 'merged', mergedInto: id, moves: [] })
  expect((await look(province, id)).log[0].event).toBe('merged-here')
})

test('photos come along; programs and pictures with code do not', async () => {
  const id = await report(commune, { deskBodyId: province.bodyId })
  const url = `/api/incidents/${id}/files`
  const photo = { name: 'hiện trường.jpg', bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }
  const added = await commune.upload(url, {}, photo)
  expect(added.status).toBe(200)
  const file = await province.get(`${url}/${added.body.id}`)
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/octet-stream'])
  expect((await otherCommune.get(`${url}/${added.body.id}`)).status).toBe(404)
  expect((await otherCommune.upload(url, {}, photo)).status).toBe(404)
  expect((await leader.upload(url, {}, photo)).status).toBe(403)
  for (const bytes of ['MZ\u0000', '<svg onload="x()"/>', '#!/bin/sh']) {
    const refused = await commune.upload(url, {}, { name: 'anh.jpg', bytes })
    expect(refused.body.code).toBe('evidence.refused')
  }
  const large = await commune.upload(url, {}, { name: 'a.txt', bytes: Buffer.alloc(20_000_001, 65) })
  expect(large.status).toBe(413)
  expect((await look(province, id)).files).toHaveLength(1)
})

test('found without accents and by number; counted by standing; printed for who reads it', async () => {
  const id = await report(province, { details: 'Tụ tập uống bia ở khu phố Đông Tư', kind: 'crowd' })
  const { number } = await look(province, id)
  for (const q of ['tu tap uong bia', 'ĐÔNG TƯ', `#${number}`]) {
    const { body } = await province.get(`/api/incidents?q=${encodeURIComponent(q)}`)
    expect(body.rows.map((row: { id: string }) => row.id)).toContain(id)
  }
  expect((await province.get('/api/incidents?q=100%25')).body.rows).toEqual([])
  const before = (await province.get('/api/incidents/counts?box=desk')).body
  await report(province)
  const after = (await province.get('/api/incidents/counts?box=desk')).body
  expect(['open', 'new', 'unassigned', 'near', 'urgent'].map((k) => after[k] - before[k])).toEqual([
    1, 1, 1, 1, 1,
  ])
  for (const format of ['xlsx', 'docx', 'pdf']) {
    const paper = await province.get(`/api/incidents/export?format=${format}`)
    expect([format, paper.status, paper.raw.length > 1000]).toEqual([format, 200, true])
    expect(paper.raw.includes('0912345678')).toBe(false)
  }
})

test('a desk sends a rapid team of its units: the ready ones first, with what they already have', async () => {
  const here = await team('Đội Lái Thiêu', { unitId: 'vn-2021:25966' })
  const resting = await team('Đội đang nghỉ', { unitId: 'vn-2021:25966', readiness: 'resting' })
  const beside = await team('Đội xã bên', { unitId: 'vn-2021:25969' })
  const [first, second] = [await report(commune), await report(commune)]
  const choices = async (by: Person, id: string) => (await by.get(`/api/incidents/${id}/teams`)).body.rows
  expect(await choices(commune, first)).toMatchObject([
    { id: here, readiness: 'ready', unitName: 'Phường Lái Thiêu', open: 0 },
    { id: resting, readiness: 'resting' },
  ])
  // Neither free words, nor a team of somewhere else, nor a record that is none.
  expect((await act(commune, first, 'assign', { version: 1, team: 'Đội của tôi' })).status).toBe(400)
  for (const teamId of [beside, randomUUID(), await team('Đội tỉnh')])
    expect((await act(commune, first, 'assign', { version: 1, teamId })).body.code).toBe('subject.incomplete')
  expect((await act(commune, first, 'assign', { version: 1, teamId: here })).status).toBe(200)
  expect(await look(commune, first)).toMatchObject({ state: 'assigned', teamId: here, team: 'Đội Lái Thiêu' })
  expect(await choices(commune, second)).toMatchObject([{ id: here, open: 1 }, { id: resting }])
  // Whoever may not assign is not told whom one could send.
  expect((await district.get(`/api/incidents/${second}/teams`)).status).toBe(403)
  expect((await otherCommune.get(`/api/incidents/${second}/teams`)).status).toBe(404)
  expect((await enterprise.get(`/api/incidents/${second}/teams`)).status).toBe(403)
})

test('the list is filtered by unit, kind, state and standing, and sorted both ways', async () => {
  const mark = `dấu ${randomUUID().slice(0, 8)}`
  const [food, crowd] = [
    await report(commune, { kind: 'food', details: mark, placeUnitId: 'vn-2021:25966' }),
    await report(commune, { kind: 'crowd', details: mark }),
  ]
  await act(commune, crowd, 'triage', { version: 1, kind: 'crowd', urgency: 'normal' })
  const ids = async (by: Person, rest: string) => {
    const { status, body } = await by.get(`/api/incidents?q=${encodeURIComponent(mark)}${rest}`)
    expect(status, rest).toBe(200)
    return body.rows.map((row: { id: string }) => row.id)
  }
  expect(await ids(district, '&unit=vn-2021:725&sort=arrivedAt')).toEqual([food, crowd])
  expect(await ids(district, '&unit=vn-2021:718')).toEqual([])
  expect(await ids(commune, '&kind=food')).toEqual([food])
  expect(await ids(commune, '&state=triaged')).toEqual([crowd])
  expect(await ids(commune, '&state=resolved')).toEqual([])
  expect(await ids(commune, '&is=overdue')).toEqual([])
  expect(await ids(commune, '&sort=limitAt')).toEqual((await ids(commune, '&sort=-limitAt')).toReversed())
  expect((await commune.get('/api/incidents?state=gone')).status).toBe(400)
})

test('a photo kept on a phone follows its report, once, under the id the phone gave it', async () => {
  const id = await report(commune)
  const url = `/api/incidents/${id}/files`
  const fileId = randomUUID()
  const photo = { name: 'anh', bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }
  // The words that name it do not overtake it.
  const note = { text: 'Gửi kèm 1 tệp', files: [fileId] }
  expect((await act(commune, id, 'notes', note)).body.code).toBe('subject.incomplete')
  expect((await commune.upload(url, { id: fileId }, photo)).body).toEqual({ id: fileId })
  // Sent again by a phone that never got the answer, when its first request is forgotten.
  expect((await commune.upload(url, { id: fileId }, photo)).body).toEqual({ id: fileId })
  expect((await act(commune, id, 'notes', note)).status).toBe(200)
  const seen = await look(commune, id)
  expect(seen.files).toMatchObject([{ id: fileId, name: 'anh.jpg', mediaType: 'image/jpeg' }])
  expect(seen.log.map((l: { event: string }) => l.event)).toEqual(['note', 'file', 'report'])

  // The same id for something else, for another incident, by somebody else: refused, and nothing is shown.
  const other = { name: 'b.txt', bytes: 'Khác' }
  expect((await commune.upload(url, { id: fileId }, other)).status).toBe(409)
  const second = await report(communeColleague)
  expect(
    (await communeColleague.upload(`/api/incidents/${second}/files`, { id: fileId }, photo)).status,
  ).toBe(409)
  const abroad = await report(foreign)
  expect((await foreign.upload(`/api/incidents/${abroad}/files`, { id: fileId }, photo)).status).toBe(409)
  expect((await commune.upload(url, { id: 'x' }, photo)).status).toBe(400)
  expect((await look(foreign, abroad)).files).toEqual([])
})
