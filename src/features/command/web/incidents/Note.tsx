import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { Done } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

export function Note({ id }: { id: string }) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const write = useWrite({
    send: (given: { text: string }, requestId) =>
      api.post(`/api/incidents/${id}/notes`, Done, given, { requestId }),
    refresh: [keys.incidents],
    onDone: () => setText(''),
  })
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') write.mutate({ text })
      }}
    >
      <Textarea
        label={say.note}
        autosize
        minRows={2}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={write.isPending} disabled={text.trim() === ''}>
          {say.addNote}
        </Button>
      </div>
    </form>
  )
}
