import { Button, Group } from '@mantine/core'
import { useId } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import type { Account } from '../domain/index.ts'
import styles from './accounts.module.css'
import type { StateChange } from './queries.ts'
import { words } from './words.ts'

interface StateClashProps {
  wanted: StateChange
  current: Account
  settling: boolean
  onKeep: () => void
  onStill: () => void
}

/**
 * Two people dealt with one account. Not the kit's card of fields: there is one act to settle, not a record, and the
 * server does not say who acted or when, so the card does not either.
 */
export function StateClash({ wanted, current, settling, onKeep, onStill }: StateClashProps) {
  const say = useWords(words)
  const id = useId()
  const act = wanted.to === 'disabled' ? say.access.disable : say.access.enable
  return (
    <section className={styles.clash} aria-labelledby={id} role="alert">
      <h3 id={id}>{say.access.clashTitle}</h3>
      <p>{say.access.clashExplain}</p>
      <dl>
        <div>
          <dt>{say.access.clashNow}</dt>
          <dd>{current.state === 'disabled' ? say.disabled : say.active}</dd>
        </div>
        <div>
          <dt>{say.access.clashMine}</dt>
          <dd>
            {act}: {wanted.reason}
          </dd>
        </div>
      </dl>
      <Group gap="xs">
        <Button autoFocus onClick={onKeep}>
          {say.access.clashKeep}
        </Button>
        <Button variant="default" loading={settling} onClick={onStill}>
          {say.access.clashStill(act)}
        </Button>
      </Group>
    </section>
  )
}
