import type { Directive, DocumentContent, EditTask, Span, Task, TaskContent } from '../../domain/index.ts'
import { quoteOf, wholeWords } from '../text/selection.ts'
import { evidenceAfter, partyLists, same } from './fields.ts'

/** A thing an officer does to a document. Ids of new tasks are made on the device, so that later acts can name them. */
export type EditAction =
  | { kind: 'edit-task'; taskId: string; changes: EditTask['changes'] }
  | { kind: 'split-task'; taskId: string; at: number; newIds: [string, string] }
  | { kind: 'join-tasks'; taskIds: string[]; newId: string }
  | { kind: 'drop-task'; taskId: string; reason: string }
  | { kind: 'restore-task'; taskId: string }
  | { kind: 'add-task'; id: string; span: Span }
  | { kind: 'edit-document'; changes: Partial<DocumentContent> }
  | { kind: 'undo'; editId: string; tasks: Task[]; made: string[]; document: DocumentContent | null }

/** What an action writes to: edits of one subject go one after the other, each upon the version the one before made. */
export function subjectsOf(action: EditAction): string[] {
  switch (action.kind) {
    case 'edit-document':
      return ['document']
    case 'join-tasks':
      return action.taskIds
    case 'add-task':
      return []
    case 'undo':
      return [...action.tasks.map((task) => task.id), ...(action.document ? ['document'] : [])]
    default:
      return [action.taskId]
  }
}

/** Tasks that exist only because of the action. */
export function madeBy(action: EditAction): string[] {
  if (action.kind === 'split-task') return action.newIds
  if (action.kind === 'join-tasks') return [action.newId]
  return action.kind === 'add-task' ? [action.id] : []
}

/** The document as it will be once the server has done this: drawn at once, replaced by the server's own answer. */
export function applyAction(directive: Directive, action: EditAction): Directive {
  switch (action.kind) {
    case 'edit-document':
      return { ...directive, document: { ...directive.document, ...action.changes } }
    case 'edit-task':
      return withTask(directive, action.taskId, (task) => edited(directive.text, task, action.changes))
    case 'drop-task':
      return withTask(directive, action.taskId, (task) => ({ ...task, state: 'dropped' }))
    case 'restore-task':
      return withTask(directive, action.taskId, (task) => ({ ...task, state: 'proposed' }))
    case 'add-task':
      return { ...directive, tasks: [...directive.tasks, addedTask(directive, action.id, action.span)] }
    case 'split-task':
      return split(directive, action)
    case 'join-tasks':
      return join(directive, action)
    case 'undo':
      return undone(directive, action)
  }
}

function withTask(directive: Directive, id: string, change: (task: Task) => Task): Directive {
  return { ...directive, tasks: directive.tasks.map((task) => (task.id === id ? change(task) : task)) }
}

function edited(text: string, task: Task, changes: EditTask['changes']): Task {
  const { span, reviewed, position, ...given } = changes
  // Fields left out of a change arrive as undefined properties and must not blank what stands there.
  const content = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const next: Task = {
    ...task,
    content: { ...task.content, ...content },
    evidence: evidenceAfter(task, content as Partial<TaskContent>),
  }
  if (span) Object.assign(next, { span, quote: quoteOf(text, span) })
  if (reviewed !== undefined) next.reviewed = reviewed
  if (position !== undefined) next.position = position
  if (content.lead && !same(content.lead, task.content.lead)) next.leadInherited = false
  return next
}

const emptyContent: TaskContent = {
  section: '',
  lead: [],
  coordinate: [],
  reportTo: [],
  reportVia: [],
  directs: [],
  deadline: null,
  targets: [],
  approval: null,
  softTime: [],
}

function addedTask(directive: Directive, id: string, span: Span): Task {
  const before = lastBefore(directive.tasks, span.start)
  return {
    id,
    directiveId: directive.id,
    position: (before?.position ?? 0) + 0.5,
    state: 'proposed',
    origin: 'added',
    quote: quoteOf(directive.text, span),
    span,
    content: { ...emptyContent, section: before?.content.section ?? '' },
    leadInherited: false,
    evidence: {},
    reviewed: false,
    version: 1,
  }
}

function lastBefore(tasks: readonly Task[], offset: number): Task | undefined {
  const above = tasks.filter((task) => task.state === 'proposed' && task.span.start <= offset)
  return above.reduce<Task | undefined>(
    (last, task) => (last && last.position > task.position ? last : task),
    undefined,
  )
}

function split(directive: Directive, action: Extract<EditAction, { kind: 'split-task' }>): Directive {
  const task = directive.tasks.find((t) => t.id === action.taskId)
  if (!task) return directive
  const spans = [
    { start: task.span.start, end: action.at },
    { start: action.at, end: task.span.end },
  ].map((span) => wholeWords(directive.text, span) ?? span)
  const parts = spans.map((span, i) => partOf(directive.text, task, span, action.newIds[i]!, i))
  const others = directive.tasks.map((t) => (t.id === task.id ? { ...t, state: 'replaced' as const } : t))
  return { ...directive, tasks: [...others, ...parts] }
}

/** One half: the fields whose words lie in it. A half that names no lead keeps the lead of the whole, as inherited. */
function partOf(text: string, task: Task, span: Span, id: string, place: number): Task {
  const inside = (key: string) => {
    const e = task.evidence[key]
    return e !== undefined && e.start < span.end && e.end > span.start
  }
  const own = <T>(list: readonly T[], name: string) => list.filter((_, i) => inside(`${name}/${i}`))
  const content: TaskContent = {
    ...task.content,
    coordinate: own(task.content.coordinate, 'coordinate'),
    directs: own(task.content.directs, 'directs'),
    reportTo: own(task.content.reportTo, 'reportTo'),
    reportVia: own(task.content.reportVia, 'reportVia'),
    targets: own(task.content.targets, 'targets'),
    deadline: inside('deadline') ? task.content.deadline : null,
    approval: inside('approval') ? task.content.approval : null,
    softTime: own(task.content.softTime, 'softTime'),
  }
  const named = own(task.content.lead, 'lead')
  if (named.length > 0) content.lead = named
  return {
    ...task,
    id,
    content,
    span,
    origin: 'split',
    quote: quoteOf(text, span),
    evidence: evidenceAfter(task, content),
    leadInherited: task.leadInherited || named.length === 0,
    position: task.position + place * 0.25,
    reviewed: false,
    version: 1,
  }
}

function join(directive: Directive, action: Extract<EditAction, { kind: 'join-tasks' }>): Directive {
  const parts = directive.tasks
    .filter((t) => action.taskIds.includes(t.id))
    .sort((a, b) => a.span.start - b.span.start)
  const first = parts[0]
  if (!first) return directive
  const span = { start: first.span.start, end: Math.max(...parts.map((t) => t.span.end)) }
  const content: TaskContent = { ...first.content }
  for (const name of partyLists) content[name] = distinct(parts.flatMap((t) => t.content[name]))
  content.targets = parts.flatMap((t) => t.content.targets)
  content.softTime = parts.flatMap((t) => t.content.softTime)
  content.deadline = parts.find((t) => t.content.deadline)?.content.deadline ?? null
  content.approval = parts.find((t) => t.content.approval)?.content.approval ?? null
  const joined: Task = {
    ...first,
    id: action.newId,
    span,
    content,
    origin: 'joined',
    quote: quoteOf(directive.text, span),
    evidence: evidenceAfter(first, content),
    reviewed: false,
    version: 1,
  }
  const others = directive.tasks.map((t) =>
    action.taskIds.includes(t.id) ? { ...t, state: 'replaced' as const } : t,
  )
  return { ...directive, tasks: [...others, joined] }
}

function distinct<T>(entries: readonly T[]): T[] {
  return entries.filter((entry, i) => entries.findIndex((other) => same(entry, other)) === i)
}

function undone(directive: Directive, action: Extract<EditAction, { kind: 'undo' }>): Directive {
  const back = new Map(action.tasks.map((task) => [task.id, task]))
  const tasks = directive.tasks
    .filter((task) => !action.made.includes(task.id))
    // The version stays the newest one known: putting back is one more change, not a return in time.
    .map((task) => {
      const before = back.get(task.id)
      return before ? { ...before, version: task.version } : task
    })
  return { ...directive, tasks, document: action.document ?? directive.document }
}
