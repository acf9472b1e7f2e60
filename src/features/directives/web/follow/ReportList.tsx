import { Button, Group } from '@mantine/core'
import { IconFileCheck, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'

import { Moment } from '#platform/web/moment/index.ts'
import { useSession } from '#platform/web/session/index.ts'
import { EmptyState } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, formatSize, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { TaskFollow, TaskReport } from '../../domain/index.ts'
import { words as dialogs } from './dialog-words.ts'
import styles from './follow.module.css'
import { PendingReports } from './PendingReports.tsx'
import { evidenceUrl } from './queries.ts'
import { type Decision, ReportDecision } from './ReportDecision.tsx'
import { reportStateNames, words } from './words.ts'

/** What bodies have reported, newest first, with what shows it; the office decides beside it. */
export function ReportList({ follow }: { follow: TaskFollow }) {
  const say = useWords(words)
  const { office } = useSession()
  const [deciding, setDeciding] = useState<{ report: TaskReport; decision: Decision }>()
  const reports = follow.reports.toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <>
      <PendingReports taskId={follow.taskId} />
      {reports.length === 0 && (
        <EmptyState icon={IconFileCheck} title={say.noReports} text={say.noReportsHow} />
      )}
      <ol className={styles.reports}>
        {reports.map((report) => (
          <li key={report.id} data-state={report.state}>
            <ReportHead report={report} own={report.bodyId === office?.bodyId} />
            <p className={styles.reportText}>{report.text}</p>
            <Evidence report={report} />
            {report.reason && (
              <p className={styles.reason} data-state={report.state}>
                {[report.decidedBy, `“${report.reason}”`].filter(Boolean).join(': ')}
              </p>
            )}
            {follow.may.decide && (
              <Decisions report={report} onDecide={(decision) => setDeciding({ report, decision })} />
            )}
          </li>
        ))}
      </ol>
      {deciding && <ReportDecision {...deciding} follow={follow} onClose={() => setDeciding(undefined)} />}
    </>
  )
}

function ReportHead({ report, own }: { report: TaskReport; own: boolean }) {
  const say = useWords(words)
  const states = useWords(reportStateNames)
  const { language } = useLanguage()
  const facts = [
    report.percent !== null && say.percent(formatNumber(report.percent, language)),
    report.figure !== null && `${formatNumber(report.figure, language)} ${report.figureUnit ?? ''}`.trim(),
    report.doneOn && say.done(formatDate(report.doneOn)),
  ].filter(Boolean)
  return (
    <p className={styles.reportHead}>
      <strong data-own={own || undefined}>{report.bodyName}</strong>
      <span className={styles.tag} data-state={report.state}>
        {states[report.state]}
      </span>
      <span className={styles.quiet}>
        {report.by} · <Moment at={report.at} />
        {facts.length > 0 && ` · ${facts.join(' · ')}`}
      </span>
    </p>
  )
}

function Evidence({ report }: { report: TaskReport }) {
  const say = useWords(words)
  const { language } = useLanguage()
  if (report.evidence.length === 0) return null
  return (
    <ul className={styles.files} aria-label={say.evidence}>
      {report.evidence.map((file) => (
        <li key={file.id}>
          <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
          <a href={`${evidenceUrl(report.taskId, file.id)}?show=1`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <span className={styles.quiet}>{formatSize(file.size, language)}</span>
        </li>
      ))}
    </ul>
  )
}

interface DecisionsProps {
  report: TaskReport
  onDecide: (decision: Decision) => void
}

function Decisions({ report, onDecide }: DecisionsProps) {
  const say = useWords(dialogs)
  if (report.state === 'accepted' && report.doneOn)
    return (
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDecide('reopen')}>
        {say.decide.reopen}
      </Button>
    )
  if (report.state !== 'submitted') return null
  return (
    <Group gap="xs">
      <Button size="compact-sm" onClick={() => onDecide('accept')}>
        {report.doneOn ? say.decide.accept : say.decide.note}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onDecide('return')}>
        {say.decide.return}
      </Button>
    </Group>
  )
}
