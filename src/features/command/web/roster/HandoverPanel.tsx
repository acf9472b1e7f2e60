import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { Moment, useExerciseMoment } from '#platform/web/moment/index.ts'
import { useMe } from '#platform/web/session/index.ts'
import { formatMoment, useWords } from '#platform/web/words/index.ts'
import { Done } from '../../domain/index.ts'
import { dutyQueries, keys } from '../queries.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

/** The note from who goes to who comes; who comes confirms it. */
export function HandoverPanel() {
  const say = useWords(words)
  const { account } = useMe()
  const { data } = useQuery(dutyQueries.now())
  const [openItems, setOpenItems] = useState('')
  const [watch, setWatch] = useState('')
  // One note keeps its id until it is written, so that pressing again after a failure writes it once.
  const [id, setId] = useState(newId)
  const write = useWrite({
    send: (given: { id: string; openItems: string; watch: string }, requestId) =>
      api.post('/api/duty/handovers', Done, given, { requestId }),
    refresh: [keys.duty],
    done: () => say.done,
    onDone: () => {
      setOpenItems('')
      setWatch('')
      setId(newId())
    },
  })
  const confirm = useWrite({
    send: (id: string, requestId) => api.post(`/api/duty/handovers/${id}/confirm`, Done, {}, { requestId }),
    refresh: [keys.duty],
    done: () => say.done,
  })
  const exercise = useExerciseMoment()
  const notes = data?.handovers ?? []
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{notes.length === 0 ? say.noHandover : say.handoverHow}</p>
      <ul className={styles.list}>
        {notes.slice(0, 2).map((note) => (
          <li key={note.id}>
            <strong>{note.writtenByName}</strong>{' '}
            <span className={styles.quiet}>
              <Moment at={note.writtenAt} /> · {say.openCount(note.openCount)}
            </span>
            <p>{note.openItems}</p>
            {note.watch && (
              <p>
                {say.watch}: {note.watch}
              </p>
            )}
            {note.confirmedByName && note.confirmedAt ? (
              <p className={styles.quiet}>
                {say.confirmed(note.confirmedByName, formatMoment(exercise(note.confirmedAt)))}
              </p>
            ) : (
              note.writtenBy !== account.id && (
                <Button size="compact-md" loading={confirm.isPending} onClick={() => confirm.mutate(note.id)}>
                  {say.confirm}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      <Textarea
        label={say.openItems}
        autosize
        minRows={2}
        value={openItems}
        onChange={(event) => setOpenItems(event.currentTarget.value)}
      />
      <Textarea
        label={say.watch}
        autosize
        value={watch}
        onChange={(event) => setWatch(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={openItems.trim() === ''}
        loading={write.isPending}
        onClick={() => write.mutate({ id, openItems, watch })}
      >
        {say.write}
      </Button>
    </div>
  )
}
