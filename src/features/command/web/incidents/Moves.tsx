import { Button } from '@mantine/core'
import { useState } from 'react'

import { api, type StaleProblem, useWrite } from '#platform/web/api/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type Incident, type IncidentEvent, Saved } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import styles from './incidents.module.css'
import { MoveDialog } from './MoveDialog.tsx'
import { words } from './words.ts'

/** In the order in which a hand looks for them; the first that may be done is the one that is expected. */
const order: readonly IncidentEvent[] = [
  'take-over',
  'assign',
  'resolve',
  'escalate',
  'send-back',
  'triage',
  'return',
  'reopen',
  'merge',
]

interface MovesProps {
  incident: Incident
  onStale: (problem: StaleProblem) => void
}

/** What this office may do now, as the server's table says. Everything but taking over asks one more thing. */
export function Moves({ incident, onStale }: MovesProps) {
  const say = useWords(words)
  const [asking, setAsking] = useState<IncidentEvent>()
  const write = useWrite({
    send: ({ event, body }: { event: IncidentEvent; body: object }, requestId) =>
      api.post(
        `/api/incidents/${incident.id}/${event}`,
        Saved,
        { ...body, version: incident.version },
        { requestId },
      ),
    refresh: [keys.incidents],
    done: (_, { event }) => `${say.events[event]}: #${incident.number}`,
    onDone: () => setAsking(undefined),
    onStale: (problem) => {
      setAsking(undefined)
      onStale(problem)
    },
  })
  const moves = order.filter((event) => incident.moves.includes(event))
  return (
    <div className={styles.moves}>
      {moves.map((event, i) => (
        <Button
          key={event}
          variant={i === 0 ? 'filled' : 'default'}
          loading={write.isPending && write.variables.event === event}
          onClick={() => (event === 'take-over' ? write.mutate({ event, body: {} }) : setAsking(event))}
        >
          {say.events[event]}
        </Button>
      ))}
      {asking && (
        <MoveDialog
          key={asking}
          event={asking}
          incident={incident}
          sending={write.isPending}
          onClose={() => setAsking(undefined)}
          onSend={(body) => write.mutate({ event: asking, body })}
        />
      )}
    </div>
  )
}
