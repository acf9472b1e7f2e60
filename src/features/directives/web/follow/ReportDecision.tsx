import { useWrite } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { TaskFollow, TaskReport } from '../../domain/index.ts'
import { key } from '../queries.ts'
import { ActDialog } from './ActDialog.tsx'
import { words } from './dialog-words.ts'
import { acceptReport, reopenPart, returnReport } from './queries.ts'

export type Decision = 'accept' | 'return' | 'reopen'

interface ReportDecisionProps {
  report: TaskReport
  decision: Decision
  follow: TaskFollow
  onClose: () => void
}

/** The office's answer to a report: it closes the task, takes the progress to the file, or sends it back. */
export function ReportDecision({ report, decision, follow, onClose }: ReportDecisionProps) {
  const say = useWords(words).decide
  const reasonLabel = useWords(words).reason
  const part = follow.parts.find((one) => one.bodyId === report.bodyId && one.part === 'lead')
  const done = {
    accept: report.doneOn ? say.accepted : say.noted,
    return: say.returned,
    reopen: say.reopened,
  }[decision]

  const takeBack = useWrite({
    send: (version: number, requestId) =>
      reopenPart(report.taskId, { bodyId: report.bodyId, version, reason: say.acceptedByMistake }, requestId),
    refresh: [key.all],
    done: () => say.reopened,
  })
  const decide = useWrite({
    send: async (text: string, requestId) => {
      const { id, version } = report
      if (decision === 'accept') return (await acceptReport(id, { version, note: text }, requestId)).part
      if (decision === 'return') return (await returnReport(id, { version, reason: text }, requestId)).part
      const given = { bodyId: report.bodyId, version: part?.version ?? 1, reason: text }
      return (await reopenPart(report.taskId, given, requestId)).part
    },
    // The inbox and the boards of the office stand under the same key.
    refresh: [key.all],
    onDone: (answer) => {
      onClose()
      const undo = decision === 'accept' && report.doneOn !== null && answer
      notify({
        tone: 'done',
        text: done,
        ...(undo && { undo: () => takeBack.mutate(answer.version) }),
      })
    },
  })

  const body = report.bodyName
  const acts = {
    accept: report.doneOn
      ? { act: say.accept, explain: say.acceptExplain(body, formatDate(report.doneOn)) }
      : { act: say.note, explain: say.noteExplain(body) },
    return: { act: say.return, explain: say.returnExplain(body) },
    reopen: { act: say.reopen, explain: say.reopenExplain(body) },
  }
  return (
    <ActDialog
      title={acts[decision].act}
      {...acts[decision]}
      {...(decision !== 'accept' && { ask: reasonLabel, required: true })}
      loading={decide.isPending}
      onAct={(text) => decide.mutate(text)}
      onClose={onClose}
    />
  )
}
