import { type FileVerdict, judgeFile, nameOfKind } from '#lib/file-kind/index.ts'

/** Larger files are films and raw photographs; a folder of scans fits. */
export const evidenceLimitMegabytes = 25
/** Files of one report. */
export const evidenceMost = 20

/** What is kept as evidence: papers, pictures and tables that a reader only shows. */
const evidenceKinds = ['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx', 'text'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export function judgeEvidence(bytes: Uint8Array): FileVerdict<EvidenceKind> {
  return judgeFile(bytes, evidenceKinds)
}

export { nameOfKind as evidenceName }
