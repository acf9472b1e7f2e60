import { IconAlertTriangle, IconCloudUp, IconPaperclip } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { fileKind, type Pending, usePending } from '#platform/web/outbox/index.ts'
import { formatSize, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { ReportTask } from '../../domain/index.ts'
import styles from './follow.module.css'
import { reportKind } from './queries.ts'
import { words } from './words.ts'

const isStuck = ({ state }: Pick<Pending, 'state'>) => state === 'refused' || state === 'conflict'

/** Reports that lie on this device and have not reached the server; drawn at once, marked as what they are. */
export function PendingReports({ taskId }: { taskId: string }) {
  const say = useWords(words)
  const pending = usePending<ReportTask>(reportKind(taskId))
  const files = usePending<{ id: string }>(fileKind(reportKind(taskId)))
  if (pending.length === 0) return null
  return (
    <ol className={styles.reports}>
      {pending.map((entry) => {
        // What has left stands in no list; the report that names it waits for those that have not.
        const own = files.filter(({ body }) => entry.body.evidence.includes(body.id))
        const stuck = isStuck(entry) || own.some(isStuck)
        return (
          <li key={entry.requestId} data-state="pending">
            <p className={styles.reportHead}>
              <span className={styles.tag} data-state={stuck ? 'returned' : 'submitted'}>
                <IconCloudUp size={14} stroke={1.8} aria-hidden="true" />
                {stuck ? say.notSent : say.waitingBadge}
              </span>
              {isStuck(entry) && <span>{entry.problem?.message}</span>}
              <Link to="/hang-cho">{say.toQueue}</Link>
            </p>
            <p className={styles.reportText}>{entry.body.text}</p>
            {own.length > 0 && (
              <ul className={styles.files} aria-label={say.evidence}>
                {own.map((file) => (
                  <PendingFile key={file.requestId} pending={file} />
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function PendingFile({ pending }: { pending: Pending }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { file, problem } = pending
  const stuck = isStuck(pending)
  const Icon = stuck ? IconAlertTriangle : IconPaperclip
  const told = stuck ? problem?.message || say.notSent : say.waitingBadge
  return (
    <li data-state={stuck ? 'failed' : undefined}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>
        {file?.name} · {file && formatSize(file.size, language)} · {told}
      </span>
    </li>
  )
}
