import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'

import { queueState } from '../outbox/queue.ts'
import { useMe, useSession } from '../session/Session.tsx'
import { formatNumber, useLanguage, useWords } from '../words/index.ts'
import { currentSeal } from './vault.ts'
import { words } from './words.ts'

let asked = false
const listeners = new Set<() => void>()

function setAsked(next: boolean) {
  asked = next
  for (const listener of [...listeners]) listener()
}

/** Signs out; asks first when something of this person has not been sent. */
export function useSignOut(): () => void {
  const { signOut } = useSession()
  return () => {
    const { entries, locked } = queueState.get()
    if (entries.length + locked > 0) setAsked(true)
    else void signOut()
  }
}

export function SignOutDialog() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { signOut } = useSession()
  const { account } = useMe()
  const { entries, locked } = useSyncExternalStore(queueState.subscribe, queueState.get)
  const opened = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => asked,
  )
  return (
    <Modal opened={opened} onClose={() => setAsked(false)} title={say.leaveTitle} withCloseButton={false}>
      <Stack>
        <Text size="sm">{say.leave(formatNumber(entries.length + locked, language))}</Text>
        {opened && !currentSeal(account.id) && locked === 0 && <Text size="sm">{say.leaveUnsealed}</Text>}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
            {say.stay}
          </Button>
          <Button
            onClick={() => {
              setAsked(false)
              void signOut()
            }}
          >
            {say.leaveAnyway}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
