import { useQuery } from '@tanstack/react-query'

import { ErrorState, type Meaning, PageSkeleton, Panel, Timeline } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { HistoryEntry } from '../../domain/index.ts'
import styles from './follow.module.css'
import { followQueries } from './queries.ts'
import { historyNames, words } from './words.ts'

const meanings: Partial<Record<HistoryEntry['kind'], Meaning>> = {
  accepted: 'done',
  'extension-granted': 'done',
  returned: 'soon',
  'extension-refused': 'soon',
  escalated: 'late',
}

/** Everything that was done with the task, newest first, each with its hour and its author. */
export function HistoryPanel({ taskId }: { taskId: string }) {
  const say = useWords(words)
  const kinds = useWords(historyNames)
  const result = useQuery(followQueries.history(taskId))
  const entries = result.data?.entries.toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Panel title={say.history}>
      {result.error && !result.data && (
        <ErrorState error={result.error} onRetry={() => void result.refetch()} />
      )}
      {result.isPending && <PageSkeleton />}
      {entries?.length === 0 && <p className={styles.quiet}>{say.noHistory}</p>}
      {entries && (
        <Timeline
          label={say.history}
          entries={entries.map((entry) => ({
            id: entry.id,
            at: entry.at,
            who: [entry.by, entry.bodyName].filter(Boolean).join(' · '),
            what: kinds[entry.kind],
            ...(entry.text && { detail: entry.text }),
            ...(meanings[entry.kind] && { meaning: meanings[entry.kind]! }),
          }))}
        />
      )}
    </Panel>
  )
}
