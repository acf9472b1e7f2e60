import { incidentNotice, listSeenIncidents } from '#features/command/server/index.ts'
import type { Digest, Tell } from '#features/directives/server/index.ts'
import type { CrossedThreshold } from '#registry/indicators/server/index.ts'
import { type NoticeKind, tellBody } from '#registry/notices/server/index.ts'
import { covers } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { indicatorSources } from './indicators.ts'

const number = (value: unknown) => (typeof value === 'number' ? value : 0)
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const joined = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ')

/** Whoever answers for the body's tasks: the list is the body's own inbox. */
const ownInbox: NoticeKind['canSee'] = async (_, actor, bodyIds) =>
  new Set(actor.permissions.has('directives.inbox') ? bodyIds.filter((id) => id === actor.bodyId) : [])

const incidentWords: Readonly<Record<string, { vi: string; en: string }>> = {
  report: { vi: 'khẩn, vừa gửi đến', en: 'is urgent and has just come in' },
  assign: { vi: 'được giao cho cơ quan', en: 'was assigned to this body' },
  escalate: { vi: 'được báo lên, chờ tiếp nhận', en: 'was escalated and must be taken over' },
  'send-back': { vi: 'được cấp trên chuyển lại kèm chỉ dẫn', en: 'was sent back with advice' },
  return: { vi: 'bị trả lại', en: 'was returned' },
  reopen: { vi: 'được mở lại', en: 'was reopened' },
}

/** What people are told, in the order of the page of preferences. Each with who may see it. */
export const noticeKinds: readonly NoticeKind[] = [
  {
    key: 'tasks.reminded',
    title: { vi: 'Đôn đốc nhiệm vụ', en: 'Reminded of tasks' },
    say: (f) => ({
      vi: `${number(f.byHand)} nhiệm vụ được đôn đốc`,
      en: `${number(f.byHand)} tasks are asked after`,
    }),
    sayMany: (n) => ({ vi: `${n} lần đôn đốc`, en: `${n} reminders` }),
    link: () => '/hop-thu',
    listLink: '/hop-thu',
    mail: 'now',
    daily: true,
    canSee: ownInbox,
  },
  {
    key: 'tasks.due',
    title: { vi: 'Nhiệm vụ đến hạn, quá hạn', en: 'Tasks due and overdue' },
    say: (f) => ({
      vi: joined(
        number(f.overdue) > 0 && `${number(f.overdue)} nhiệm vụ quá hạn`,
        number(f.dueSoon) > 0 && `${number(f.dueSoon)} nhiệm vụ sắp đến hạn`,
        number(f.escalated) > 0 && `${number(f.escalated)} nhiệm vụ của cấp dưới quá hạn lâu`,
      ),
      en: joined(
        number(f.overdue) > 0 && `${number(f.overdue)} tasks overdue`,
        number(f.dueSoon) > 0 && `${number(f.dueSoon)} due soon`,
        number(f.escalated) > 0 && `${number(f.escalated)} long overdue below this body`,
      ),
    }),
    sayMany: (n) => ({ vi: `${n} lần nhắc`, en: `${n} reminders` }),
    link: () => '/hop-thu',
    listLink: '/hop-thu',
    mail: 'now',
    daily: true,
    canSee: ownInbox,
  },
  {
    key: 'indicators.warning',
    title: { vi: 'Chỉ số dưới ngưỡng', en: 'Indicators below their threshold' },
    say: (f) => ({
      vi: `${text(f.title)} ${f.short ? 'xuống dưới ngưỡng' : 'đã trở lại mức đặt ra'}`,
      en: `${text(f.titleEn)} ${f.short ? 'fell below the threshold' : 'is back at its level'}`,
    }),
    sayMany: (n) => ({ vi: `${n} lần vượt ngưỡng`, en: `${n} crossings` }),
    link: (_, f) => `/chi-so/${text(f.key)}?unit=${encodeURIComponent(text(f.unitId))}`,
    listLink: '/chi-so',
    mail: 'digest',
    daily: false,
    // The id carries the unit's path; whoever covers it, or lies below it, sees its figure.
    canSee: async (_, actor, ids) =>
      new Set(
        ids.filter((id) => {
          const path = id.slice(id.indexOf(' ') + 1)
          const sees = covers(actor, path) || actor.scopes.some((scope) => scope.startsWith(`${path}.`))
          return sees && actor.permissions.has('indicators.read')
        }),
      ),
  },
  {
    key: incidentNotice,
    title: { vi: 'Tin báo chờ cơ quan xử lý', en: 'Incidents that wait for the body' },
    say: (f) => ({
      vi: `Tin báo số ${number(f.number)} ${incidentWords[text(f.event)]?.vi ?? 'chờ cơ quan xử lý'}`,
      en: `Incident ${number(f.number)} ${incidentWords[text(f.event)]?.en ?? 'waits for this body'}`,
    }),
    sayMany: (n) => ({ vi: `${n} tin báo chờ xử lý`, en: `${n} incidents wait` }),
    link: (incident) => `/truc-ban/${incident.id}`,
    listLink: '/truc-ban',
    mail: 'now',
    daily: false,
    canSee: listSeenIncidents,
  },
]

/** The port of follow-up: one notice a body and day for what falls due, one for what an officer asked after. */
export const tellDigest =
  (jobs?: Jobs): Tell =>
  async (tx: Db, digest: Digest) => {
    const { bodyId, onDay: day, overdue, dueSoon, escalated, byHand } = digest
    const subject = { kind: 'inbox', id: bodyId }
    if (byHand > 0)
      await tellBody(tx, jobs, { bodyId, kind: 'tasks.reminded', subject, day, facts: { byHand } })
    if (overdue + dueSoon + escalated > 0) {
      const facts = { overdue, dueSoon, escalated }
      await tellBody(tx, jobs, { bodyId, kind: 'tasks.due', subject, day, facts })
    }
  }

/** The port of indicators: the body that set the threshold is told of every crossing, both ways. */
export const tellCrossed =
  (jobs?: Jobs) =>
  async (tx: Db, crossed: CrossedThreshold): Promise<void> => {
    const { bodyId, thresholdId, unitPath, key, unitId, short, onDay: day } = crossed
    const source = indicatorSources.find((one) => one.key === key)
    const facts = { key, unitId, short, title: source?.title.vi ?? key, titleEn: source?.title.en ?? key }
    const subject = { kind: 'threshold', id: `${thresholdId} ${unitPath}` }
    await tellBody(tx, jobs, { bodyId, kind: 'indicators.warning', subject, day, facts })
  }
