import { Button, Group, Modal, TextInput } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { Caller as CallerShape, type Incident } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

/** Masked until somebody who works on it says what for; then a number that a phone can dial. */
export function Caller({ incident }: { incident: Incident }) {
  const say = useWords(words)
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState(say.callBack)
  const show = useWrite({
    send: (given: { purpose: string }, requestId) =>
      api.post(`/api/incidents/${incident.id}/caller`, CallerShape, given, { requestId }),
    refresh: [keys.incidents],
    onDone: () => setAsking(false),
  })
  const shown = show.data
  if (shown)
    return (
      <Group gap="xs">
        <span>{shown.name}</span>
        {shown.phone && (
          <Button
            component="a"
            href={`tel:${shown.phone}`}
            size="compact-md"
            leftSection={<IconPhone size={16} stroke={1.6} />}
          >
            {say.callNow(shown.phone)}
          </Button>
        )}
      </Group>
    )
  return (
    <Group gap="xs">
      <span>
        {incident.callerName} {incident.callerPhone}
      </span>
      {incident.mayCall && (
        <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
          {say.showCaller}
        </Button>
      )}
      <Modal
        opened={asking}
        closeButtonProps={{ 'aria-label': say.cancel }}
        onClose={() => setAsking(false)}
        title={say.showCaller}
      >
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            show.mutate({ purpose })
          }}
        >
          <p className={styles.quiet}>{say.callerExplain}</p>
          <TextInput
            label={say.callerWhy}
            data-autofocus
            required
            minLength={5}
            maxLength={300}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)}>
              {say.cancel}
            </Button>
            <Button type="submit" loading={show.isPending}>
              {say.showCaller}
            </Button>
          </Group>
        </form>
      </Modal>
    </Group>
  )
}
