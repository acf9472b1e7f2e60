import { z } from 'zod'

import { Directive, DirectiveSummary, DocumentContent, documentKinds, InboxRow } from './directive.ts'
import { directiveStates } from './lifecycle.ts'
import { Span, Task, TaskContent } from './task.ts'

/** What is sent. Ids are made on the device; `version` is the one the officer saw. */
const Version = z.int().positive()
const Seen = z.strictObject({ version: Version })

/** POST /api/directives/text — pasted text. Files go to POST /api/directives as multipart: fields `id`, then `file`. */
export const PasteDirective = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(1_500_000),
})
export type PasteDirective = z.infer<typeof PasteDirective>
export const Received = z.object({ id: z.uuid() })

export const ListDirectives = z.strictObject({
  search: z.string().trim().max(200).optional(),
  state: z.enum(directiveStates).optional(),
  kind: z.enum(documentKinds).optional(),
  /** own: brought in by my body; received: issued to my body; all: everything I may see. */
  box: z.enum(['own', 'received', 'all']).default('all'),
  sort: z.enum(['newest', 'oldest', 'title']).default('newest'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListDirectives = z.infer<typeof ListDirectives>

export const ListInbox = z.strictObject({
  search: z.string().trim().max(200).optional(),
  due: z.enum(['overdue', 'due-soon', 'not-yet-due', 'undated']).optional(),
  /** open: not done and still asked for; else one state of the body's part. Left out: open. */
  state: z.enum(['open', 'reported', 'returned', 'done', 'ended', 'all']).default('open'),
  part: z.enum(['lead', 'coordinate', 'report-to', 'direct']).optional(),
  sort: z.enum(['due', 'newest']).default('due'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListInbox = z.infer<typeof ListInbox>

const documentFields = DocumentContent.partial().shape
export const EditDocument = z.strictObject({ version: Version, changes: z.strictObject(documentFields) })
export type EditDocument = z.infer<typeof EditDocument>

export const EditTask = z.strictObject({
  version: Version,
  changes: z.strictObject({
    ...TaskContent.partial().shape,
    /** Moves the borders of the task in the text; the quote follows. */
    span: Span.optional(),
    reviewed: z.boolean().optional(),
    position: z.number().optional(),
  }),
})
export type EditTask = z.infer<typeof EditTask>

export const SplitTask = z.strictObject({
  version: Version,
  /** Where the second task begins, an offset into the document's text inside the task's span. */
  at: z.int().positive(),
  newIds: z.tuple([z.uuid(), z.uuid()]),
})
export type SplitTask = z.infer<typeof SplitTask>

export const JoinTasks = z.strictObject({
  newId: z.uuid(),
  tasks: z
    .array(z.strictObject({ id: z.uuid(), version: Version }))
    .min(2)
    .max(20),
})
export type JoinTasks = z.infer<typeof JoinTasks>

export const DropTask = z.strictObject({ version: Version, reason: z.string().trim().max(500).default('') })
export const RestoreTask = Seen
export const AddTask = z.strictObject({ id: z.uuid(), span: Span })
export type AddTask = z.infer<typeof AddTask>

export const ChangeDirectiveState = z.strictObject({
  version: Version,
  reason: z.string().trim().max(500).default(''),
})
export const IssueDirective = Seen
export const UndoEdit = z.strictObject({ editId: z.uuid() })

/** Every edit answers with what changed, so that the page need not fetch the whole document again. */
export const Edited = z.object({
  editId: z.uuid().nullable(),
  revision: z.int(),
  version: z.int(),
  tasks: z.array(Task),
  document: DocumentContent.nullable(),
  bodies: Directive.shape.bodies,
})
export type Edited = z.infer<typeof Edited>

export const Edit = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  note: z.string(),
  undone: z.boolean(),
})
export const EditHistory = z.object({ edits: z.array(Edit) })

/** What stands in the way of issuing, told before the button is pressed. */
export const IssueCheck = z.object({
  ready: z.boolean(),
  blocking: z.array(z.object({ code: z.string(), message: z.string(), taskId: z.uuid().nullable() })),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), taskId: z.uuid().nullable() })),
  recipientBodies: z.int(),
  taskBodies: z.int(),
})
export type IssueCheck = z.infer<typeof IssueCheck>

/** One issued task, with the words around its sentence. */
export const IssuedTask = z.object({
  task: Task,
  directive: DirectiveSummary,
  before: z.string(),
  after: z.string(),
  bodies: Directive.shape.bodies,
  parts: z.array(z.object({ bodyId: z.uuid(), part: InboxRow.shape.part })),
})
export type IssuedTask = z.infer<typeof IssuedTask>

/** The original is saved to disk, or shown in the browser when it is of a kind that a browser only shows. */
export const OriginalFile = z.strictObject({ show: z.literal('1').optional() })

export const exportFormats = ['docx', 'pdf', 'xlsx'] as const
export const ExportRegister = z.strictObject({ format: z.enum(exportFormats) })
/** A list for a clerk who works in a spreadsheet. */
export const sheetFormats = ['xlsx', 'csv'] as const
export const ExportInbox = ListInbox.omit({ offset: true, limit: true }).extend({
  format: z.enum(sheetFormats),
})
