import type { z } from 'zod'

import type { DocumentContent } from './directive.ts'
import type { IssueCheck } from './messages.ts'
import { doubts, type Party, type Task } from './task.ts'

type Finding = z.infer<typeof IssueCheck>['blocking'][number]

/**
 * What stands between a draft and its issue. Blocking is only what would make the issue meaningless: a task nobody is
 * asked to do. A missing number or date is a warning: some documents are passed on before they get one.
 */
export function checkIssue(document: DocumentContent, tasks: readonly Task[]): IssueCheck {
  const open = tasks.filter((t) => t.state === 'proposed')
  const blocking = [...documentBlocks(document, open), ...open.flatMap(taskBlocks)]
  const warnings = [...documentWarnings(document), ...open.flatMap(taskWarnings)]
  return {
    ready: blocking.length === 0,
    blocking,
    warnings,
    recipientBodies: bodiesOf(document.recipients).size,
    taskBodies: bodiesOf(open.flatMap((t) => [...t.content.lead, ...t.content.coordinate])).size,
  }
}

function documentBlocks(document: DocumentContent, open: readonly Task[]): Finding[] {
  const found: Finding[] = []
  const say = (code: string, message: string) => found.push({ code, message, taskId: null })
  if (!document.kind) say('kind-missing', 'Chưa rõ loại văn bản')
  if (!document.title?.trim()) say('title-missing', 'Chưa có trích yếu')
  if (open.length === 0 && bodiesOf(document.recipients).size === 0) {
    say('nobody', 'Chưa có nhiệm vụ nào và chưa có nơi nhận nào xác định được')
  }
  return found
}

function taskBlocks(task: Task): Finding[] {
  if (bodiesOf(task.content.lead).size > 0) return []
  const names = task.content.lead.map((p) => `“${p.name}”`).join(', ')
  const message = names ? `Chưa xác định được cơ quan chủ trì ${names}` : 'Chưa có cơ quan chủ trì'
  return [{ code: 'lead-unknown', message, taskId: task.id }]
}

function documentWarnings(document: DocumentContent): Finding[] {
  const found: Finding[] = []
  const say = (code: string, message: string) => found.push({ code, message, taskId: null })
  if (!document.number) say('number-missing', 'Văn bản chưa có số, ký hiệu')
  if (!document.date) say('date-missing', 'Văn bản chưa có ngày ban hành')
  for (const line of document.recipients) {
    if (line.bodyIds.length === 0 && !isArchiveLine(line.name)) {
      say('recipient-unknown', `Nơi nhận “${line.name}” chưa xác định được cơ quan nào`)
    }
  }
  return found
}

/** “Lưu: VT, …” names no addressee, and “Như trên” repeats those above (NĐ 30/2020, phụ lục I: nơi nhận). */
export function isArchiveLine(line: string): boolean {
  return /^(lưu\b|lưu:|như trên|như kính gửi)/iu.test(line.trim())
}

function taskWarnings(task: Task): Finding[] {
  const found: Finding[] = []
  for (const party of [...task.content.lead, ...task.content.coordinate]) {
    if (party.bodyIds.length === 0) {
      found.push({
        code: 'party-unknown',
        message: `“${party.name}” chưa ứng với cơ quan nào`,
        taskId: task.id,
      })
    }
  }
  const left = doubts(task)
  if (left.length > 0) {
    found.push({ code: 'not-reviewed', message: `Còn ${left.length} chỗ chưa xem`, taskId: task.id })
  }
  return found
}

export function bodiesOf(parties: readonly Party[]): Set<string> {
  return new Set(parties.flatMap((p) => p.bodyIds))
}

/** Who gets a task, and as what. A body that leads is not listed a second time as coordinating. */
export function taskBodies(
  task: Task,
): { bodyId: string; part: 'lead' | 'coordinate' | 'report-to' | 'direct' }[] {
  const parts = [
    ['lead', task.content.lead],
    ['coordinate', task.content.coordinate],
    ['direct', task.content.directs],
    ['report-to', task.content.reportTo],
  ] as const
  const given = new Set<string>()
  const out: ReturnType<typeof taskBodies> = []
  for (const [part, parties] of parts) {
    for (const bodyId of bodiesOf(parties)) {
      if (given.has(bodyId)) continue
      given.add(bodyId)
      out.push({ bodyId, part })
    }
  }
  return out
}
