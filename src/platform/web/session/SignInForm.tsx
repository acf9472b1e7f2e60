import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { ApiProblem, useProblemText } from '../api/index.ts'
import { useZodForm } from '../ui/form/use-zod-form.ts'
import { useWords } from '../words/index.ts'
import { proveSecondFactor, signIn } from './queries.ts'
import { Credentials, SecondFactor } from './schemas.ts'
import { words } from './words.ts'

interface SignInFormProps {
  /** Filled in when the person is known: the session ended, or a demo account was chosen. */
  username?: string
  onSignedIn: () => void | Promise<void>
}

export function SignInForm({ username = '', onSignedIn }: SignInFormProps) {
  const [step, setStep] = useState<'password' | 'second-factor'>('password')
  if (step === 'second-factor') {
    return <SecondFactorForm onSignedIn={onSignedIn} onBack={() => setStep('password')} />
  }
  return (
    <PasswordForm
      username={username}
      onSignedIn={onSignedIn}
      onSecondFactor={() => setStep('second-factor')}
    />
  )
}

interface PasswordFormProps extends Required<SignInFormProps> {
  onSecondFactor: () => void
}

function PasswordForm({ username, onSignedIn, onSecondFactor }: PasswordFormProps) {
  const say = useWords(words)
  const send = useMutation({
    mutationFn: signIn,
    onSuccess: (answer) => ('totpRequired' in answer ? onSecondFactor() : onSignedIn()),
  })
  const form = useZodForm(Credentials, { username, password: '' }, (given) => send.mutate(given))

  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm">
        <Refusal error={send.error} />
        <TextInput
          label={say.signIn.username}
          autoComplete="username"
          autoFocus={!username}
          {...form.text('username')}
        />
        <PasswordInput
          label={say.signIn.password}
          autoComplete="current-password"
          autoFocus={Boolean(username)}
          // Inside a dialog, its focus trap asks for this instead.
          data-autofocus={username ? true : undefined}
          visibilityToggleButtonProps={{ 'aria-label': say.signIn.showPassword, tabIndex: 0 }}
          {...form.text('password')}
        />
        <Button type="submit" size="md" loading={send.isPending} fullWidth mt="xs">
          {say.signIn.submit}
        </Button>
      </Stack>
    </form>
  )
}

function SecondFactorForm({
  onSignedIn,
  onBack,
}: {
  onSignedIn: () => void | Promise<void>
  onBack: () => void
}) {
  const say = useWords(words)
  const send = useMutation({ mutationFn: proveSecondFactor, onSuccess: () => onSignedIn() })
  const form = useZodForm(SecondFactor, { code: '' }, (given) => send.mutate(given))

  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{say.signIn.secondFactor}</Text>
        <Refusal error={send.error} />
        <TextInput
          label={say.signIn.code}
          description={say.signIn.codeHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          {...form.text('code')}
        />
        <Button type="submit" size="md" loading={send.isPending} fullWidth mt="xs">
          {say.signIn.confirm}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {say.signIn.back}
        </Button>
      </Stack>
    </form>
  )
}

/** The server says the same for a wrong name and a wrong password, and so does the page. */
function Refusal({ error }: { error: unknown }) {
  const say = useWords(words)
  const problem = useProblemText()
  if (!error) return null
  const refused = error instanceof ApiProblem && [400, 401, 403].includes(error.status)
  return (
    <Alert color="red" role="alert">
      {refused ? say.signIn.refused : problem(error)}
    </Alert>
  )
}
