import { Button, Group, Modal, Text } from '@mantine/core'

import { useWords } from '../words/index.ts'
import { PasswordForm } from './PasswordPanel.tsx'
import { useMe, useSession } from './Session.tsx'
import { words } from './words.ts'

/**
 * A password that somebody else set is changed before anything else is done. Laid over the page like the end of a
 * session: whoever was reset in the middle of the work finds it again beneath.
 */
export function FirstPassword() {
  const say = useWords(words)
  const { signOut } = useSession()
  const { account } = useMe()
  return (
    <Modal
      opened={account.mustChangePassword}
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={say.first.title}
    >
      <Text size="sm" mb="md">
        {say.first.explain}
      </Text>
      <PasswordForm />
      <Group justify="center" mt="md">
        <Button variant="subtle" color="gray" size="xs" onClick={() => void signOut()}>
          {say.first.signOut}
        </Button>
      </Group>
    </Modal>
  )
}
