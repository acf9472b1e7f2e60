import { Select } from '@mantine/core'

import { useSession } from '#platform/web/session/index.ts'
import { BodiesPicker, type Choice, UnitPicker, UnitsPicker } from '#platform/web/ui/picker/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Receivers } from '../../domain/index.ts'
import { bodiesBelow, unitsBelow } from './choices.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'

type Level = 'district' | 'commune' | 'hamlet'
const kinds = [
  'people-committee',
  'party-committee',
  'health-station',
  'health-centre',
  'police',
  'military',
] as const

/** What stands in the form: a level with exceptions, or bodies by name; both are kept while the other is shown. */
export interface Chosen {
  how: 'level' | 'names'
  level: Level
  kind: string
  within: Choice | null
  except: readonly Choice[]
  bodies: readonly Choice[]
}

export const startChoice = (): Chosen => ({
  how: 'level',
  level: 'commune',
  kind: 'people-committee',
  within: null,
  except: [],
  bodies: [],
})

/** What is asked of the server; nothing while no body is named. */
export function receiversOfChoice(chosen: Chosen): Receivers | undefined {
  if (chosen.how === 'names')
    return chosen.bodies.length > 0 ? { bodyIds: chosen.bodies.map((body) => body.id) } : undefined
  return {
    level: chosen.level,
    kind: chosen.kind,
    ...(chosen.within && { within: chosen.within.id }),
    exceptUnits: chosen.except.map((unit) => unit.id),
  }
}

interface ReceiverChoiceProps {
  choice: Chosen
  onChange: (choice: Chosen) => void
}

export function ReceiverChoice({ choice, onChange }: ReceiverChoiceProps) {
  const say = useWords(words).assign
  const unitId = useSession().office?.unitId
  const set = (patch: Partial<Chosen>) => onChange({ ...choice, ...patch })
  if (choice.how === 'names')
    return (
      <BodiesPicker
        label={say.bodies}
        fetcher={bodiesBelow(unitId)}
        value={choice.bodies}
        onChange={(bodies) => set({ bodies })}
      />
    )
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={say.level}
          allowDeselect={false}
          value={choice.level}
          onChange={(level) => level && set({ level: level as Level })}
          data={(['district', 'commune', 'hamlet'] as const).map((value) => ({
            value,
            label: say.levels[value],
          }))}
        />
        <Select
          label={say.kind}
          allowDeselect={false}
          value={choice.kind}
          onChange={(kind) => kind && set({ kind })}
          data={kinds.map((value) => ({ value, label: say.kinds[value] }))}
        />
        <UnitPicker
          name="units-below"
          label={say.within}
          placeholder={say.withinAll}
          fetcher={unitsBelow(unitId)}
          value={choice.within}
          onChange={(within) => set({ within })}
        />
      </div>
      <UnitsPicker
        name="units-below"
        label={say.except}
        fetcher={unitsBelow(choice.within?.id ?? unitId)}
        value={choice.except}
        onChange={(except) => set({ except })}
      />
    </>
  )
}
