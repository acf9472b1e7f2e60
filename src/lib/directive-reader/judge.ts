import type { DirectiveReading } from './types.ts'

export interface Judgement {
  ok: boolean
  /** Vietnamese, for the person who dropped the file. */
  why: string
}

/** Whether a text is a directive at all, so that a novel is not turned into a register of tasks. */
export function looksLikeDirective(reading: DirectiveReading): Judgement {
  const { document, tasks, text } = reading
  if (text.trim() === '') return { ok: false, why: 'Văn bản trống.' }
  const named = tasks.filter((task) => task.lead.length > 0).length
  const signs = [
    document.kind !== null,
    document.number !== null,
    document.date !== null || document.meetingDate !== null,
    document.signer !== null,
    document.recipients.length > 0,
    document.issuer !== null,
  ].filter(Boolean).length
  if (tasks.length === 0) return { ok: false, why: 'Không tìm thấy nhiệm vụ nào được giao.' }
  if (signs >= 2 || (signs >= 1 && named >= 2)) return { ok: true, why: '' }
  if (named >= 3 && named / tasks.length >= 0.2) return { ok: true, why: '' }
  return {
    ok: false,
    why: 'Văn bản không có thể thức của một văn bản chỉ đạo và không giao nhiệm vụ cho cơ quan nào.',
  }
}
