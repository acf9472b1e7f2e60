import { IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'

import { StaleProblem } from '#platform/web/api/index.ts'
import { useLive } from '#platform/web/live/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel, StateBadge, Timeline } from '#platform/web/ui/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Incident } from '../../domain/index.ts'
import { pageNames } from '../page-names.ts'
import { incidentQueries, keys } from '../queries.ts'
import { Caller } from './Caller.tsx'
import { Files } from './Files.tsx'
import styles from './incidents.module.css'
import { LimitNote } from './LimitNote.tsx'
import { Moves } from './Moves.tsx'
import { Note } from './Note.tsx'
import { StaleNotice } from './StaleNotice.tsx'
import { stateMeanings } from './state-meanings.ts'
import { eventNames, kindNames, stateNames, words } from './words.ts'

/** One incident, for the desk and for the officer in the car: what, where, who called, what to do with it now. */
export function IncidentPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const result = useQuery(incidentQueries.one(id))
  useLive(['incidents'], [keys.incidents])
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? <IncidentView incident={result.data} /> : <PageSkeleton />
}

function IncidentView({ incident }: { incident: Incident }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const kinds = useWords(kindNames)
  const states = useWords(stateNames)
  const [stale, setStale] = useState<StaleProblem>()
  return (
    <>
      <PageHeader
        title={`${say.number(incident.number)}: ${kinds[incident.kind]}`}
        crumbs={[{ label: pageNames.desk[language], to: '/truc-ban' }]}
        facts={
          <>
            {incident.urgency === 'urgent' && (
              <span className={styles.urgent}>
                <IconUrgent size={14} stroke={1.8} aria-hidden="true" />
                {say.urgencies.urgent}
              </span>
            )}
            <StateBadge meaning={stateMeanings[incident.state]} label={states[incident.state]} />
            <LimitNote row={incident} />
          </>
        }
      />
      {stale && <StaleNotice problem={stale} onSeen={() => setStale(undefined)} />}
      <div className={styles.columns}>
        <div>
          <Panel title={say.details}>
            <p className={styles.text}>{incident.details}</p>
            <Facts incident={incident} />
            {incident.moves.length > 0 && <Moves incident={incident} onStale={setStale} />}
          </Panel>
          <Panel title={say.files}>
            <Files incident={incident} />
          </Panel>
        </div>
        <Panel title={say.log}>
          {incident.mayAdd && <Note id={incident.id} />}
          <Timeline
            label={say.log}
            entries={incident.log.map((entry) => ({
              id: String(entry.id),
              at: entry.at,
              who: `${entry.by}, ${entry.bodyName}`,
              what: eventNames[language][entry.event] ?? entry.event,
              detail: entry.text ? <span className={styles.log}>{entry.text}</span> : undefined,
            }))}
          />
        </Panel>
      </div>
      <p className={styles.quiet}>{say.noInstrument}</p>
    </>
  )
}

function Facts({ incident }: { incident: Incident }) {
  const say = useWords(words)
  const place = [incident.placeText, incident.placeUnitName].filter(Boolean).join(', ')
  const handled = [incident.team, incident.assignedBodyName].filter(Boolean).join(', ')
  return (
    <dl className={styles.facts}>
      {place && <Fact label={say.place}>{place}</Fact>}
      {(incident.callerName !== null || incident.callerPhone !== null) && (
        <Fact label={say.caller}>
          <Caller incident={incident} />
        </Fact>
      )}
      <Fact label={say.reportedBy}>
        {incident.reportedBy}, {incident.reporterBodyName}
      </Fact>
      <Fact label={say.arrived}>
        <Moment at={incident.arrivedAt} />
      </Fact>
      {incident.happenedAt && incident.clockOff && (
        <Fact label={say.happened}>
          <Moment at={incident.happenedAt} /> <em>{say.clockOff}</em>
        </Fact>
      )}
      <Fact label={say.deskAt}>{incident.deskBodyName}</Fact>
      {incident.aboveBodyName && <Fact label={say.above}>{incident.aboveBodyName}</Fact>}
      {handled && <Fact label={say.handledBy}>{handled}</Fact>}
      {incident.result && <Fact label={say.result}>{incident.result}</Fact>}
      {incident.mergedInto && incident.mergedNumber !== null && (
        <Fact label={say.events.merge}>
          <Link to={`/truc-ban/${incident.mergedInto}` as '/'}>{say.mergedInto(incident.mergedNumber)}</Link>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
