import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'

import { queueState } from '../outbox/queue.ts'
import { useMe, useSession } from '../session/Session.tsx'
import { formatNumber, useLanguage, useWords } from '../words/index.ts'
import { askSignOut, useSignOutAsked } from './sign-out.ts'
import { currentSeal } from './vault.ts'
import { words } from './words.ts'

/** Before somebody leaves who has not sent everything. */
export function SignOutDialog() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { signOut } = useSession()
  const { account } = useMe()
  const { entries, locked } = useSyncExternalStore(queueState.subscribe, queueState.get)
  const opened = useSignOutAsked()
  return (
    <Modal opened={opened} onClose={() => askSignOut(false)} title={say.leaveTitle} withCloseButton={false}>
      <Stack>
        <Text size="sm">{say.leave(formatNumber(entries.length + locked, language))}</Text>
        {opened && !currentSeal(account.id) && locked === 0 && <Text size="sm">{say.leaveUnsealed}</Text>}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => askSignOut(false)}>
            {say.stay}
          </Button>
          <Button
            onClick={() => {
              askSignOut(false)
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
