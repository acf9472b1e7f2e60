import { Button, NativeSelect, TextInput } from '@mantine/core'

import { api, useWrite } from '#platform/web/api/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { DateField, FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { AddSubUnit, foldName, knownKinds, Unit } from '../domain/index.ts'
import { unitKeys } from './queries.ts'
import styles from './units.module.css'
import { words } from './words.ts'

const levels = ['hamlet', 'block', 'address'] as const
type Level = (typeof levels)[number]

/** A unit below the commune. Its code is proposed from its name, under the code of what it lies in. */
export function AddUnitForm({ parent }: { parent: Unit }) {
  const say = useWords(words)
  const today = useToday()
  const firstLevel: Level =
    parent.level === 'commune' ? 'hamlet' : parent.level === 'hamlet' ? 'block' : 'address'
  const fresh = {
    parentId: parent.id,
    level: firstLevel as Level,
    kind: knownKinds(firstLevel)[0] ?? '',
    name: '',
    code: '',
    validFrom: today < parent.validFrom ? parent.validFrom : today,
  }
  const write = useWrite({
    send: (given: AddSubUnit, requestId) => api.post('/api/units', Unit, given, { requestId }),
    refresh: [unitKeys.all],
    done: (unit) => say.add.done(unit.name),
    onDone: () => form.reset(fresh),
  })
  const form = useZodForm(AddSubUnit, fresh, (given) => write.mutate(given, { onError: form.refuse }))
  const { level, kind } = form.values
  const codeOf = (name: string) =>
    name.trim() === ''
      ? ''
      : `${parent.code}-${foldName(`${kind} ${name}`).replaceAll(' ', '-')}`.slice(0, 40)
  return (
    <Panel title={say.add.title}>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <NativeSelect
          label={say.add.level}
          value={level}
          data={levels
            .slice(levels.indexOf(firstLevel))
            .map((value) => ({ value, label: say.add.levels[value] }))}
          onChange={(event) => {
            const next = event.currentTarget.value as Level
            form.set({ level: next, kind: knownKinds(next)[0] ?? '' })
          }}
        />
        <NativeSelect
          label={say.add.kind}
          value={kind}
          data={[...knownKinds(level)]}
          onChange={(event) => form.set({ kind: event.currentTarget.value })}
        />
        <TextInput
          label={say.add.name}
          {...form.text('name')}
          onChange={(event) =>
            form.set({ name: event.currentTarget.value, code: codeOf(event.currentTarget.value) })
          }
        />
        <TextInput label={say.add.code} {...form.text('code')} />
        <DateField
          label={say.add.validFrom}
          {...form.value('validFrom')}
          onChange={(day) => day && form.set({ validFrom: day })}
          required
        />
        <Button type="submit" loading={write.isPending}>
          {say.add.add}
        </Button>
      </form>
    </Panel>
  )
}
