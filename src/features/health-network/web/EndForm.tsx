import { Button, Group, TextInput } from '@mantine/core'

import { useWrite } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { DateField, FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { EndRecord, type HealthRecord } from '../domain/index.ts'
import styles from './form.module.css'
import type { Lens } from './lens.ts'
import { endRecord, networkKeys, undoLast } from './queries.ts'
import { recordWords } from './record-words.ts'

interface EndFormProps {
  record: HealthRecord
  lens: Lens
  onClose: () => void
}

/** Ends a record with its last day and a reason; it can be taken back at once. */
export function EndForm({ record, lens, onClose }: EndFormProps) {
  const say = useWords(recordWords)
  const today = useToday()
  const undo = useWrite({ send: undoLast, refresh: [networkKeys.all], done: () => say.undone })
  const write = useWrite({
    send: endRecord,
    refresh: [networkKeys.all],
    onDone: ({ id, version }) => {
      notify({ tone: 'note', text: say.ended, undo: () => undo.mutate({ lens, id, version }) })
      onClose()
    },
  })
  const start = { version: record.version, toDay: today as string | null, reason: '' }
  const form = useZodForm(EndRecord, start, (given) =>
    write.mutate({ lens, id: record.id, ...given }, { onError: form.refuse }),
  )
  return (
    <Panel title={say.end}>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <DateField label={say.endDay} size="md" required min={record.fromDay} {...form.value('toDay')} />
        <TextInput label={say.endReason} size="md" required maxLength={300} {...form.text('reason')} />
        <Group gap="xs">
          <Button type="submit" size="md" loading={write.isPending}>
            {say.end}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
        </Group>
      </form>
    </Panel>
  )
}
