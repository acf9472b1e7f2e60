import { IconCloudUp, IconPaperclip } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { fileKind, usePending } from '#platform/web/outbox/index.ts'
import { formatSize, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { ReportTask } from '../../domain/index.ts'
import styles from './follow.module.css'
import { reportKind } from './queries.ts'
import { words } from './words.ts'

/** Reports that lie on this device and have not reached the server; drawn at once, marked as what they are. */
export function PendingReports({ taskId }: { taskId: string }) {
  const say = useWords(words)
  const pending = usePending<ReportTask>(reportKind(taskId))
  // What has left already stands under its name no more; the report that named it still does.
  const files = usePending<{ id: string }>(fileKind(reportKind(taskId)))
  const { language } = useLanguage()
  if (pending.length === 0) return null
  return (
    <ol className={styles.reports}>
      {pending.map((entry) => {
        const stuck = entry.state === 'refused' || entry.state === 'conflict'
        return (
          <li key={entry.requestId} data-state="pending">
            <p className={styles.reportHead}>
              <span className={styles.tag} data-state={stuck ? 'returned' : 'submitted'}>
                <IconCloudUp size={14} stroke={1.8} aria-hidden="true" />
                {stuck ? say.notSent : say.waitingBadge}
              </span>
              {stuck && <span>{entry.problem?.message}</span>}
              <Link to="/hang-cho">{say.toQueue}</Link>
            </p>
            <p className={styles.reportText}>{entry.body.text}</p>
            <ul className={styles.files} aria-label={say.evidence}>
              {files
                .filter(({ body }) => entry.body.evidence.includes(body.id))
                .map(({ body, file, state, problem }) => (
                  <li key={body.id} data-state={state === 'refused' ? 'failed' : undefined}>
                    <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
                    <span>{file?.name}</span>
                    <span className={styles.quiet}>
                      {file && formatSize(file.size, language)} · {problem?.message || say.waitingBadge}
                    </span>
                  </li>
                ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
