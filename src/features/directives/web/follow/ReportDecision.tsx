import { useWrite } from '#platform/web/api/index.ts'
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

  const decide = useWrite({
    send: async (text: string, requestId) => {
      const { id, version } = report
      if (decision === 'accept') await acceptReport(id, { version, note: text }, requestId)
      else if (decision === 'return') await returnReport(id, { version, reason: text }, requestId)
      else {
        const given = { bodyId: report.bodyId, version: part?.version ?? 1, reason: text }
        await reopenPart(report.taskId, given, requestId)
      }
    },
    // The inbox and the boards of the office stand under the same key.
    refresh: [key.all],
    done: () => done,
    onDone: onClose,
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
