import { Button, Code, CopyButton, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'

import { useWrite } from '../api/index.ts'
import { QrCode } from '../qr/QrCode.tsx'
import { useZodForm } from '../ui/form/use-zod-form.ts'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/index.ts'
import styles from './AccountPage.module.css'
import { confirmTotp, markWrong, sessionQueries, startTotp, stopTotp } from './queries.ts'
import { KnownPassword, SecondFactor, type TotpStart } from './schemas.ts'
import { useMe } from './Session.tsx'
import { words } from './words.ts'

const refresh = [sessionQueries.me().queryKey]
type Started = z.infer<typeof TotpStart>

/** Off → password → scan and prove → backup codes → on. Nothing is on until a code was proved. */
export function TotpPanel() {
  const say = useWords(words)
  const { account } = useMe()
  const [step, setStep] = useState<'rest' | 'starting' | 'stopping'>('rest')
  const [started, setStarted] = useState<Started>()
  const [codes, setCodes] = useState<readonly string[]>()
  const rest = () => {
    setStep('rest')
    setStarted(undefined)
  }
  return <Panel title={say.account.totp}>{content()}</Panel>

  function content() {
    if (codes) return <BackupCodes codes={codes} onPutAway={() => setCodes(undefined)} />
    if (account.totp && step === 'stopping') return <StopTotp onDone={rest} onCancel={rest} />
    if (account.totp) {
      return (
        <Stack gap="sm" align="flex-start">
          <Text>{say.account.totpOn}</Text>
          <Button variant="default" onClick={() => setStep('stopping')}>
            {say.account.totpRemove}
          </Button>
        </Stack>
      )
    }
    if (started) return <ProveCode start={started} onProved={onProved} onCancel={rest} />
    if (step === 'starting') return <StartTotp onDone={setStarted} onCancel={rest} />
    return (
      <Stack gap="sm" align="flex-start">
        <Text>{say.account.totpOff}</Text>
        <Button onClick={() => setStep('starting')}>{say.account.totpStart}</Button>
      </Stack>
    )
  }

  function onProved(backupCodes: readonly string[]) {
    setCodes(backupCodes)
    rest()
  }
}

function StartTotp({ onDone, onCancel }: { onDone: (started: Started) => void; onCancel: () => void }) {
  const say = useWords(words)
  const start = useWrite({
    send: (password: string, requestId) =>
      startTotp(password, requestId).catch(markWrong('password', say.account.wrongPassword)),
    onDone,
  })
  return <PasswordStep submit={say.account.totpNext} write={start} onCancel={onCancel} />
}

function StopTotp({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const say = useWords(words)
  const stop = useWrite({
    send: (password: string, requestId) =>
      stopTotp(password, requestId).catch(markWrong('password', say.account.wrongPassword)),
    refresh,
    done: () => say.account.totpRemoved,
    onDone,
  })
  return (
    <>
      <Text mb="sm">{say.account.totpRemoveAsk}</Text>
      <PasswordStep submit={say.account.totpRemove} write={stop} onCancel={onCancel} />
    </>
  )
}

interface PasswordStepProps {
  submit: string
  write: {
    isPending: boolean
    mutate: (password: string, options: { onError: (error: unknown) => void }) => void
  }
  onCancel: () => void
}

/** Turning the second step on or off asks for the password: an open screen alone must not be enough. */
function PasswordStep({ submit, write, onCancel }: PasswordStepProps) {
  const say = useWords(words)
  const form = useZodForm(KnownPassword, { password: '' }, ({ password }) =>
    write.mutate(password, { onError: form.refuse }),
  )
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm" maw={360}>
        <PasswordInput
          label={say.account.totpPassword}
          autoComplete="current-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': say.signIn.showPassword, tabIndex: 0 }}
          {...form.text('password')}
        />
        <Group gap="xs">
          <Button type="submit" loading={write.isPending}>
            {submit}
          </Button>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {say.account.totpCancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ProveCodeProps {
  start: Started
  onProved: (backupCodes: readonly string[]) => void
  onCancel: () => void
}

function ProveCode({ start, onProved, onCancel }: ProveCodeProps) {
  const say = useWords(words)
  const confirm = useWrite({
    send: (code: string, requestId) =>
      confirmTotp(code, requestId).catch(markWrong('code', say.account.wrongCode)),
    refresh,
    onDone: () => onProved(start.backupCodes),
  })
  const form = useZodForm(SecondFactor, { code: '' }, ({ code }) =>
    confirm.mutate(code, { onError: form.refuse }),
  )

  return (
    <div className={styles.setup}>
      <QrCode text={start.uri} label={say.account.totpQr} />
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{say.account.totpScan}</Text>
          <Text size="sm" c="dimmed">
            {say.account.totpSecret} <Code>{groupsOfFour(start.secret)}</Code>
          </Text>
          <TextInput
            label={say.account.totpEnter}
            inputMode="numeric"
            autoComplete="one-time-code"
            maw={220}
            {...form.text('code')}
          />
          <Group gap="xs">
            <Button type="submit" loading={confirm.isPending}>
              {say.account.totpConfirm}
            </Button>
            <Button variant="subtle" color="gray" onClick={onCancel}>
              {say.account.totpCancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  )
}

function BackupCodes({ codes, onPutAway }: { codes: readonly string[]; onPutAway: () => void }) {
  const say = useWords(words)
  return (
    <>
      <Text fw={600}>{say.account.backupTitle}</Text>
      <Text size="sm">{say.account.backupExplain}</Text>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <Button onClick={onPutAway}>{say.account.backupSaved}</Button>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? say.account.backupCopied : say.account.backupCopy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </>
  )
}

/** Long keys are typed from paper without losing the place. */
function groupsOfFour(secret: string): string {
  return Array.from({ length: Math.ceil(secret.length / 4) }, (_, at) =>
    secret.slice(at * 4, at * 4 + 4),
  ).join(' ')
}
