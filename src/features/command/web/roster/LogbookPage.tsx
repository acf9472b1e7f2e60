import { Button, Group, Select } from '@mantine/core'
import { IconBook2, IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { api } from '#platform/web/api/index.ts'
import { useLive } from '#platform/web/live/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { EmptyState, ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import { eventNames } from '../incidents/words.ts'
import { pageNames } from '../page-names.ts'
import { dutyQueries, keys } from '../queries.ts'
import { dayAfter, dayOf, hoursOf } from './days.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

const spans = ['8', '12', '24', '72', '168']

/** Every act at the desk in its order: read on screen, signed over on paper. */
export function LogbookPage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState('12')
  const duty = useQuery(dutyQueries.now())
  const now = duty.data?.now
  const shifts = useLastShifts(now)
  const shift = shifts.find((s) => s.id === chosen)
  const to = shift?.endsAt ?? now
  const from =
    shift?.startsAt ?? (now && new Date(Date.parse(now) - Number(chosen) * 3_600_000).toISOString())
  const result = useQuery({ ...dutyQueries.logbook({ from, to }), enabled: to !== undefined })
  useLive(['incidents'], [keys.duty])
  const print = (format: 'docx' | 'pdf') => void api.save('/api/duty/logbook', { from, to, format })
  return (
    <>
      <PageHeader
        title={pageNames.logbook[language]}
        crumbs={[{ label: pageNames.desk[language], to: '/truc-ban' }]}
        lead={say.logLead}
        actions={
          <Group gap="xs" align="end">
            <Select
              aria-label={say.last}
              data={[
                ...spans.map((value) => ({ value, label: say.hours(Number(value)) })),
                ...shifts.map((s) => ({
                  value: s.id,
                  label: `${hoursOf(s.startsAt, s.endsAt)} ${formatDate(dayOf(s.startsAt))}, ${s.personName}`,
                })),
              ]}
              value={chosen}
              onChange={(value) => value && setChosen(value)}
              allowDeselect={false}
            />
            <Button
              variant="default"
              leftSection={<IconFileTypeDocx size={16} stroke={1.6} />}
              onClick={() => print('docx')}
            >
              DOCX
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
              onClick={() => print('pdf')}
            >
              PDF
            </Button>
          </Group>
        }
      />
      {result.error && !result.data ? (
        <ErrorState error={result.error} onRetry={() => void result.refetch()} />
      ) : !result.data ? (
        <PageSkeleton />
      ) : result.data.rows.length === 0 ? (
        <EmptyState icon={IconBook2} title={say.logNone} text={say.logNoneHow} />
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.log}>
          <table className={styles.table}>
            <thead>
              <tr>
                {[say.time, say.incident, say.act, say.text, say.by].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.data.rows.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    <Moment at={entry.at} />
                  </td>
                  <td>
                    <Link to={`/truc-ban/${entry.incidentId}` as '/'}>#{entry.number}</Link>
                  </td>
                  <td>{eventNames[language][entry.event] ?? entry.event}</td>
                  <td>{entry.text}</td>
                  <td>
                    {entry.by}, {entry.bodyName}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

/** The shifts of yesterday and today that have begun, the last one first: what is signed over is one of them. */
function useLastShifts(now: string | undefined) {
  const today = now && dayOf(now)
  const { data } = useQuery({
    ...dutyQueries.roster({ from: today && dayAfter(today, -1), to: today }),
    enabled: today !== undefined,
  })
  if (!now) return []
  return (data?.shifts ?? []).filter((s) => Date.parse(s.startsAt) <= Date.parse(now)).toReversed()
}
