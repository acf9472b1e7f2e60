import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newCode } from '#platform/server/chance.ts'
import type { Instant } from '#platform/server/clock.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { announceTo } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import type { MarkRead, NoticeGroup, Preferences, SavePreferences } from '../domain/index.ts'
import type { NoticeKind } from './kinds.ts'
import type { NoticeParts } from './routes.ts'
import * as settings from './settings-store.ts'
import * as store from './store.ts'

type Group = Awaited<ReturnType<typeof store.listGroups>>['rows'][number]

const codeMinutes = 30
const codeTries = 5

/** A line of the list; a kind that is no longer listed keeps its place without words of its own. */
export function inWords(group: Group, kinds: readonly NoticeKind[], language: 'vi' | 'en'): NoticeGroup {
  const { kind: key, day, count, unread, at, facts } = group
  const kind = kinds.find((one) => one.key === key)
  const line = { kind: key, day, count, unread, at }
  if (!kind) return { ...line, title: key, text: '', link: '/thong-bao' }
  const one = count === 1
  const subject = { kind: group.subjectKind, id: group.subjectId }
  return {
    ...line,
    title: kind.title[language],
    text: (one ? kind.say(facts) : kind.sayMany(count))[language],
    link: one ? kind.link(subject, facts) : kind.listLink,
  }
}

/** Not in the audit log: that somebody looked at their own list is no act of office. */
export async function markRead(tx: Db, actor: Actor, bodyIds: readonly string[], which: MarkRead) {
  if ((await store.markRead(tx, actor.accountId, bodyIds, which)) > 0)
    await announceTo(tx, 'notices', actor.accountId)
}

type Parts = Pick<NoticeParts, 'kinds' | 'mailReady'>

export async function viewPreferences(tx: Db, actor: Actor, parts: Parts): Promise<Preferences> {
  const found = await settings.findSettings(tx, actor.accountId)
  const choices = await settings.listChoices(tx, actor.accountId)
  return {
    mailReady: parts.mailReady,
    address: found?.address ?? null,
    confirmed: found?.confirmed ?? false,
    codeSent: Boolean(found?.code),
    quietFrom: found?.quietFrom ?? null,
    quietTo: found?.quietTo ?? null,
    version: found?.version ?? 0,
    kinds: parts.kinds.map(({ key, title, daily, mail }) => ({
      key,
      title: title[actor.language],
      daily,
      mail: choices.find((choice) => choice.kind === key)?.mail ?? mail,
    })),
  }
}

export async function savePreferences(tx: Db, actor: Actor, given: SavePreferences, parts: Parts) {
  const unknown = given.kinds.find(({ key }) => !parts.kinds.some((kind) => kind.key === key))
  if (unknown) throw problem.notFound({ what: 'notice-kind', id: unknown.key })
  if (!(await settings.saveSettings(tx, actor.accountId, given))) {
    const current = await viewPreferences(tx, actor, parts)
    throw problem.stale({
      what: 'notice-settings',
      expected: given.version,
      actual: current.version,
      current,
    })
  }
  await recordAudit(tx, actor, 'notices.preferences-saved', actor.accountId, { kinds: given.kinds })
  return viewPreferences(tx, actor, parts)
}

export async function setAddress(tx: Db, actor: Actor, address: string, parts: Parts) {
  await settings.setAddress(tx, actor.accountId, address, newCode())
  await recordAudit(tx, actor, 'notices.address-set', actor.accountId)
  return viewPreferences(tx, actor, parts)
}

/**
 * Not under `once`: a wrong code must be counted although it is refused, and typing the right one twice changes nothing.
 */
export async function confirmAddress(
  db: Database,
  actor: Actor,
  code: string,
  now: Instant,
  parts: Parts,
): Promise<Preferences> {
  const answer = await asSystem(db, actor.scopes, async (tx) => {
    const found = await settings.findSettings(tx, actor.accountId)
    if (found?.confirmed) return viewPreferences(tx, actor, parts)
    const age = found?.codeSentAt ? Date.parse(now) - Date.parse(found.codeSentAt) : Infinity
    if (!found?.code || found.codeTries >= codeTries || age > codeMinutes * 60_000) return 'expired'
    if (found.code !== code) {
      await settings.countTry(tx, actor.accountId)
      return 'wrong'
    }
    await settings.confirmAddress(tx, actor.accountId)
    await recordAudit(tx, actor, 'notices.address-confirmed', actor.accountId)
    return viewPreferences(tx, actor, parts)
  })
  if (typeof answer !== 'string') return answer
  const expected =
    answer === 'wrong' ? 'mã trong thư vừa gửi' : 'một mã mới: mã cũ đã hết hạn hoặc đã nhập sai quá 5 lần'
  throw problem.invalid({ where: 'code', issues: [{ path: 'code', found: '', expected }] })
}
