import { maskPhone } from '#lib/text-vi/index.ts'
import { type Actor, covers } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import {
  type Committee,
  committeeFindings,
  type CommitteeKind,
  type CommitteeOffice,
  heldOn,
  type ListCommittees,
  type Member,
  type Signatory,
  signatureOf,
  type SigningStyle,
} from '../../domain/index.ts'
import * as store from './store.ts'

/** Committees of the units one's office covers. */
export async function mustSeeCommittee(tx: Db, actor: Actor, id: string): Promise<store.PlacedCommittee> {
  const committee = await store.findCommittee(tx, id)
  if (!committee || !covers(actor, committee.unitPath)) throw problem.notFound({ what: 'committee', id })
  return committee
}

export async function mustSeeMember(tx: Db, actor: Actor, id: string): Promise<store.PlacedMember> {
  const member = await store.findMember(tx, id)
  if (!member || !covers(actor, member.unitPath)) throw problem.notFound({ what: 'committee-member', id })
  return member
}

export const kindOf = (committee: { kind: string }): CommitteeKind =>
  committee.kind === 'command-centre' ? 'command-centre' : 'steering-committee'

const masked = (member: Member): Member => ({ ...member, phone: member.phone && maskPhone(member.phone) })

export function listForActor(tx: Db, actor: Actor, list: ListCommittees, today: string) {
  return store.listCommittees(tx, actor.scopes, list, list.on ?? today)
}

export async function viewCommittee(tx: Db, actor: Actor, id: string, day: string): Promise<Committee> {
  const committee = await mustSeeCommittee(tx, actor, id)
  const all = await store.listMembers(tx, id)
  const works = await store.listWorks(tx, id)
  const { unitPath: _, ...body } = committee
  const sub = committee.code.startsWith('tieu-ban-')
  return {
    body,
    on: day,
    members: all.filter((member) => heldOn(member, day)).map(masked),
    works: works.filter((work) => heldOn(work, day)),
    // A subcommittee has a head and members, and no standing deputy of its own.
    findings: committeeFindings(kindOf(committee), all, day).filter(
      (finding) => !(sub && finding.code === 'no-standing-deputy'),
    ),
    changes: await store.listChanges(tx, id),
    related: await store.listRelated(tx, committee, day),
    mayEdit: actor.permissions.has('command.edit'),
  }
}

/** The members of a committee on a day, in the order of their offices, phones masked. For the situation screen and papers. */
export async function committeeOn(tx: Db, bodyId: string, day: string): Promise<Member[]> {
  return (await store.listMembersOn(tx, bodyId, day)).map(masked)
}

/**
 * Who signs for a committee on a day in this office: name, title and marks (NĐ 30/2020/NĐ-CP; HD 36-HD/VPTW of 2018).
 * Null when nobody holds the office on that day, or when it is one that does not sign.
 */
export async function signatoryOf(
  tx: Db,
  bodyId: string,
  day: string,
  office: CommitteeOffice,
  style: SigningStyle = 'state',
): Promise<Signatory | null> {
  const committee = await store.findCommittee(tx, bodyId)
  const signature = committee && signatureOf(kindOf(committee), office, style)
  if (!signature) return null
  const holder = (await store.listMembersOn(tx, bodyId, day)).find((member) => member.office === office)
  return holder ? { memberId: holder.id, name: holder.personName, ...signature } : null
}
