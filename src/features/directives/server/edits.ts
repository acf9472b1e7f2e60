import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import type {
  AddTask,
  Edited,
  EditTask,
  JoinTasks,
  Party,
  SplitTask,
  Task,
  TaskContent,
} from '../domain/index.ts'
import { mustDraft } from './access.ts'
import { passage, readPassage, taskBefore } from './passages.ts'
import { bodiesIn, type ResolveParty } from './proposals.ts'
import * as store from './store.ts'
import { findTask, insertTasks, listTasks, type NewTask, saveTask } from './task-store.ts'
import type { z } from 'zod'

export type EditedAnswer = z.infer<typeof Edited>
export type Resolver = (tx: Db, directive: store.DirectiveRow) => Promise<ResolveParty>

interface Change {
  kind: string
  before: Task[]
  after: Task[]
  note?: string
}

/**
 * Every correction goes through here: may you, lock the document for this one edit, do it, keep what stood before and
 * after, record it. Answers only what changed.
 */
async function edit(
  tx: Db,
  actor: Actor,
  id: string,
  work: (directive: store.DirectiveRow) => Promise<Change>,
): Promise<EditedAnswer> {
  const directive = await mustDraft(tx, actor, id)
  if (directive.state !== 'draft')
    throw problem.illegalMove({ what: 'directive', from: directive.state, event: 'edit' })
  const versions = await store.bumpRevision(tx, id)
  if (!versions) throw problem.illegalMove({ what: 'directive', from: directive.state, event: 'edit' })
  const change = await work(directive)
  const editId = newId()
  await store.insertEdit(tx, {
    id: editId,
    directiveId: id,
    unitPath: directive.unitPath,
    accountId: actor.accountId,
    kind: change.kind,
    before: change.before,
    after: { tasks: change.after, note: change.note ?? '' },
  })
  await recordAudit(tx, actor, `directive.${change.kind}`, id, {
    editId,
    tasks: change.after.map((t) => t.id),
    note: change.note ?? '',
  })
  return {
    editId,
    ...versions,
    tasks: change.after,
    document: null,
    bodies: await store.listBodyLabels(tx, bodiesIn(null, change.after)),
  }
}

async function mustFindTask(tx: Db, directiveId: string, id: string): Promise<Task> {
  const task = await findTask(tx, directiveId, id)
  if (!task || task.state === 'replaced') throw problem.notFound({ what: 'task', id })
  return task
}

async function mustSave(tx: Db, task: Task): Promise<Task> {
  const saved = await saveTask(tx, task)
  if (saved) return saved
  const current = await mustFindTask(tx, task.directiveId, task.id)
  throw problem.stale({ what: 'task', expected: task.version, actual: current.version, current })
}

/** Two officers may correct different tasks at once; the same task only one after the other. */
function seen(task: Task, version: number): Task {
  if (task.version !== version) {
    throw problem.stale({ what: 'task', expected: version, actual: task.version, current: task })
  }
  return task
}

export function editTask(tx: Db, actor: Actor, id: string, taskId: string, input: EditTask) {
  return edit(tx, actor, id, async (directive) => {
    const task = seen(await mustFindTask(tx, id, taskId), input.version)
    const { span, reviewed, position, ...content } = input.changes
    const next: Task = {
      ...task,
      content: { ...task.content, ...withoutUndefined(content) },
      reviewed: reviewed ?? task.reviewed,
      position: position ?? task.position,
      ...(span ? passage(directive.text, span) : {}),
    }
    next.evidence = evidenceAfter(task, next)
    if (content.lead) next.leadInherited = false
    return {
      kind: 'task-edited',
      before: [task],
      after: [await mustSave(tx, next)],
      note: Object.keys(input.changes).join(', '),
    }
  })
}

/**
 * What a person set is no longer the reader's claim: its evidence goes. Of a list, entries that stayed keep theirs, at
 * the place where they now stand.
 */
function evidenceAfter(before: Task, after: Task): Task['evidence'] {
  const evidence: Task['evidence'] = {}
  for (const [field, value] of Object.entries(before.evidence)) {
    const kept = fieldAfter(field, before.content, after.content)
    if (kept) evidence[kept] = value
  }
  if (before.span !== after.span) {
    evidence.quote = { ...after.span, confidence: 1, rule: 'officer' }
  }
  return evidence
}

/** Where a field of the task before stands in the task after; undefined when it was changed or taken out. */
function fieldAfter(field: string, before: TaskContent, after: TaskContent): string | undefined {
  const [name, index] = field.split('/') as [keyof TaskContent, string | undefined]
  if (!(name in before)) return field
  const [was, is] = [before[name], after[name]]
  if (index === undefined || !Array.isArray(was) || !Array.isArray(is))
    return same(was, is) ? field : undefined
  const at = is.findIndex((entry) => same(entry, was[Number(index)]))
  return at < 0 ? undefined : `${name}/${at}`
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function withoutUndefined<T extends object>(
  changes: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, v]) => v !== undefined)) as never
}

export function addTask(tx: Db, actor: Actor, id: string, input: AddTask, resolver: Resolver) {
  return edit(tx, actor, id, async (directive) => {
    const others = await listTasks(tx, id)
    const before = taskBefore(others, input.span.start)
    const read = readPassage(directive, input.span, before, await resolver(tx, directive))
    const task: NewTask = {
      id: input.id,
      directiveId: id,
      position: positionFor(others, read.span.start),
      state: 'proposed',
      origin: 'added',
      reviewed: true,
      ...read,
    }
    await insertTasks(tx, directive.unitPath, [task])
    return { kind: 'task-added', before: [], after: [await mustFindTask(tx, id, input.id)] }
  })
}

/** Between its neighbours in the text. */
function positionFor(tasks: readonly Task[], start: number): number {
  const ordered = tasks.filter((t) => t.state !== 'dropped').sort((a, b) => a.position - b.position)
  const next = ordered.find((t) => t.span.start > start)
  if (!next) return (ordered.at(-1)?.position ?? 0) + 1
  const previous = ordered[ordered.indexOf(next) - 1]
  return ((previous?.position ?? next.position - 1) + next.position) / 2
}

/** The two halves keep what the whole had where the text of a half does not say otherwise. */
export function splitTask(
  tx: Db,
  actor: Actor,
  id: string,
  taskId: string,
  input: SplitTask,
  resolver: Resolver,
) {
  return edit(tx, actor, id, async (directive) => {
    const task = seen(await mustFindTask(tx, id, taskId), input.version)
    if (input.at <= task.span.start || input.at >= task.span.end) {
      throw problem.invalid({
        where: 'at',
        issues: [
          {
            path: 'at',
            found: String(input.at),
            expected: `một chỗ nằm giữa ${task.span.start} và ${task.span.end}`,
          },
        ],
      })
    }
    const resolve = await resolver(tx, directive)
    const spans = [
      { start: task.span.start, end: input.at },
      { start: input.at, end: task.span.end },
    ] as const
    const halves = spans.map((span, i): NewTask => {
      const read = readPassage(directive, span, task, resolve)
      return {
        ...read,
        content: inheritedFrom(task.content, read.content),
        leadInherited: read.leadInherited || read.content.lead.length === 0,
        id: input.newIds[i as 0 | 1],
        directiveId: id,
        position: task.position + i / 1024,
        state: 'proposed',
        origin: 'split',
        reviewed: false,
      }
    })
    const replaced = await mustSave(tx, { ...task, state: 'replaced' })
    await insertTasks(tx, directive.unitPath, halves)
    const made = [await mustFindTask(tx, id, input.newIds[0]), await mustFindTask(tx, id, input.newIds[1])]
    return { kind: 'task-split', before: [task], after: [replaced, ...made] }
  })
}

function inheritedFrom(whole: TaskContent, half: TaskContent): TaskContent {
  const lead = half.lead.some((p) => p.bodyIds.length > 0) ? half.lead : whole.lead
  return { ...half, lead, section: whole.section }
}

export function joinTasks(tx: Db, actor: Actor, id: string, input: JoinTasks) {
  return edit(tx, actor, id, async (directive) => {
    const tasks: Task[] = []
    for (const one of input.tasks) tasks.push(seen(await mustFindTask(tx, id, one.id), one.version))
    tasks.sort((a, b) => a.span.start - b.span.start)
    const first = tasks[0]!
    const end = Math.max(...tasks.map((t) => t.span.end))
    const joined: NewTask = {
      ...passage(directive.text, { start: first.span.start, end }),
      id: input.newId,
      directiveId: id,
      position: Math.min(...tasks.map((t) => t.position)),
      state: 'proposed',
      origin: 'joined',
      content: tasks.map((t) => t.content).reduce(joinContent),
      leadInherited: first.leadInherited,
      evidence: {
        ...first.evidence,
        quote: { start: first.span.start, end, confidence: 1, rule: 'officer' },
      },
      reviewed: false,
    }
    const replaced: Task[] = []
    for (const task of tasks) replaced.push(await mustSave(tx, { ...task, state: 'replaced' }))
    await insertTasks(tx, directive.unitPath, [joined])
    return {
      kind: 'tasks-joined',
      before: tasks,
      after: [...replaced, await mustFindTask(tx, id, input.newId)],
    }
  })
}

function joinContent(a: TaskContent, b: TaskContent): TaskContent {
  return {
    section: a.section,
    lead: joinParties(a.lead, b.lead),
    coordinate: joinParties(a.coordinate, b.coordinate),
    reportTo: joinParties(a.reportTo, b.reportTo),
    reportVia: joinParties(a.reportVia, b.reportVia),
    directs: joinParties(a.directs, b.directs),
    deadline: a.deadline ?? b.deadline,
    targets: [...a.targets, ...b.targets],
    approval: a.approval ?? b.approval,
    softTime: [...a.softTime, ...b.softTime],
  }
}

function joinParties(a: Party[], b: Party[]): Party[] {
  const names = new Set(a.map((p) => p.name.toLowerCase()))
  return [...a, ...b.filter((p) => !names.has(p.name.toLowerCase()))]
}

export function setTaskState(
  tx: Db,
  actor: Actor,
  id: string,
  taskId: string,
  version: number,
  to: 'dropped' | 'proposed',
  note = '',
) {
  return edit(tx, actor, id, async () => {
    const task = seen(await mustFindTask(tx, id, taskId), version)
    const saved = await mustSave(tx, { ...task, state: to })
    return { kind: to === 'dropped' ? 'task-dropped' : 'task-restored', before: [task], after: [saved], note }
  })
}
