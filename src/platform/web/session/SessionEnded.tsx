import { Button, Group, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import { useWords } from '../words/index.ts'
import { sessionQueries } from './queries.ts'
import type { Me } from './schemas.ts'
import { SignInForm } from './SignInForm.tsx'
import { words } from './words.ts'

interface SessionEndedProps {
  opened: boolean
  previous: Me
  onSettled: (samePerson: boolean) => void
}

/** Laid over a page whose session ended. The page stays mounted beneath. */
export function SessionEnded({ opened, previous, onSettled }: SessionEndedProps) {
  const say = useWords(words)
  const queries = useQueryClient()

  async function onSignedIn() {
    const me = await queries.fetchQuery({ ...sessionQueries.me(), staleTime: 0 })
    onSettled(me.account.id === previous.account.id)
  }

  async function onLeave() {
    await queries.resetQueries({ queryKey: sessionQueries.me().queryKey })
    onSettled(false)
  }

  return (
    <Modal
      opened={opened}
      onClose={() => {}}
      withCloseButton={false}
      title={say.ended.title}
      closeOnClickOutside={false}
    >
      <Text size="sm" c="dimmed" mb="md">
        {say.ended.explain(previous.account.name)}
      </Text>
      <SignInForm username={previous.account.username} onSignedIn={onSignedIn} />
      <Group justify="center" mt="md">
        <Button variant="subtle" color="gray" size="xs" onClick={onLeave}>
          {say.ended.leave}
        </Button>
      </Group>
    </Modal>
  )
}
