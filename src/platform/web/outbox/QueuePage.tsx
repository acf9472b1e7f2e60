import { Alert, Button } from '@mantine/core'
import { IconChecks, IconLock, IconSend } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'

import { serverAheadMs } from '../clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { formatNumber, useLanguage, useWords } from '../words/index.ts'
import { kickQueue, queueState } from './queue.ts'
import { QueueCard } from './QueueCard.tsx'
import styles from './outbox.module.css'
import { words } from './words.ts'

/** A phone's clock this far off is worth a sentence. */
const tolerableMs = 5 * 60_000

/** Everything that was written here and has not arrived; what was refused stands first, it needs a person. */
export function QueuePage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { entries, locked } = useSyncExternalStore(queueState.subscribe, queueState.get)
  const urgent = (state: string) => (state === 'conflict' || state === 'refused' ? 0 : 1)
  const inOrder = [...entries].sort((a, b) => urgent(a.state) - urgent(b.state) || a.order - b.order)
  const ahead = serverAheadMs() ?? 0

  return (
    <>
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          entries.length > 0 && (
            <Button leftSection={<IconSend size={16} />} onClick={kickQueue}>
              {say.sendNow}
            </Button>
          )
        }
      />
      {Math.abs(ahead) > tolerableMs && (
        <Alert color="yellow" mb="md">
          {say.clock(formatNumber(Math.round(Math.abs(ahead) / 60_000), language))}
        </Alert>
      )}
      {locked > 0 && (
        <Alert color="gray" icon={<IconLock size={18} />} mb="md">
          {say.locked(formatNumber(locked, language))}
        </Alert>
      )}
      {inOrder.length === 0 && locked === 0 ? (
        <EmptyState icon={IconChecks} title={say.emptyTitle} text={say.empty} />
      ) : (
        <ul className={styles.cards}>
          {inOrder.map((entry) => (
            <li key={entry.requestId}>
              <QueueCard entry={entry} all={entries} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
