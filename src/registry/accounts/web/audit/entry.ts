import { z } from 'zod'

import type { Language } from '#platform/web/words/index.ts'
import { acts } from './acts.ts'
import { workActs } from './work-acts.ts'

/** One entry of the log as `GET /api/audit` gives it. No person: the system did it by itself. */
export const AuditEntry = z.object({
  id: z.number(),
  at: z.string(),
  personName: z.string().nullable(),
  bodyName: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  purpose: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  sealed: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const Seal = z.object({ root: z.string(), sealedAt: z.string(), lastId: z.number() })
export type Seal = z.infer<typeof Seal>

export const AuditPage = z.object({ rows: z.array(AuditEntry), lastSeal: Seal.nullable() })
export type AuditPage = z.infer<typeof AuditPage>

/** What was done, in a sentence; the code itself when the page does not know it (a newer server). */
export function sentenceOf(entry: Pick<AuditEntry, 'action' | 'details'>, language: Language): string {
  const act = Object.hasOwn(acts, entry.action) ? acts[entry.action] : undefined
  if (act) return act((name) => cut(factText(entry.details[name])))[language]
  return Object.hasOwn(workActs, entry.action) ? workActs[entry.action]![language] : entry.action
}

/** The rest of what was recorded, for whoever looks closer: name and value, long values cut. */
export function factsOf(entry: Pick<AuditEntry, 'details'>): { name: string; value: string }[] {
  return Object.entries(entry.details)
    .map(([name, value]) => ({ name, value: cut(factText(value)) }))
    .filter(({ name, value }) => value !== '' && name !== 'reason')
}

/** The reason a person gave stands by itself and whole: it is what an auditor looks for first. */
export function reasonOf(entry: Pick<AuditEntry, 'details'>): string {
  return factText(entry.details.reason)
}

const longest = 300
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

function factText(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '[]' || text === '{}' ? '' : text
}

/** Entries under the day they were made on, in the order given. `dayOf` turns an instant into a day in Việt Nam. */
export function byDay<E extends { at: string }>(
  entries: readonly E[],
  dayOf: (at: string) => string,
): { day: string; entries: E[] }[] {
  const days: { day: string; entries: E[] }[] = []
  for (const entry of entries) {
    const day = dayOf(entry.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** Enough of a root to tell two apart by eye; the whole is copied. */
export function shortRoot(root: string): string {
  return root.length <= 16 ? root : `${root.slice(0, 8)}…${root.slice(-6)}`
}

/** Where the next, older part of the log begins; nothing when the part came back short. */
export function nextBefore(page: Pick<AuditPage, 'rows'>, asked: number): number | undefined {
  return page.rows.length < asked ? undefined : page.rows.at(-1)?.id
}
