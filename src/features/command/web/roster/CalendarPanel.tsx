import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { formatMoment, useWords } from '#platform/web/words/index.ts'
import { CalendarState } from '../../domain/index.ts'
import { dutyQueries, keys } from '../queries.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

/** 43 letters of URL-safe base64, from two random identifiers and the beginning of a third: 244 random bits. */
function newToken(): string {
  const digits = [newId(), newId(), newId(), newId()].join('').replaceAll('-', '')
  const bytes = Array.from({ length: 64 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 43)
}

/** The address of one's own shifts for a calendar program: shown once, taken back at any time. */
export function CalendarPanel() {
  const say = useWords(words)
  const { data } = useQuery(dutyQueries.calendar())
  const [address, setAddress] = useState<string>()
  const make = useWrite({
    send: (given: { id: string; token: string }, requestId) =>
      api.post('/api/duty/calendar', CalendarState, given, { requestId }),
    refresh: [keys.duty],
    onDone: (_, { token }) => setAddress(new URL(`/api/duty/calendar/${token}.ics`, location.href).href),
  })
  const revoke = useWrite({
    send: (_: object, requestId) => api.post('/api/duty/calendar/revoke', CalendarState, {}, { requestId }),
    refresh: [keys.duty],
    done: () => say.done,
    onDone: () => setAddress(undefined),
  })
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{say.calendarHow}</p>
      {address && <code className={styles.address}>{address}</code>}
      <p className={styles.quiet}>{data?.madeAt ? say.madeAt(formatMoment(data.madeAt)) : say.noCalendar}</p>
      <Group gap="xs">
        <Button
          variant="default"
          loading={make.isPending}
          onClick={() => make.mutate({ id: newId(), token: newToken() })}
        >
          {data?.madeAt ? say.newCalendar : say.makeCalendar}
        </Button>
        {data?.madeAt && (
          <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate({})}>
            {say.revoke}
          </Button>
        )}
      </Group>
    </div>
  )
}
