import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCalendarPlus, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useLive } from '#platform/web/live/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Roster } from '../../domain/index.ts'
import { pageNames } from '../page-names.ts'
import { dutyQueries, keys } from '../queries.ts'
import { type Block } from './days.ts'
import { CalendarPanel } from './CalendarPanel.tsx'
import { GenerateDialog } from './GenerateDialog.tsx'
import { HandoverPanel } from './HandoverPanel.tsx'
import { RosterBoard } from './RosterBoard.tsx'
import styles from './roster.module.css'
import { ShiftDialog } from './ShiftDialog.tsx'
import { SwapList } from './SwapList.tsx'
import { words } from './words.ts'

/** The next 14 days of the own desk, or of one that this office watches: who stands there, and where nobody does. */
export function RosterPage() {
  const [url] = useUrlState()
  const result = useQuery(dutyQueries.roster({ body: url.body }))
  useLive(['duty'], [keys.duty])
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? <RosterView roster={result.data} /> : <PageSkeleton />
}

function RosterView({ roster }: { roster: Roster }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const handles = useMay('incidents.handle')
  const [generating, setGenerating] = useState(false)
  const [open, setOpen] = useState<Block>()
  const { restRule } = roster
  return (
    <>
      <PageHeader
        title={pageNames.roster[language]}
        lead={`${roster.body.name}. ${say.lead}`}
        actions={
          roster.mayPlan && (
            <>
              <Button variant="default" onClick={() => setOpen(wholeDay(roster))}>
                {say.add}
              </Button>
              <Button
                leftSection={<IconCalendarPlus size={16} stroke={1.6} />}
                onClick={() => setGenerating(true)}
              >
                {say.generate}
              </Button>
            </>
          )
        }
      />
      <Warnings roster={roster} />
      <div className={styles.grid}>
        <Panel title={pageNames.roster[language]}>
          <RosterBoard roster={roster} onOpen={roster.mayPlan ? setOpen : undefined} />
          <p className={styles.quiet}>
            {say.restRule(formatNumber(restRule.minutes / 60, language), restRule.instrument)}
          </p>
        </Panel>
        <div className={styles.side}>
          {handles && roster.mayPlan && (
            <Panel title={say.handover}>
              <HandoverPanel />
            </Panel>
          )}
          <Panel title={say.swaps}>
            <SwapList swaps={roster.swaps} />
          </Panel>
          {roster.mayPlan && (
            <Panel title={say.calendar}>
              <CalendarPanel />
            </Panel>
          )}
        </div>
      </div>
      {generating && <GenerateDialog roster={roster} onClose={() => setGenerating(false)} />}
      {open && <ShiftDialog block={open} roster={roster} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** A shift beside the others, to be given its own hours in the dialog. */
function wholeDay({ from }: Roster): Block {
  const at = (hour: number) => new Date(Date.parse(`${from}T00:00:00+07:00`) + hour * 3_600_000).toISOString()
  return { id: 'new', from: at(7), to: at(15), shift: undefined }
}

function Warnings({ roster: { findings } }: { roster: Roster }) {
  const say = useWords(words)
  const { gaps, doubles, shortRests } = findings
  return (
    <p className={styles.head} role="status">
      {gaps.length + doubles.length + shortRests.length === 0 && (
        <span className={styles.good}>
          <IconCircleCheck size={16} stroke={1.8} aria-hidden="true" /> {say.complete}
        </span>
      )}
      {gaps.length > 0 && (
        <span className={styles.bad}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          {say.gaps(gaps.length)}
        </span>
      )}
      {doubles.length > 0 && (
        <span className={styles.bad}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          {say.doubles(doubles.length)}
        </span>
      )}
      {shortRests.length > 0 && (
        <span className={styles.soon}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          {say.rests(shortRests.length)}
        </span>
      )}
    </p>
  )
}
