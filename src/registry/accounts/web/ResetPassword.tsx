import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { useZodForm } from '#platform/web/ui/form/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type Account, ResetPassword as NewPassword } from '../domain/index.ts'
import { FirstPasswordField } from './FirstPasswordField.tsx'
import { HandOver } from './HandOver.tsx'
import { firstPassword } from './model/password.ts'
import { accountsKey, resetPassword } from './queries.ts'
import { words } from './words.ts'

interface ResetPasswordProps {
  account: Account
  opened: boolean
  onClose: () => void
}

export function ResetPassword({ account, opened, onClose }: ResetPasswordProps) {
  const say = useWords(words)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title={say.access.resetTitle(account.personName)}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <ResetPasswordForm account={account} onDone={onClose} />
    </Modal>
  )
}

function ResetPasswordForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const say = useWords(words)
  const [set, setSet] = useState<string>()
  const [first] = useState(() => ({ password: firstPassword() }))
  const reset = useWrite({
    send: (password: string, requestId) => resetPassword({ id: account.id, password }, requestId),
    refresh: [accountsKey],
    onDone: (_, password) => setSet(password),
  })
  const form = useZodForm(NewPassword, first, ({ password }) =>
    reset.mutate(password, { onError: form.refuse }),
  )
  if (set !== undefined) {
    return <HandOver title={say.handOver.reset} given={{ ...account, password: set }} onDone={onDone} />
  }
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{say.access.resetExplain}</Text>
        <FirstPasswordField label={say.access.resetPassword} {...form.value('password')} />
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={reset.isPending}>
            {say.access.reset}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
