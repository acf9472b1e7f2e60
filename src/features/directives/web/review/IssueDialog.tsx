import { Alert, Button, Group, Modal } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { ErrorState, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Directive, IssueCheck } from '../../domain/index.ts'
import { receiversOf } from '../model/dispatch.ts'
import { liveTasks } from '../model/fields.ts'
import { doubtsOf } from '../model/walk.ts'
import { directiveQueries, key, moveDirective } from '../queries.ts'
import { words as common } from '../words.ts'
import styles from './issue.module.css'
import { ReceiverList } from './ReceiverList.tsx'
import { useReview } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface IssueDialogProps {
  directive: Directive
  /** No edit is waiting: what is issued is what is on the screen. */
  saved: boolean
  opened: boolean
  onClose: () => void
}

/** The last look before issuing: what stands in the way, who gets what, and only then the button. */
export function IssueDialog({ directive, saved, opened, onClose }: IssueDialogProps) {
  const say = useWords(words)
  const name = useWords(common)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.issue.title}
      closeButtonProps={{ 'aria-label': name.close }}
      size="xl"
      centered={false}
      yOffset="4vh"
    >
      {opened && <IssueStep directive={directive} saved={saved} onClose={onClose} />}
    </Modal>
  )
}

function IssueStep({ directive, saved, onClose }: Omit<IssueDialogProps, 'opened'>) {
  const say = useWords(words)
  const name = useWords(common)
  const { language } = useLanguage()
  const check = useQuery({ ...directiveQueries.check(directive.id, directive.revision), enabled: saved })
  const receivers = useMemo(() => receiversOf(directive), [directive])
  const count = (n: number) => formatNumber(n, language)
  const bodies = name.bodies(count(receivers.length))

  const issue = useWrite({
    send: (_: null, requestId) => moveDirective(directive.id, 'issue', directive.version, requestId),
    refresh: [key.all],
    done: () => say.issue.done(bodies),
    onDone: onClose,
  })

  if (check.error) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />
  if (saved && !check.data) return <PageSkeleton />
  return (
    <>
      <p className={styles.who}>
        {say.issue.who(bodies, name.tasks(count(liveTasks(directive.tasks).length)))}
      </p>
      {!saved && <Alert color="yellow">{say.issue.waiting}</Alert>}
      {check.data && <Findings check={check.data} tasks={directive.tasks} onClose={onClose} />}
      <ReceiverList receivers={receivers} />
      <p className={styles.final}>{say.issue.final}</p>
      <Group justify="flex-end" gap="sm" className={styles.foot ?? ''}>
        <Button variant="default" onClick={onClose}>
          {name.cancel}
        </Button>
        <Button
          leftSection={<IconSend size={16} stroke={1.8} />}
          disabled={!saved || !check.data?.ready}
          loading={issue.isPending}
          onClick={() => issue.mutate(null)}
        >
          {say.issue.do(bodies)}
        </Button>
      </Group>
    </>
  )
}

interface FindingsProps {
  check: IssueCheck
  tasks: Directive['tasks']
  onClose: () => void
}

function Findings({ check, tasks, onClose }: FindingsProps) {
  const say = useWords(words)
  const seen = useReview((state) => state.seen)
  const open = new Map(tasks.map((task) => [task.id, doubtsOf(task, seen).length]))
  // The same count as in the register, where bodies inherited from one phrase are one question.
  const warnings = check.warnings.flatMap((row) => {
    if (row.code !== 'not-reviewed' || !row.taskId) return [row]
    const left = open.get(row.taskId) ?? 0
    return left > 0 ? [{ ...row, message: say.issue.notReviewed(left) }] : []
  })
  return (
    <>
      <FindingList title={say.issue.blocking} tone="late" rows={check.blocking} onClose={onClose} />
      <FindingList title={say.issue.warnings} tone="soon" rows={warnings} onClose={onClose} />
    </>
  )
}

interface FindingListProps {
  title: string
  tone: 'late' | 'soon'
  rows: IssueCheck['blocking']
  onClose: () => void
}

function FindingList({ title, tone, rows, onClose }: FindingListProps) {
  const name = useWords(common)
  const tools = useTools()
  if (rows.length === 0) return null
  return (
    <section className={styles.findings} data-tone={tone}>
      <h3>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
        {title}
      </h3>
      <ul>
        {rows.map((row, i) => {
          const number = row.taskId ? tools.numberOf(row.taskId) : undefined
          return (
            <li key={`${row.code} ${i}`}>
              {row.taskId && number !== undefined && (
                <button
                  type="button"
                  onClick={() => {
                    onClose()
                    tools.go(row.taskId!, null, 'keys')
                  }}
                >
                  {name.task(number)}
                </button>
              )}
              {row.message}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
