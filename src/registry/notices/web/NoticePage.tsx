import { Button } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { EmptyState, ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import { type MarkRead, type NoticeGroup, Unread } from '../domain/index.ts'
import { PreferencesPanel } from './PreferencesPanel.tsx'
import { noticeQueries, noticesKey } from './queries.ts'
import styles from './notices.module.css'
import { words } from './words.ts'

const step = 30

/** What concerns me, newest day first, and how I want to be told. */
export function NoticePage() {
  const say = useWords(words)
  const [size, setSize] = useState(step)
  const result = useQuery(noticeQueries.list(size))
  const read = useWrite({
    send: (which: MarkRead, requestId) => api.post('/api/notices/read', Unread, which, { requestId }),
    refresh: [noticesKey],
  })
  const rows = result.data?.rows ?? []

  return (
    <>
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          rows.some((row) => row.unread > 0) && (
            <Button variant="default" loading={read.isPending} onClick={() => read.mutate({})}>
              {say.readAll}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        <div>
          {result.isPending && <PageSkeleton />}
          {result.isError && !result.data && (
            <ErrorState error={result.error} onRetry={() => void result.refetch()} />
          )}
          {result.data && rows.length === 0 && (
            <EmptyState icon={IconBellOff} title={say.emptyTitle} text={say.empty} />
          )}
          {rows.length > 0 && (
            <ul className={styles.list}>
              {rows.map((row) => (
                <li key={`${row.kind} ${row.day}`}>
                  <NoticeLine
                    row={row}
                    onOpen={() => row.unread > 0 && read.mutate({ kind: row.kind, day: row.day })}
                  />
                </li>
              ))}
            </ul>
          )}
          {result.data && result.data.total > rows.length && (
            <Button mt="md" variant="default" onClick={() => setSize(Math.min(size + step, 100))}>
              {say.more}
            </Button>
          )}
        </div>
        <PreferencesPanel />
      </div>
    </>
  )
}

function NoticeLine({ row, onOpen }: { row: NoticeGroup; onOpen: () => void }) {
  const say = useWords(words)
  return (
    <Link to={row.link} className={styles.line} data-unread={row.unread > 0 || undefined} onClick={onOpen}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.title}>
        {row.title}
        {row.unread > 0 && <span className={styles.hidden}> ({say.unread})</span>}
      </span>
      <time className={styles.when} dateTime={row.day}>
        {formatDate(row.day)}
      </time>
      <span className={styles.text}>{row.text}</span>
    </Link>
  )
}
