import { Button } from '@mantine/core'
import { IconCircleCheck, IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'

import { useLive } from '#platform/web/live/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { useMay, useMe } from '#platform/web/session/index.ts'
import { EmptyState, ErrorState, PageHeader, Panel, StateBadge } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { DirectiveSummary, InboxRow } from '../../domain/index.ts'
import { unsentByDirective } from '../model/edit-storage.ts'
import { subjectOf } from '../model/say-field.ts'
import { stateMeanings } from '../model/state-meanings.ts'
import { followKey, followQueries } from '../follow/queries.ts'
import { directiveQueries, key } from '../queries.ts'
import { kindNames, partNames, stateNames, words as common } from '../words.ts'
import { words } from './home-words.ts'
import styles from './inbox.module.css'
import { TaskDue } from './TaskDue.tsx'
import { toneOf } from './tone.ts'

/** What is asked of this office now: late and near tasks, what came in last, and drafts that wait for a decision. */
export function HomePage() {
  const say = useWords(words)
  const drafts = useMay('directives.draft')
  const urgent = useQuery(directiveQueries.inbox({ limit: 8, sort: 'due' }))
  const newest = useQuery(directiveQueries.inbox({ limit: 6, sort: 'newest' }))
  const waiting = useQuery({
    ...directiveQueries.list({ box: 'own', state: 'draft', limit: 6 }),
    enabled: drafts,
  })
  const decides = useMay('tasks.follow-up')
  const followed = useQuery({ ...followQueries.counts({ limit: 0 }), enabled: decides })
  useLive(['tasks'], [key.inbox, followKey.all])
  const counts = urgent.data?.counts
  const toDecide = (followed.data?.waiting ?? 0) + (followed.data?.extensionsAsked ?? 0)

  return (
    <>
      <PageHeader
        title={say.title}
        {...(urgent.data && { lead: say.today(formatDate(urgent.data.today)) })}
        {...(drafts && {
          actions: (
            <Button component={Link} to="/van-ban" leftSection={<IconFilePlus size={16} stroke={1.6} />}>
              {say.bringIn}
            </Button>
          ),
        })}
      />
      {urgent.error && !urgent.data && (
        <ErrorState error={urgent.error} onRetry={() => void urgent.refetch()} />
      )}
      {counts && (
        <div className={styles.figures}>
          <Count
            to="/hop-thu?due=overdue"
            tone={counts.overdue > 0 ? 'late' : 'plain'}
            label={say.overdue}
            value={counts.overdue}
          />
          <Count
            to="/hop-thu?due=due-soon"
            tone={counts.dueSoon > 0 ? 'soon' : 'plain'}
            label={say.dueSoon}
            value={counts.dueSoon}
          />
          {counts.returned > 0 && (
            <Count to="/hop-thu?state=returned" tone="soon" label={say.returned} value={counts.returned} />
          )}
          {toDecide > 0 && (
            <Count
              to={followed.data?.waiting ? '/theo-doi?part=reported' : '/theo-doi?state=extensions'}
              tone="soon"
              label={say.toDecide}
              value={toDecide}
            />
          )}
          <Count to="/hop-thu" tone="plain" label={say.all} value={counts.all} />
          {waiting.data && (
            <Count
              to="/van-ban?box=own&state=draft"
              tone="plain"
              label={say.drafts}
              value={waiting.data.total}
            />
          )}
        </div>
      )}
      <div className={styles.home}>
        {drafts && <Drafts rows={waiting.data?.rows} />}
        <Panel
          title={say.urgent}
          actions={
            <Link to="/hop-thu" className={styles.whole}>
              {say.whole}
            </Link>
          }
        >
          <TaskList rows={urgent.data?.rows} today={urgent.data?.today} empty={say.nothing} />
        </Panel>
        <Panel
          title={say.newest}
          actions={
            <Link to="/hop-thu?sort=-issued" className={styles.whole}>
              {say.whole}
            </Link>
          }
        >
          <TaskList rows={newest.data?.rows} today={newest.data?.today} empty={say.nothing} />
        </Panel>
      </div>
    </>
  )
}

interface CountProps {
  to: string
  tone: 'late' | 'soon' | 'plain'
  label: string
  value: number
}

function Count({ to, tone, label, value }: CountProps) {
  const { language } = useLanguage()
  return (
    <Link to={to} className={styles.figure} data-tone={tone}>
      <strong>{formatNumber(value, language)}</strong>
      {label}
    </Link>
  )
}

function TaskList({
  rows,
  today,
  empty,
}: {
  rows: readonly InboxRow[] | undefined
  today: string | undefined
  empty: string
}) {
  const partName = useWords(partNames)
  const kinds = useWords(kindNames)
  if (!rows) return <div className={styles.wait} aria-busy="true" />
  if (rows.length === 0) return <EmptyState icon={IconCircleCheck} title={empty} />
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={`${row.taskId} ${row.part}`} data-tone={toneOf(row)}>
          <Link to={`/nhiem-vu/${row.taskId}`}>{row.quote}</Link>
          <p>
            <span className={styles.part} data-part={row.part}>
              {partName[row.part]}
            </span>
            <TaskDue row={row} today={today} />
            <span className={styles.quiet}>
              {[row.directiveKind && kinds[row.directiveKind], row.directiveNumber].filter(Boolean).join(' ')}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Drafts({ rows }: { rows: readonly DirectiveSummary[] | undefined }) {
  const say = useWords(words)
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const states = useWords(stateNames)
  const { account } = useMe()
  const unsent = useMemo(() => unsentByDirective(localStorage, account.id), [account.id])
  if (rows?.length === 0) return null
  const note = (row: DirectiveSummary): ReactNode =>
    unsent.get(row.id) ? say.unsaved(unsent.get(row.id)!) : <Moment at={row.createdAt} />
  return (
    <Panel
      title={say.drafts}
      actions={
        <Link to="/van-ban?box=own&state=draft" className={styles.whole}>
          {say.whole}
        </Link>
      }
    >
      <ul className={styles.list}>
        {rows?.map((row) => (
          <li key={row.id}>
            <Link to={`/van-ban/${row.id}`}>
              {[row.kind && kinds[row.kind], row.number].filter(Boolean).join(' ') || row.fileName}
              {row.title && ` · ${subjectOf(row.title, row.kind && kinds[row.kind])}`}
            </Link>
            <p>
              <StateBadge meaning={stateMeanings[row.state]} label={states[row.state]} />
              <span className={styles.quiet}>
                {name.tasks(String(row.taskCount))} · {note(row)}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
