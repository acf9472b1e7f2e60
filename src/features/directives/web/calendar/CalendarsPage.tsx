import { Button, Stack, TextInput } from '@mantine/core'
import { IconCalendarShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { ConfirmButton, EmptyState, ErrorState, PageHeader, Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { calendarKey, calendarQuery, createCalendar, revokeCalendar } from './calendars.ts'
import styles from './calendars.module.css'
import { NewAddress } from './NewAddress.tsx'
import { words } from './words.ts'

/** A person's own addresses for a calendar program: each shown once when it is made, each revoked by itself. */
export function CalendarsPage() {
  const say = useWords(words)
  const mayPlan = useMay('duty.plan')
  return (
    <>
      <PageHeader title={say.title} lead={say.lead} />
      <Stack gap="md" maw={720}>
        <Deadlines />
        {mayPlan && (
          <Panel title={say.duty}>
            <p className={styles.text}>{say.dutyWhat}</p>
            <Button component={Link} to="/lich-truc" variant="default">
              {say.dutyOpen}
            </Button>
          </Panel>
        )}
      </Stack>
    </>
  )
}

function Deadlines() {
  const say = useWords(words)
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState<string>()
  const make = useWrite({
    send: createCalendar,
    refresh: [calendarKey],
    onDone: (_, { token }) => {
      setAddress(new URL(`/api/calendar/${token}.ics`, location.href).href)
      setLabel('')
    },
  })
  return (
    <Panel title={say.deadlines}>
      <p className={styles.text}>{say.what}</p>
      {address ? (
        <NewAddress address={address} onClose={() => setAddress(undefined)} />
      ) : (
        <form
          className={styles.make}
          onSubmit={(event) => {
            event.preventDefault()
            // The secret: 43 digits of two random identifiers, some 160 random bits.
            const token = `${newId()}${newId()}`.replaceAll('-', '').slice(0, 43)
            make.mutate({ id: newId(), label: label.trim(), token })
          }}
        >
          <TextInput
            label={say.label}
            placeholder={say.labelHint}
            maxLength={100}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button type="submit" disabled={label.trim() === ''} loading={make.isPending}>
            {say.make}
          </Button>
        </form>
      )}
      <Addresses />
    </Panel>
  )
}

function Addresses() {
  const say = useWords(words)
  const result = useQuery(calendarQuery())
  const revoke = useWrite({ send: revokeCalendar, refresh: [calendarKey], done: () => say.revoked })
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  const tokens = result.data?.tokens
  if (tokens?.length === 0) return <EmptyState icon={IconCalendarShare} title={say.none} text={say.noneHow} />
  return (
    <>
      <h3 className={styles.heading}>{say.yours}</h3>
      <ul className={styles.list}>
        {tokens?.map(({ id, label, createdAt, lastUsedAt }) => (
          <li key={id}>
            <div>
              <strong>{label}</strong>
              <p className={styles.text}>
                {say.made} <Moment at={createdAt} /> ·{' '}
                {lastUsedAt ? (
                  <>
                    {say.used} <Moment at={lastUsedAt} />
                  </>
                ) : (
                  say.unused
                )}
              </p>
            </div>
            <ConfirmButton
              size="compact-sm"
              label={say.revoke}
              question={say.revokeAsk(label)}
              onConfirm={() => revoke.mutate(id)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
