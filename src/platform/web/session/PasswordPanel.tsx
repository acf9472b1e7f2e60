import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMemo } from 'react'

import { useWrite } from '../api/index.ts'
import { useZodForm } from '../ui/form/use-zod-form.ts'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/index.ts'
import { changePassword, markWrong, sessionQueries } from './queries.ts'
import { newPassword } from './schemas.ts'
import { useMe } from './Session.tsx'
import { words } from './words.ts'

const blank = { current: '', next: '', repeated: '' }

export function PasswordPanel() {
  const say = useWords(words)
  return (
    <Panel title={say.account.password}>
      <PasswordForm maw={360} />
    </Panel>
  )
}

/** One's own password: the old one, the new one twice. */
export function PasswordForm({ maw }: { maw?: number }) {
  const say = useWords(words)
  const { account } = useMe()
  const schema = useMemo(() => newPassword(say.account.repeatedDiffers), [say])
  const change = useWrite({
    send: (given: { current: string; next: string }, requestId) =>
      changePassword(given, requestId).catch(markWrong('current', say.account.wrongPassword)),
    // Nothing was answered while the password was another's.
    refresh: account.mustChangePassword ? [[]] : [sessionQueries.me().queryKey],
    done: () => say.account.changed,
    onDone: () => form.reset(blank),
  })
  const form = useZodForm(schema, blank, ({ current, next }) =>
    change.mutate({ current, next }, { onError: form.refuse }),
  )
  const eye = { 'aria-label': say.signIn.showPassword, tabIndex: 0 }

  return (
    <form onSubmit={form.onSubmit} noValidate>
      {/* Password managers file the new password under this name. */}
      <input type="text" name="username" autoComplete="username" value={account.username} readOnly hidden />
      <Stack gap="sm" {...(maw && { maw })} align="stretch">
        <PasswordInput
          label={say.account.current}
          autoComplete="current-password"
          visibilityToggleButtonProps={eye}
          {...form.text('current')}
        />
        <PasswordInput
          label={say.account.next}
          description={say.account.nextHint}
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.text('next')}
        />
        <PasswordInput
          label={say.account.repeated}
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.text('repeated')}
        />
        <Button type="submit" loading={change.isPending} mt="xs">
          {say.account.change}
        </Button>
      </Stack>
    </form>
  )
}
