import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { api, fieldIssues, useWrite } from '#platform/web/api/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { ErrorState, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type MailChoice, mailChoices, Preferences, type SavePreferences } from '../domain/index.ts'
import { noticeQueries, noticesKey } from './queries.ts'
import styles from './notices.module.css'
import { words } from './words.ts'

export function PreferencesPanel() {
  const say = useWords(words)
  const administers = useMay('accounts.edit')
  const result = useQuery(noticeQueries.preferences())
  if (result.isPending) return <PageSkeleton />
  if (!result.data) return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  const preferences = result.data
  return (
    <Panel title={say.preferences}>
      <Stack gap="md">
        <Text size="sm">{say.inApp}</Text>
        {preferences.mailReady ? (
          <Address preferences={preferences} />
        ) : (
          <Alert color="gray">
            {say.noMail}
            {administers && ` ${say.noMailAdmin}`}
          </Alert>
        )}
        <Choices key={preferences.version} preferences={preferences} />
      </Stack>
    </Panel>
  )
}

function Choices({ preferences }: { preferences: Preferences }) {
  const say = useWords(words)
  const [kinds, setKinds] = useState(() =>
    Object.fromEntries(preferences.kinds.map(({ key, mail }) => [key, mail])),
  )
  const [from, setFrom] = useState(preferences.quietFrom ?? '')
  const [to, setTo] = useState(preferences.quietTo ?? '')
  const save = useWrite({
    send: (given: SavePreferences, requestId) =>
      api.put('/api/notices/preferences', Preferences, given, { requestId }),
    refresh: [noticesKey],
    done: () => say.saved,
  })
  const options = mailChoices.map((value) => ({ value, label: say.mail[value] }))

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate({
      version: preferences.version,
      quietFrom: from || null,
      quietTo: to || null,
      kinds: Object.entries(kinds).map(([key, mail]) => ({ key, mail })),
    })
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        {preferences.kinds.map(({ key, title, daily }) => (
          <Select
            key={key}
            label={title}
            description={daily && say.daily}
            data={options}
            allowDeselect={false}
            value={kinds[key] ?? 'none'}
            onChange={(mail) => mail && setKinds({ ...kinds, [key]: mail as MailChoice })}
          />
        ))}
        <fieldset className={styles.quiet}>
          <legend>{say.quiet}</legend>
          <Text size="xs" c="dimmed">
            {say.quietHint}
          </Text>
          <Group grow mt={4}>
            <TextInput
              type="time"
              label={say.from}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={say.to}
              value={to}
              error={fieldIssues(save.error)[0]?.message}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
        </fieldset>
        <Group>
          <Button type="submit" loading={save.isPending}>
            {say.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Address({ preferences }: { preferences: Preferences }) {
  const say = useWords(words)
  const [address, setAddress] = useState(preferences.address ?? '')
  const [code, setCode] = useState('')
  const ask = useWrite({
    send: (given: string, requestId) =>
      api.post('/api/notices/address', Preferences, { address: given }, { requestId }),
    refresh: [noticesKey],
    done: (answer) => say.codeSent(answer.address ?? ''),
  })
  const confirm = useWrite({
    send: (given: string, requestId) =>
      api.post('/api/notices/address/confirm', Preferences, { code: given }, { requestId }),
    refresh: [noticesKey],
    done: () => say.confirmedNow,
  })
  const same = address.trim() === preferences.address
  return (
    <Stack gap="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask.mutate(address.trim())
        }}
      >
        <Stack gap="xs">
          <TextInput
            type="email"
            autoComplete="email"
            label={say.address}
            description={
              preferences.address && same
                ? `${preferences.confirmed ? say.confirmed : say.unconfirmed} · ${say.addressHint}`
                : `${say.noAddress} ${say.addressHint}`
            }
            value={address}
            error={fieldIssues(ask.error)[0]?.message}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          {!(same && preferences.confirmed) && (
            <Group>
              <Button
                type="submit"
                variant="default"
                loading={ask.isPending}
                disabled={address.trim() === ''}
              >
                {say.sendCode}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
      {preferences.codeSent && !preferences.confirmed && same && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate(code.trim())
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={say.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              error={fieldIssues(confirm.error)[0]?.message}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" loading={confirm.isPending}>
              {say.confirm}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  )
}
