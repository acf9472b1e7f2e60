import { Button } from '@mantine/core'

import type { StaleProblem } from '#platform/web/api/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { IncidentRow } from '../../domain/index.ts'
import styles from './incidents.module.css'
import { stateNames, words } from './words.ts'

/**
 * Two officers at one incident: what the other one did stands, and the second decides anew on what it is now. There is
 * nothing to choose field by field – an incident is closed once.
 */
export function StaleNotice({ problem, onSeen }: { problem: StaleProblem; onSeen: () => void }) {
  const say = useWords(words)
  const states = useWords(stateNames)
  const now = IncidentRow.partial().safeParse(problem.current)
  const current = now.success ? now.data : {}
  return (
    <section className={styles.stale} role="alert">
      <h3>{say.stale}</h3>
      <p>
        {say.staleHow} {current.state && <strong>{states[current.state]}</strong>}
        {current.result && <> – {current.result}</>}
        {(current.team || current.assignedBodyName) && (
          <> – {[current.team, current.assignedBodyName].filter(Boolean).join(', ')}</>
        )}
      </p>
      <Button size="compact-sm" variant="default" onClick={onSeen}>
        {say.staleOk}
      </Button>
    </section>
  )
}
