import type { DirectiveReading, ReadTask } from '#lib/directive-reader/index.ts'
import type { DocumentContent, Evidence, Party, Task, TaskContent } from '../domain/index.ts'
import type { NewTask } from './task-store.ts'

/** Finds the real bodies behind a name. Plugged in from the bodies registry, for the province the document speaks of. */
export type ResolveParty = (name: string) => Pick<Party, 'bodyIds' | 'how'>

type EvidenceMap = Record<string, Evidence>

/** What the reader found in the document itself, with the recipients' lines turned into bodies. */
export function proposeDocument(reading: DirectiveReading, resolve: ResolveParty): DocumentContent {
  const { document } = reading
  return {
    kind: document.kind,
    title: document.title,
    issuer: document.issuer,
    issuerLevel: document.issuerLevel,
    province: document.province,
    number: document.number,
    date: document.date,
    meetingDate: document.meetingDate,
    signer: document.signer,
    references: document.references,
    recipients: document.recipients.map((name) => party(name, resolve)),
  }
}

/** Evidence of the document's own fields, without the leading `/document/`. */
export function documentEvidence(reading: DirectiveReading): EvidenceMap {
  return evidenceUnder(reading.evidence, '/document/')
}

export function proposeTasks(
  reading: DirectiveReading,
  directiveId: string,
  resolve: ResolveParty,
  newId: () => string,
): NewTask[] {
  const byTask = groupByTask(reading.evidence)
  return reading.tasks.map((task, i) => {
    const evidence = byTask.get(i) ?? {}
    const quote = evidence.quote ?? { start: 0, end: 0, confidence: 0, rule: 'unknown' }
    return {
      id: newId(),
      directiveId,
      position: i + 1,
      state: 'proposed',
      origin: 'read',
      quote: task.quote,
      span: { start: quote.start, end: quote.end },
      content: contentOf(task, resolve),
      leadInherited: task.leadInherited ?? false,
      evidence,
      reviewed: false,
    }
  })
}

export function contentOf(task: ReadTask, resolve: ResolveParty): TaskContent {
  const parties = (names: readonly string[] | undefined) => (names ?? []).map((name) => party(name, resolve))
  return {
    section: task.section,
    lead: parties(task.leadCanonical),
    coordinate: parties(task.coordinate),
    reportTo: parties(task.reportTo),
    reportVia: parties(task.reportVia),
    directs: parties(task.directs),
    deadline: task.deadline,
    targets: task.targets,
    approval: task.approval && { ...task.approval, object: task.approval.object ?? '' },
    softTime: task.softTime ?? [],
  }
}

function party(name: string, resolve: ResolveParty): Party {
  return { name, ...resolve(name) }
}

/** One pass over all evidence: a document of ten thousand tasks must not be searched once per task. */
function groupByTask(evidence: EvidenceMap): Map<number, EvidenceMap> {
  const groups = new Map<number, [string, Evidence][]>()
  for (const [pointer, value] of Object.entries(evidence)) {
    const [, list, index, ...field] = pointer.split('/')
    if (list !== 'tasks' || field.length === 0) continue
    const at = Number(index)
    const group = groups.get(at) ?? []
    group.push([field.join('/'), value])
    groups.set(at, group)
  }
  return new Map([...groups].map(([at, fields]) => [at, evidenceOfTask(fields)]))
}

/**
 * The register's lead is the body, so its evidence is that of the canonical name; the words as printed are the same
 * place, or for an inherited lead the place it was taken from.
 */
export function evidenceOfTask(fields: readonly (readonly [field: string, value: Evidence])[]): EvidenceMap {
  const out: EvidenceMap = {}
  for (const [field, value] of fields) {
    if (field.startsWith('lead/')) continue
    out[field.replace(/^leadCanonical\//, 'lead/')] = value
  }
  return out
}

function evidenceUnder(evidence: EvidenceMap, prefix: string): EvidenceMap {
  const out: EvidenceMap = {}
  for (const [pointer, value] of Object.entries(evidence)) {
    if (pointer.startsWith(prefix)) out[pointer.slice(prefix.length)] = value
  }
  return out
}

/** Every body a set of parties points at, once. */
export function bodiesIn(
  document: DocumentContent | null,
  tasks: readonly Pick<Task, 'content'>[],
): string[] {
  const ids = new Set<string>()
  const add = (parties: readonly Party[]) => parties.forEach((p) => p.bodyIds.forEach((id) => ids.add(id)))
  if (document) add(document.recipients)
  for (const { content } of tasks) {
    add(content.lead)
    add(content.coordinate)
    add(content.reportTo)
    add(content.reportVia)
    add(content.directs)
  }
  return [...ids]
}
