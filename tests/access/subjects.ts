import { randomUUID } from 'node:crypto'

import type { Role } from '#registry/accounts/domain/index.ts'
import type { Person, World } from '../world.ts'

/** Where a record lies, seen from the office that asks: the ward of Lái Thiêu, in the city of Thuận An. */
export const places = {
  own: 'ubnd@25966',
  sibling: 'ubnd@25969',
  parent: 'ubnd@725',
  foreign: 'ubnd@29242',
} as const
export type Place = keyof typeof places

/** A kind of record that routes name by `:id`. A feature joins the matrix by adding its kind here. */
export interface Subject {
  /** Makes one in that body and answers the route's parameters. */
  make(world: World, bodyCode: string): Promise<Record<string, string>>
  /** May an office of this role, with the permission, get past "there is no such thing"? */
  seen(role: Role, place: Place): boolean
}

export const subjects: Record<string, Subject> = {
  directive: {
    make: makeDirective,
    seen: (_, place) => place === 'own',
  },
  task: { make: makeTask, seen: (_, place) => place === 'own' },
  report: { make: makeReport, seen: (_, place) => place === 'own' },
  extension: { make: makeExtension, seen: (_, place) => place === 'own' },
  incident: { make: makeIncident, seen: (_, place) => place === 'own' },
  committee: { make: makeCommittee, seen: (_, place) => place === 'own' },
  'committee-member': { make: makeMember, seen: (_, place) => place === 'own' },
  shift: { make: makeShift, seen: (_, place) => place === 'own' },
  account: { make: makeAccount, seen: (_, place) => place === 'own' },
  threshold: { make: makeThreshold, seen: (_, place) => place === 'own' },
  'health-record': { make: makeTeam, seen: (_, place) => place === 'own' },
  'safety-group': { make: makeSafetyGroup, seen: (_, place) => place === 'own' },
}

const marker = 'DẤU-HIỆU-BÍ-MẬT'
/** Stands in every record that is made: it must not appear in any answer to someone who may not see it. */
export const secretMarker = marker

async function makeDirective(world: World, bodyCode: string) {
  const drafter = await world.join(bodyCode, 'commune-clerk')
  const id = randomUUID()
  const text = `KẾ HOẠCH\n${marker}\n\n1. Giao Công an tuần tra khu phố, xong trước ngày 20/9/2021.\n\n2. Giao Trạm Y tế trực 24/7.`
  const received = await drafter.post('/api/directives/text', { id, name: marker, text })
  if (received.status !== 200) throw new Error(JSON.stringify(received.body))
  await world.settle()
  const { body } = await drafter.get(`/api/directives/${id}`)
  const taskId = body.tasks[0]?.id as string | undefined
  if (!taskId) throw new Error('the sample directive has no task')
  return { id, taskId }
}

/** Issued by that body, and led by it too: whoever is let in may both report and decide. */
async function issueTask(world: World, bodyCode: string) {
  const clerk = await world.join(bodyCode, 'commune-clerk')
  const { id } = await makeDirective(world, bodyCode)
  const lead = [{ name: marker, bodyIds: [clerk.bodyId], how: 'chosen' }]
  for (const task of (await clerk.get(`/api/directives/${id}`)).body.tasks)
    await clerk.post(`/api/directives/${id}/tasks/${task.id}`, { version: task.version, changes: { lead } })
  const { version, tasks } = (await clerk.get(`/api/directives/${id}`)).body
  const issued = await clerk.post(`/api/directives/${id}/issue`, { version })
  if (issued.status !== 200) throw new Error(JSON.stringify(issued.body))
  return { clerk, taskId: tasks[0].id as string }
}

async function makeTask(world: World, bodyCode: string) {
  const { taskId } = await issueTask(world, bodyCode)
  return { id: taskId, index: '0' }
}

async function makeReport(world: World, bodyCode: string) {
  const { clerk, taskId } = await issueTask(world, bodyCode)
  const id = randomUUID()
  const sent = await clerk.post(`/api/tasks/${taskId}/reports`, { id, version: 1, text: marker })
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body))
  return { id }
}

async function makeExtension(world: World, bodyCode: string) {
  const { clerk, taskId } = await issueTask(world, bodyCode)
  const id = randomUUID()
  const asked = { id, dueAsked: '2021-12-31', reason: marker }
  const sent = await clerk.post(`/api/tasks/${taskId}/extensions`, asked)
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body))
  return { id }
}

async function makeAccount(world: World, bodyCode: string) {
  const someone = await world.join(bodyCode, 'body-officer', marker)
  return { id: someone.accountId, officeId: randomUUID() }
}

async function makeThreshold(world: World, bodyCode: string) {
  const officer = await world.join(bodyCode, 'body-officer')
  const id = randomUUID()
  const given = { id, unitId: unitOf(bodyCode), rule: 'below-value', goal: 1, note: marker }
  const made = await officer.post('/api/indicators/communes-with-mobile-station/thresholds', given)
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return { id }
}

async function makeTeam(world: World, bodyCode: string) {
  const clerk = await world.join(bodyCode, 'commune-clerk')
  const content = { name: marker, readiness: 'ready', leader: marker, phone: '0900000123', members: 5 }
  return record(clerk, '/api/health-network/records', 'rapid-team', unitOf(bodyCode), content)
}

/** In the commune itself; for a city, in another of its communes than the one that asks. */
async function makeSafetyGroup(world: World, bodyCode: string) {
  const enterprise = await world.join(bodyCode, 'enterprise')
  const unit = bodyCode === places.parent ? unitOf(places.sibling) : unitOf(bodyCode)
  const content = { name: marker, enterprise: marker, leader: marker, members: 4 }
  return record(enterprise, '/api/health-network/own', 'safety-group', unit, content)
}

async function record(by: Person, path: string, kind: string, unitId: string, content: object) {
  const id = randomUUID()
  const made = await by.post(path, { id, kind, unitId, fromDay: '2021-09-01', content })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return { id }
}

const unitOf = (bodyCode: string) => `vn-2021:${bodyCode.split('@')[1]}`

/** At the reporter's own desk, with a caller whose number nobody else may read. */
async function makeIncident(world: World, bodyCode: string) {
  const clerk = await world.join(bodyCode, 'commune-clerk')
  const id = randomUUID()
  const caller = { name: marker, phone: '0912345678' }
  const made = await clerk.post('/api/incidents', { id, kind: 'food', details: marker, caller })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return { id }
}

async function makeShift(world: World, bodyCode: string) {
  const clerk = await world.join(bodyCode, 'commune-clerk')
  const id = randomUUID()
  const hours = { startsAt: '2021-09-20T00:00:00Z', endsAt: '2021-09-20T08:00:00Z' }
  const made = await clerk.post('/api/duty/shifts', {
    id,
    accountId: clerk.accountId,
    ...hours,
    note: marker,
  })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return { id }
}

/** The Steering Committee of the unit that the body belongs to. */
const committeeCode = (bodyCode: string) => `ban-chi-dao@${bodyCode.split('@')[1]}`

async function makeCommittee(world: World, bodyCode: string) {
  await makeMember(world, bodyCode)
  return { id: await world.body(committeeCode(bodyCode)) }
}

async function makeMember(world: World, bodyCode: string) {
  const clerk = await world.join(bodyCode, 'office-clerk')
  const id = randomUUID()
  const body = {
    id,
    personName: `${marker} ${id}`,
    office: 'member',
    fromDay: '2021-05-01',
    number: '1/QĐ',
    numberDay: '2021-05-01',
  }
  const url = `/api/command/committees/${await world.body(committeeCode(bodyCode))}/members`
  const made = await clerk.post(url, body)
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return { id, workId: randomUUID() }
}
