import { Button, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

interface PurposeFormProps {
  /** What the button says; “Hiện” unless said otherwise. */
  confirm?: string
  busy?: boolean
  onGiven: (purpose: string) => void
}

/** Asks what personal data is needed for. Personal data is never shown before, and the answer goes with the request. */
export function PurposeForm({ confirm, busy = false, onGiven }: PurposeFormProps) {
  const say = useWords(words)
  const [chosen, setChosen] = useState('work')
  const [other, setOther] = useState('')
  const given: Readonly<Record<string, string>> = say.purposes
  const purpose = given[chosen] ?? other.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        // The form stands in a dialog over a page that may be a form itself.
        event.stopPropagation()
        if (purpose) onGiven(purpose)
      }}
    >
      <Stack gap="sm">
        <Radio.Group label={say.why} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {Object.entries({ ...given, other: say.other }).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === 'other' && (
          <TextInput
            aria-label={say.other}
            maxLength={200}
            required
            autoFocus
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
        )}
        <Text size="xs" c="dimmed">
          {say.logged}
        </Text>
        <Button type="submit" loading={busy} disabled={!purpose}>
          {confirm ?? say.confirm}
        </Button>
      </Stack>
    </form>
  )
}
