import { Button, Group, Modal, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { Generated, type GenerateRoster, type Pattern, patterns, type Roster } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

/** Fills a span of days from a rotation of people. */
export function GenerateDialog({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const say = useWords(words)
  const [from, setFrom] = useState<string | null>(roster.from)
  const [days, setDays] = useState<number | string>(14)
  const [pattern, setPattern] = useState<Pattern>('3x8')
  const [startsAt, setStartsAt] = useState('07:00')
  const [people, setPeople] = useState<string[]>([])
  const write = useWrite({
    send: (given: GenerateRoster, requestId) => api.post('/api/duty/roster', Generated, given, { requestId }),
    refresh: [keys.duty],
    done: ({ made, kept }) => say.made(made, kept),
    onDone: onClose,
  })
  const ready = from !== null && people.length > 0 && Number(days) >= 1
  function submit(event: FormEvent) {
    event.preventDefault()
    const [hour = 0, minute = 0] = startsAt.split(':').map(Number)
    if (ready) write.mutate({ from, days: Number(days), pattern, startsAt: hour * 60 + minute, people })
  }
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': say.close }}
      onClose={onClose}
      title={say.generate}
      size="lg"
    >
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.quiet}>{say.generateHow}</p>
        <MultiSelect
          label={say.people}
          data={roster.people.map((p) => ({ value: p.accountId, label: p.personName }))}
          value={people}
          onChange={setPeople}
          searchable
        />
        <Group grow align="start">
          <DateField label={say.from} value={from} onChange={setFrom} required />
          <NumberInput label={say.days} min={1} max={92} value={days} onChange={setDays} />
        </Group>
        <Group grow align="start">
          <Select
            label={say.pattern}
            data={patterns.map((value) => ({ value, label: say.patterns[value] }))}
            value={pattern}
            onChange={(value) => value && setPattern(value as Pattern)}
            allowDeselect={false}
          />
          <TextInput
            type="time"
            label={say.startsAt}
            value={startsAt}
            onChange={(event) => setStartsAt(event.currentTarget.value)}
          />
        </Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say.close}
          </Button>
          <Button type="submit" loading={write.isPending} disabled={!ready}>
            {say.generate}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
