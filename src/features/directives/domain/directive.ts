import { z } from 'zod'

import { partStates } from './follow-lifecycle.ts'
import { followStates } from './follow-state.ts'
import { directiveStates } from './lifecycle.ts'
import { Evidence, Party, Task } from './task.ts'

export const documentKinds = [
  'thong-bao-ket-luan',
  'thong-bao',
  'ket-luan',
  'chi-thi',
  'cong-dien',
  'ke-hoach',
  'phuong-an',
  'cong-van',
  'quyet-dinh',
  'nghi-quyet',
  'huong-dan',
  'quy-dinh',
  'to-trinh',
  'bao-cao',
] as const
/** What the document calls itself, as NĐ 30/2020/NĐ-CP and HD 36-HD/VPTW name the kinds. */
export const documentKindNames: Record<(typeof documentKinds)[number], string> = {
  'thong-bao-ket-luan': 'Thông báo kết luận',
  'thong-bao': 'Thông báo',
  'ket-luan': 'Kết luận',
  'chi-thi': 'Chỉ thị',
  'cong-dien': 'Công điện',
  'ke-hoach': 'Kế hoạch',
  'phuong-an': 'Phương án',
  'cong-van': 'Công văn',
  'quyet-dinh': 'Quyết định',
  'nghi-quyet': 'Nghị quyết',
  'huong-dan': 'Hướng dẫn',
  'quy-dinh': 'Quy định',
  'to-trinh': 'Tờ trình',
  'bao-cao': 'Báo cáo',
}
export const issuerLevels = ['central', 'province', 'district', 'commune'] as const

export const Signer = z.object({
  name: z.string().max(200).nullable(),
  title: z.string().max(300).nullable(),
  onBehalf: z.string().max(300).nullable(),
})

export const Reference = z.object({
  number: z.string().max(100),
  kind: z.string().max(100).nullable(),
  date: z.string().max(10).nullable(),
  issuer: z.string().max(300).nullable(),
})

/** What stands above and below the tasks: the document's own data, as an officer may correct it. */
export const DocumentContent = z.object({
  kind: z.enum(documentKinds).nullable(),
  title: z.string().max(2000).nullable(),
  issuer: z.string().max(500).nullable(),
  issuerLevel: z.enum(issuerLevels).nullable(),
  province: z.string().max(100).nullable(),
  number: z.string().max(100).nullable(),
  date: z.iso.date().nullable(),
  meetingDate: z.iso.date().nullable(),
  signer: Signer.nullable(),
  references: z.array(Reference).max(500),
  /** The lines of “Nơi nhận”, each with the real bodies it stands for. */
  recipients: z.array(Party).max(500),
})
export type DocumentContent = z.infer<typeof DocumentContent>

export const Section = z.object({ id: z.string(), heading: z.string().nullable(), quote: z.string() })

export const ReadingProgress = z.object({
  page: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  method: z.enum(['text', 'ocr']).nullable(),
  /** Set when the document could not be read: a stable code and a sentence that says what it is and what to do. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** A warning that does not stop the work, e.g. that the text does not look like a directive. */
  warning: z.string().nullable(),
  /** Mean confidence of the recognised pages, 0–1; null when nothing was recognised from images. */
  ocrConfidence: z.number().nullable(),
  /** The recognised pages, each with its own confidence and where it begins in the text (null when it was not found again). */
  recognised: z
    .array(z.object({ number: z.int(), confidence: z.number(), start: z.int().nullable() }))
    .optional(),
})
export type ReadingProgress = z.infer<typeof ReadingProgress>

export const BodyLabel = z.object({ id: z.uuid(), name: z.string(), unitName: z.string() })
export type BodyLabel = z.infer<typeof BodyLabel>

export const DirectiveSummary = z.object({
  id: z.uuid(),
  state: z.enum(directiveStates),
  kind: z.enum(documentKinds).nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  fileName: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  taskCount: z.int(),
  createdBy: z.string(),
  createdAt: z.string(),
  /** Who pressed the button, by name. */
  issuedBy: z.string().nullable(),
  issuedAt: z.string().nullable(),
  reading: ReadingProgress,
})
export type DirectiveSummary = z.infer<typeof DirectiveSummary>

export const DirectivePage = z.object({ rows: z.array(DirectiveSummary), total: z.int() })

export const Directive = DirectiveSummary.extend({
  fileId: z.uuid(),
  fileType: z.string(),
  fileSize: z.number(),
  sourceKind: z.enum(['text', 'docx', 'pdf-text', 'pdf-scan', 'image']).nullable(),
  text: z.string(),
  document: DocumentContent,
  sections: z.array(Section),
  /** Keyed by field of the document: number, title, recipients/0, references/0, signer … */
  evidence: z.record(z.string(), Evidence),
  tasks: z.array(Task),
  /** Names of every body that a party above points at. */
  bodies: z.array(BodyLabel),
  /** May this office edit and issue it? */
  mayEdit: z.boolean(),
  /** Of the document's own fields and state. */
  version: z.int(),
  /** Grows with every change of the document or a task; `GET /pulse` tells it cheaply. */
  revision: z.int(),
})
export type Directive = z.infer<typeof Directive>

export const Pulse = z.object({
  state: z.enum(directiveStates),
  revision: z.int(),
  reading: ReadingProgress,
  /** Others who changed it within the last minutes. */
  editors: z.array(z.object({ name: z.string(), at: z.string() })),
})
export type Pulse = z.infer<typeof Pulse>

export const InboxRow = z.object({
  taskId: z.uuid(),
  part: z.enum(['lead', 'coordinate', 'report-to', 'direct']),
  quote: z.string(),
  section: z.string(),
  deadline: Task.shape.content.shape.deadline,
  leadNames: z.array(z.string()),
  directiveId: z.uuid(),
  directiveTitle: z.string().nullable(),
  directiveNumber: z.string().nullable(),
  directiveKind: z.enum(documentKinds).nullable(),
  issuer: z.string().nullable(),
  issuedAt: z.string(),
  /** Where this body's part stands: what was reported and decided, and (derived) done × late. */
  state: z.enum(partStates),
  followState: z.enum(followStates),
  daysLate: z.int(),
  originalDueOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  percent: z.int().nullable(),
  /** The task it was broken down from, and who did that; null for a task of the document itself. */
  parentId: z.uuid().nullable(),
  assignedBy: z.string().nullable(),
})
export type InboxRow = z.infer<typeof InboxRow>
export const InboxPage = z.object({
  rows: z.array(InboxRow),
  total: z.int(),
  /** `all` and the first two count what is still open; `returned` what the office sent back; `done` what is done. */
  counts: z.object({
    overdue: z.int(),
    dueSoon: z.int(),
    all: z.int(),
    returned: z.int(),
    reported: z.int(),
    done: z.int(),
  }),
  /** The day the states are derived against, in Việt Nam. */
  today: z.string(),
})
export type InboxPage = z.infer<typeof InboxPage>
