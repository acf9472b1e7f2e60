import { maskPhone } from '#lib/text-vi/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { insertBody } from '#registry/bodies/server/index.ts'
import { foldAccents } from '#lib/text-vi/index.ts'
import {
  type AddMember,
  type AddWork,
  type CorrectMember,
  dayAfter,
  type EndMember,
  officeNames,
  officesOf,
  type ReplaceMember,
  singleOffices,
} from '../../domain/index.ts'
import * as store from './store.ts'
import { kindOf, mustSeeCommittee, mustSeeMember } from './views.ts'

interface Noted {
  kind: string
  day: string
  note: string
}

async function note(
  tx: Db,
  actor: Actor,
  committee: { id: string; unitPath: string },
  memberId: string | null,
  change: Noted,
) {
  await store.insertChange(tx, {
    id: newId(),
    bodyId: committee.id,
    unitPath: committee.unitPath,
    memberId,
    accountId: actor.accountId,
    ...change,
  })
  await recordAudit(tx, actor, `committee.${change.kind}`, memberId ?? committee.id, {
    body: committee.id,
    day: change.day,
  })
}

export async function addMember(
  tx: Db,
  actor: Actor,
  bodyId: string,
  input: AddMember,
  as: Pick<Noted, 'kind' | 'note'> & { replacesId?: string } = { kind: 'added', note: '' },
) {
  const committee = await mustSeeCommittee(tx, actor, bodyId)
  await mustFit(tx, committee, input)
  await store.insertMember(tx, {
    ...input,
    bodyId,
    unitPath: committee.unitPath,
    phone: input.phone ?? null,
    toDay: input.toDay ?? null,
    replacesId: as.replacesId ?? null,
  })
  await note(tx, actor, committee, input.id, { kind: as.kind, day: input.fromDay, note: as.note })
  return { id: input.id, version: 1 }
}

/** Said before the database refuses it, with who stands in the way; between two requests at once the database decides. */
async function mustFit(tx: Db, committee: store.PlacedCommittee, input: AddMember) {
  const offices = officesOf[kindOf(committee)]
  const issues = []
  if (!offices.includes(input.office))
    issues.push({
      path: 'office',
      found: officeNames[input.office],
      expected: offices.map((office) => officeNames[office]).join(', '),
    })
  if (input.toDay && input.toDay < input.fromDay)
    issues.push({ path: 'toDay', found: input.toDay, expected: 'không sớm hơn ngày bắt đầu' })
  if (issues.length === 0) {
    const single = singleOffices.includes(input.office)
    const sought = { ...input, bodyId: committee.id, single }
    for (const clash of await store.listClashes(tx, sought, input.fromDay, input.toDay ?? null, null))
      issues.push({
        path: clash.office === input.office && single ? 'office' : 'personName',
        found: `${clash.personName}, ${officeNames[clash.office]} từ ${clash.fromDay}${clash.toDay ? ` đến ${clash.toDay}` : ''}`,
        expected: 'kết thúc chức danh ấy trước, hoặc dùng “Thay người”',
      })
  }
  if (issues.length > 0) throw problem.incomplete({ issues })
}

export async function endMember(tx: Db, actor: Actor, id: string, input: EndMember) {
  const member = await mustSeeMember(tx, actor, id)
  const committee = await mustSeeCommittee(tx, actor, member.bodyId)
  if (input.version !== member.version) throw staleOf(member, input.version)
  if (input.toDay < member.fromDay)
    throw problem.incomplete({
      issues: [{ path: 'toDay', found: input.toDay, expected: `không sớm hơn ${member.fromDay}` }],
    })
  const saved = await store.endMember(tx, id, input.version, input)
  if (!saved) throw staleOf(await mustSeeMember(tx, actor, id), input.version)
  await note(tx, actor, committee, id, { kind: 'ended', day: input.toDay, note: input.reason })
  return { id, version: saved.version }
}

function staleOf(member: store.PlacedMember, expected: number) {
  const { unitPath: _, ...current } = member
  return problem.stale({
    what: 'committee-member',
    expected,
    actual: member.version,
    current: { ...current, phone: member.phone && maskPhone(member.phone) },
  })
}

/** One leaves and another comes, by one instrument: nobody holds the office twice, and no day is without a holder. */
export async function replaceMember(tx: Db, actor: Actor, id: string, input: ReplaceMember) {
  const { version, reason, ...next } = input
  const member = await mustSeeMember(tx, actor, id)
  await endMember(tx, actor, id, {
    version,
    toDay: dayAfter(input.fromDay, -1),
    number: input.number,
    reason,
  })
  return addMember(tx, actor, member.bodyId, next, {
    kind: 'replaced',
    note: member.personName,
    replacesId: id,
  })
}

export async function correctMember(tx: Db, actor: Actor, id: string, input: CorrectMember) {
  const member = await mustSeeMember(tx, actor, id)
  const committee = await mustSeeCommittee(tx, actor, member.bodyId)
  const saved = await store.correctMember(tx, id, input.version, {
    post: input.post ?? member.post,
    phone: input.phone === undefined ? member.phone : input.phone,
    number: input.number ?? member.number,
    numberDay: input.numberDay ?? member.numberDay,
  })
  if (!saved) throw staleOf(await mustSeeMember(tx, actor, id), input.version)
  await note(tx, actor, committee, id, { kind: 'corrected', day: member.fromDay, note: '' })
  return { id, version: saved.version }
}

export async function addWork(tx: Db, actor: Actor, id: string, input: AddWork) {
  const member = await mustSeeMember(tx, actor, id)
  const committee = await mustSeeCommittee(tx, actor, member.bodyId)
  if (input.fromDay < member.fromDay || (member.toDay !== null && input.fromDay > member.toDay))
    throw problem.incomplete({
      issues: [{ path: 'fromDay', found: input.fromDay, expected: 'trong thời gian giữ chức danh' }],
    })
  await store.insertWork(tx, { ...input, memberId: id, bodyId: committee.id, unitPath: committee.unitPath })
  await note(tx, actor, committee, id, { kind: 'work-added', day: input.fromDay, note: input.area })
  return { id: input.id, version: 1 }
}

export async function endWork(
  tx: Db,
  actor: Actor,
  id: string,
  workId: string,
  input: { version: number; toDay: string },
) {
  const member = await mustSeeMember(tx, actor, id)
  const committee = await mustSeeCommittee(tx, actor, member.bodyId)
  const work = (await store.listWorks(tx, committee.id)).find((w) => w.id === workId && w.memberId === id)
  if (!work) throw problem.notFound({ what: 'work', id: workId })
  if (input.toDay < work.fromDay)
    throw problem.incomplete({
      issues: [{ path: 'toDay', found: input.toDay, expected: `không sớm hơn ${work.fromDay}` }],
    })
  const saved = await store.endWork(tx, id, workId, input.version, input.toDay)
  if (!saved)
    throw problem.stale({ what: 'work', expected: input.version, actual: work.version, current: work })
  await note(tx, actor, committee, id, { kind: 'work-ended', day: input.toDay, note: work.area })
  return { id: workId, version: saved.version }
}

/** A tiểu ban is a body below the committee: it can be given tasks like any other (registry/bodies). */
export async function addSubcommittee(tx: Db, actor: Actor, id: string, name: string, today: string) {
  const committee = await mustSeeCommittee(tx, actor, id)
  const slug = foldAccents(name.toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^tieu-ban-/, '')
    .slice(0, 60)
  const body = await insertBody(tx, {
    code: `tieu-ban-${slug || 'moi'}@${committee.code.split('@')[1] ?? ''}`,
    name,
    shortName: name,
    kind: 'steering-committee',
    sector: 'command',
    unitId: committee.unitId,
    validFrom: today,
    parentCode: committee.code,
  })
  await note(tx, actor, committee, null, { kind: 'subcommittee-added', day: today, note: name })
  return { id: body.id, version: 1 }
}

/** Written down before the number is shown. */
export async function recordPhoneShown(tx: Db, actor: Actor, id: string, purpose: string) {
  const member = await mustSeeMember(tx, actor, id)
  await recordAudit(tx, { ...actor, purpose }, 'committee.phone-shown', id, { body: member.bodyId })
  return { id }
}
