import { Button, Group } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'

import { formatMoment, useWords } from '../words/index.ts'
import styles from './ConflictCard.module.css'
import { words } from './words.ts'

export type Side = 'mine' | 'theirs'

export interface ConflictField {
  name: string
  label: string
  mine: ReactNode
  theirs: ReactNode
  /** The side that stands chosen at first; choose the one that changed, if only one did. */
  first?: Side
}

interface ConflictCardProps {
  /** What was changed twice: "Nhiệm vụ 3.2". */
  title: string
  their: { name: string; at: string }
  /** Only the fields that differ. */
  fields: readonly ConflictField[]
  onSettle: (choice: Readonly<Record<string, Side>>) => void
  settling?: boolean
}

/** Two people changed one thing: both versions side by side, a choice per field, nothing lost silently. */
export function ConflictCard({ title, their, fields, onSettle, settling = false }: ConflictCardProps) {
  const say = useWords(words)
  const id = useId()
  const [choice, setChoice] = useState<Record<string, Side>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.first ?? 'mine'])),
  )
  const chooseAll = (side: Side) => setChoice(Object.fromEntries(fields.map((field) => [field.name, side])))

  return (
    <section className={styles.card} aria-labelledby={id}>
      <h3 id={id}>{say.conflict.title(title)}</h3>
      <p className={styles.explain}>{say.conflict.explain(their.name, formatMoment(their.at))}</p>
      <Group gap="xs" mb="sm">
        <Button size="compact-sm" variant="default" onClick={() => chooseAll('mine')}>
          {say.conflict.allMine}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => chooseAll('theirs')}>
          {say.conflict.allTheirs(their.name)}
        </Button>
      </Group>
      {fields.map((field) => (
        <fieldset key={field.name} className={styles.field}>
          <legend>{field.label}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={styles.version}>
              <input
                type="radio"
                name={`${id}-${field.name}`}
                checked={choice[field.name] === side}
                onChange={() => setChoice({ ...choice, [field.name]: side })}
              />
              <span className={styles.side}>{side === 'mine' ? say.conflict.mine : their.name}</span>
              <span className={styles.value}>{field[side] || <em>{say.conflict.blank}</em>}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button mt="sm" loading={settling} onClick={() => onSettle(choice)}>
        {say.conflict.settle}
      </Button>
    </section>
  )
}
