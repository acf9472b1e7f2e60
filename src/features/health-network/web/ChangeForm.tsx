import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'

import { type StaleProblem, useWrite } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { DateField, FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { ConflictCard, Panel, type Side } from '#platform/web/ui/index.ts'
import { type Language, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type Content, fieldsOf, HealthRecord, kindTable, type Value } from '../domain/index.ts'
import { formSchemaOf, type FormValues } from './form-schema.ts'
import styles from './form.module.css'
import type { Lens } from './lens.ts'
import { changeRecord, networkKeys } from './queries.ts'
import { RecordFields } from './RecordFields.tsx'
import { valueText } from './RecordHistory.tsx'
import { recordWords } from './record-words.ts'

interface ChangeFormProps {
  record: HealthRecord
  lens: Lens
  onClose: () => void
}

/** A correction: only what differs is sent, so that two who correct different things do not meet. */
export function ChangeForm({ record, lens, onClose }: ChangeFormProps) {
  const say = useWords(recordWords)
  const { language } = useLanguage()
  const today = useToday()
  const { kind, content, fromDay, unitId } = record
  const [note, setNote] = useState('')
  const [clash, setClash] = useState<{ current: HealthRecord; mine: Content }>()
  const masked = typeof content.phone === 'string' ? content.phone : undefined
  // The number on record is not known here: an empty field keeps it.
  const start: FormValues = { ...content, ...(masked && { phone: null }), unitId, fromDay }
  const write = useWrite({
    send: changeRecord,
    refresh: [networkKeys.all],
    done: () => say.changed,
    onDone: onClose,
    onStale: ({ current }: StaleProblem, { content: mine }) => {
      const parsed = HealthRecord.safeParse(current)
      if (parsed.success) setClash({ current: parsed.data, mine })
    },
  })
  const fields = fieldsOf(kind).filter(({ name }) => lens.name === 'network' || name !== 'enterprise')
  const schema = formSchemaOf(kind, masked !== undefined)
  const form = useZodForm(schema, start, (given) => {
    const changed = Object.fromEntries(
      Object.entries(given).filter(
        ([name, value]) =>
          name !== 'unitId' &&
          name !== 'fromDay' &&
          JSON.stringify(value) !== JSON.stringify(start[name] ?? null),
      ),
    )
    if (Object.keys(changed).length === 0 && given.fromDay === fromDay)
      return notify({ tone: 'note', text: say.nothing })
    write.mutate(
      {
        lens,
        id: record.id,
        version: record.version,
        content: changed,
        ...(given.fromDay !== fromDay && { fromDay: String(given.fromDay) }),
        ...(note.trim() && { note: note.trim() }),
      },
      { onError: form.refuse },
    )
  })

  function settle(choice: Readonly<Record<string, Side>>) {
    if (!clash) return
    const kept = Object.fromEntries(Object.entries(clash.mine).filter(([name]) => choice[name] !== 'theirs'))
    write.mutate({ lens, id: record.id, version: clash.current.version, content: kept })
  }

  if (clash) {
    const their = { name: clash.current.changedBy, at: clash.current.changedAt }
    const title = `${kindTable[kind].label[language]} “${String(content.name)}”`
    const differing = clashFields(clash.current, clash.mine, language)
    return (
      <ConflictCard
        title={title}
        their={their}
        fields={differing}
        onSettle={settle}
        settling={write.isPending}
      />
    )
  }
  return (
    <Panel title={say.change}>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <RecordFields
          kind={kind}
          fields={fields}
          form={form}
          unitId={unitId}
          today={today}
          maskedPhone={masked}
        />
        <DateField
          label={kindTable[kind].fromDay[language]}
          size="md"
          required
          value={form.values.fromDay as string | null}
          error={form.errors.fromDay}
          onChange={(day) => form.set({ fromDay: day })}
        />
        <TextInput
          label={say.note}
          size="md"
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" size="md" loading={write.isPending}>
            {say.save}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
        </Group>
      </form>
    </Panel>
  )
}

function clashFields(current: HealthRecord, mine: Content, language: Language) {
  const labels = new Map(fieldsOf(current.kind).map(({ name, label }) => [name, label[language]]))
  return Object.entries(mine).map(([name, value]: [string, Value]) => ({
    name,
    label: labels.get(name) ?? name,
    mine: valueText(current.kind, name, value, language),
    theirs: valueText(current.kind, name, current.content[name] ?? null, language),
  }))
}
