import { Button, TextInput } from '@mantine/core'
import { IconBook2, IconFilterOff, IconRefresh } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { EmptyState, ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { type TableState, useTableState } from '#platform/web/ui/table/index.ts'
import { useSay, useWords } from '#platform/web/words/index.ts'
import accountStyles from '../accounts.module.css'
import { actGroups } from './acts.ts'
import { AuditLog } from './AuditLog.tsx'
import styles from './audit.module.css'
import { auditQuery } from './queries.ts'
import { SealStrip } from './SealStrip.tsx'
import { words } from './words.ts'

/** What was done, by whom, for which purpose; and whether it can still be trusted. */
export function AuditPage() {
  const say = useWords(words)
  const state = useTableState({ filters: ['action', 'subject'] })
  const { action, subject } = state.filters
  const log = useInfiniteQuery(auditQuery({ action, subject }))
  const entries = log.data?.pages.flatMap((page) => page.rows)

  return (
    <>
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.8} />}
            loading={log.isRefetching && !log.isFetchingNextPage}
            onClick={() => void log.refetch()}
          >
            {say.refresh}
          </Button>
        }
      />
      <SealStrip seal={log.data?.pages[0]?.lastSeal} />
      <AuditFilters state={state} />
      {!entries ? (
        log.error ? (
          <ErrorState error={log.error} onRetry={() => void log.refetch()} />
        ) : (
          <PageSkeleton />
        )
      ) : entries.length === 0 ? (
        <NoEntries state={state} />
      ) : (
        <>
          <AuditLog entries={entries} onlySubject={(id) => state.setFilters({ subject: id })} />
          <div className={styles.foot} role="status">
            {log.isFetchNextPageError && <p>{say.olderFailed}</p>}
            {log.hasNextPage ? (
              <Button
                variant="default"
                loading={log.isFetchingNextPage}
                onClick={() => void log.fetchNextPage()}
              >
                {say.older}
              </Button>
            ) : (
              <p>{say.end}</p>
            )}
          </div>
        </>
      )}
    </>
  )
}

function AuditFilters({ state }: { state: TableState }) {
  const say = useWords(words)
  const phrase = useSay()
  return (
    <div className={styles.filters}>
      <FilterBar
        state={state}
        filters={[
          {
            name: 'action',
            label: say.act,
            options: actGroups.map((group) => ({ value: group.prefix, label: phrase(group.label) })),
          },
        ]}
      >
        <div
          className={`${accountStyles.filter} ${styles.subject}`}
          data-set={state.filters.subject ? true : undefined}
        >
          <SubjectField
            value={state.filters.subject ?? ''}
            onChange={(subject) => state.setFilters({ subject })}
          />
        </div>
      </FilterBar>
    </div>
  )
}

/** Ids are pasted, not typed: they are asked for when the field is left or Enter is pressed. */
function SubjectField({ value, onChange }: { value: string; onChange: (subject: string) => void }) {
  const say = useWords(words)
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    setText(value)
  }
  const tell = () => {
    if (text.trim() !== value) onChange(text.trim())
  }
  return (
    <TextInput
      size="xs"
      label={say.subject}
      placeholder={say.subjectHint}
      maxLength={64}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={tell}
      onKeyDown={(event) => {
        if (event.key === 'Enter') tell()
      }}
    />
  )
}

function NoEntries({ state }: { state: TableState }) {
  const say = useWords(words)
  if (Object.keys(state.filters).length === 0)
    return <EmptyState icon={IconBook2} title={say.empty} text={say.emptyHint} />
  return (
    <EmptyState
      icon={IconFilterOff}
      title={say.noMatch}
      text={say.noMatchHint}
      action={
        <Button variant="default" onClick={state.clearFilters}>
          {say.clear}
        </Button>
      }
    />
  )
}
