// The shapes of a reading. `document`, `sections` and `tasks` are plain values; where each of them stands in the text is
// told apart in `evidence`, under its JSON pointer, so that a page can light up the words a value was read from.

export type DocumentKind =
  | 'thong-bao-ket-luan'
  | 'thong-bao'
  | 'ket-luan'
  | 'chi-thi'
  | 'cong-dien'
  | 'ke-hoach'
  | 'phuong-an'
  | 'cong-van'
  | 'quyet-dinh'
  | 'nghi-quyet'
  | 'huong-dan'
  | 'quy-dinh'
  | 'to-trinh'
  | 'bao-cao'

export type IssuerLevel = 'central' | 'province' | 'district' | 'commune'

export interface Signer {
  name: string
  /** The signer's own office as printed ("PHÓ BÍ THƯ"). */
  title: string | null
  /** On whose behalf, with the mark ("T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"). */
  onBehalf: string | null
}

export interface Reference {
  /** "16/CT-TTg", as printed without inner spaces. */
  number: string
  kind: string | null
  /** ISO date. */
  date: string | null
  issuer: string | null
}

export interface ReadDocument {
  kind: DocumentKind | null
  title: string | null
  issuer: string | null
  issuerLevel: IssuerLevel | null
  /** Short name ("Bình Dương") for a provincial or lower issuer. */
  province: string | null
  number: string | null
  /** ISO date of issue. */
  date: string | null
  /** ISO date of the (last) day of the meeting the document concludes. */
  meetingDate: string | null
  signer: Signer | null
  recipients: string[]
  references: Reference[]
}

export interface ReadSection {
  id: string
  heading: string | null
  quote: string
}

export type DeadlineKind = 'by' | 'from' | 'between' | 'immediately' | 'periodic'

export interface Deadline {
  text: string
  /** ISO date of the last day; null for immediately, periodic, and days that cannot be counted. */
  date: string | null
  kind: DeadlineKind
  /** ISO date of the first day for from and between. */
  start: string | null
}

export interface Target {
  text: string
  /** The number; null when only the coverage is a number ("tất cả … đều có"). */
  quantity: number | null
  unit: string | null
  scope: string | null
  comparator: '=' | '>=' | '<=' | '<' | '>' | '~' | null
  /** 1 for 100 %, mỗi, tất cả, đều; null unless the text says so. */
  coverage: number | null
}

export interface Approval {
  object: string | null
  authority: string
  appraiser?: string
}

export interface SoftTime {
  text: string
  type: 'urgency' | 'event'
}

export interface ReadTask {
  id: string
  section: string
  quote: string
  /** Bodies as the sentence names them; empty when they are named earlier only. */
  lead: string[]
  leadCanonical: string[]
  leadInherited?: boolean
  /** Bodies the lead is told to direct. */
  directs?: string[]
  coordinate: string[]
  deadline: Deadline | null
  targets: Target[]
  approval: Approval | null
  reportTo: string[]
  reportVia?: string[]
  softTime?: SoftTime[]
  pattern?: string
}

export interface Evidence {
  /** UTF-16 offsets into `text`. */
  start: number
  end: number
  /** 0 to 1: how sure the rule is, from counting on annotated documents. */
  confidence: number
  /** Short stable name of the rule that read the value. */
  rule: string
}

export interface DirectiveReading {
  /** The text that was read, in NFC. */
  text: string
  document: ReadDocument
  sections: ReadSection[]
  tasks: ReadTask[]
  evidence: Record<string, Evidence>
}
