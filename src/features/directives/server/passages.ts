import { readTaskAt } from '#lib/directive-reader/index.ts'
import { problem } from '#platform/server/problem.ts'
import type { Task } from '../domain/index.ts'
import { contentOf, evidenceOfTask, type ResolveParty } from './proposals.ts'
import type { DirectiveRow } from './store.ts'

/** The words between two offsets, trimmed, with the whitespace of wraps and page breaks made one space. */
export function passage(text: string, span: { start: number; end: number }): Pick<Task, 'span' | 'quote'> {
  const words = text.slice(span.start, span.end)
  const lead = words.length - words.trimStart().length
  // A quote ends before the mark that ends its sentence.
  const trimmed = words
    .trim()
    .replace(/[.;:,]$/, '')
    .trimEnd()
  if (trimmed === '' || span.end > text.length) {
    throw problem.invalid({
      where: 'span',
      issues: [
        {
          path: 'span',
          found: `${span.start}–${span.end}`,
          expected: `một đoạn có chữ trong văn bản dài ${text.length} ký tự`,
        },
      ],
    })
  }
  const start = span.start + lead
  return { span: { start, end: start + trimmed.length }, quote: trimmed.replace(/\s+/g, ' ') }
}

/**
 * Reads a passage as one task. What it inherits – its section, and who leads when the passage names nobody – is what the
 * task before it in the text has.
 */
export function readPassage(
  directive: DirectiveRow,
  span: { start: number; end: number },
  before: Task | undefined,
  resolve: ResolveParty,
) {
  const at = passage(directive.text, span)
  const { date, meetingDate } = directive.document
  const day = date ?? meetingDate
  const read = readTaskAt(directive.text, at.span.start, at.span.end, {
    id: '',
    section: before?.content.section ?? '0',
    issued: date,
    year: day ? Number(day.slice(0, 4)) : null,
    inherited: before ? leadOf(before) : null,
  })
  const evidence = evidenceOfTask(Object.entries(read.evidence).map(([pointer, e]) => [pointer.slice(1), e]))
  return {
    ...at,
    content: contentOf(read.task, resolve),
    leadInherited: read.task.leadInherited ?? false,
    evidence: { ...evidence, quote: { ...at.span, confidence: 1, rule: 'officer' } } as Task['evidence'],
  }
}

function leadOf(task: Task) {
  const spans = Object.entries(task.evidence)
    .filter(([field]) => field.startsWith('lead/'))
    .map(([, { start, end }]) => ({ start, end }))
  return { canonical: task.content.lead.map((p) => p.name), spans }
}

/** The task that ends last before an offset: whoever reads on reads it in that light. */
export function taskBefore(tasks: readonly Task[], offset: number): Task | undefined {
  return tasks
    .filter((t) => t.state !== 'dropped' && t.span.start < offset)
    .reduce<Task | undefined>((last, t) => (last && last.span.start > t.span.start ? last : t), undefined)
}
