import { Button, Code, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'

import { useWrite } from '../api/index.ts'
import { QrCode } from '../qr/QrCode.tsx'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useZodForm } from '../ui/form/use-zod-form.ts'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/index.ts'
import styles from './AccountPage.module.css'
import { confirmTotp, removeTotp, sessionQueries, startTotp } from './queries.ts'
import { SecondFactor, type TotpStart } from './schemas.ts'
import { useMe } from './Session.tsx'
import { words } from './words.ts'

const refresh = [sessionQueries.me().queryKey]

/** Off → scan and prove → backup codes → on. Nothing is on until a code was proved. */
export function TotpPanel() {
  const say = useWords(words)
  const { account } = useMe()
  const [codes, setCodes] = useState<readonly string[]>()
  const start = useWrite({ send: (_: void, requestId) => startTotp(requestId) })
  const remove = useWrite({
    send: (_: void, requestId) => removeTotp(requestId),
    refresh,
    done: () => say.account.totpRemoved,
  })

  return (
    <Panel title={say.account.totp}>
      {codes ? (
        <BackupCodes codes={codes} onPutAway={() => setCodes(undefined)} />
      ) : account.totp ? (
        <Stack gap="sm" align="flex-start">
          <Text>{say.account.totpOn}</Text>
          <ConfirmButton
            label={say.account.totpRemove}
            question={say.account.totpRemoveAsk}
            loading={remove.isPending}
            onConfirm={() => remove.mutate()}
          />
        </Stack>
      ) : start.data ? (
        <ProveCode start={start.data} onProved={setCodes} onCancel={start.reset} />
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text>{say.account.totpOff}</Text>
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            {say.account.totpStart}
          </Button>
        </Stack>
      )}
    </Panel>
  )
}

interface ProveCodeProps {
  start: z.infer<typeof TotpStart>
  onProved: (backupCodes: readonly string[]) => void
  onCancel: () => void
}

function ProveCode({ start, onProved, onCancel }: ProveCodeProps) {
  const say = useWords(words)
  const confirm = useWrite({
    send: (code: string, requestId) => confirmTotp(code, requestId),
    refresh,
    onDone: (answer) => onProved(answer.backupCodes),
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
