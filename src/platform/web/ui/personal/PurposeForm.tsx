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
  const [chosen, setChosen] = useState(0)
  const [other, setOther] = useState('')
  const purpose = say.purposes[chosen] ?? other.trim()
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
        <Radio.Group label={say.why} value={String(chosen)} onChange={(value) => setChosen(Number(value))}>
          <Stack gap="xs" mt="xs">
            {[...say.purposes, say.other].map((label, i) => (
              <Radio key={label} value={String(i)} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === say.purposes.length && (
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
