import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type Committee, Saved } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import styles from './committees.module.css'
import { words } from './words.ts'

/** The other committee of the unit, and the tiểu ban below this one. */
export function Subcommittees({ committee }: { committee: Committee }) {
  const say = useWords(words)
  const [name, setName] = useState('')
  const add = useWrite({
    send: (given: { name: string }, requestId) =>
      api.post(`/api/command/committees/${committee.body.id}/subcommittees`, Saved, given, { requestId }),
    refresh: [keys.committees],
    done: () => say.done,
    onDone: () => setName(''),
  })
  return (
    <div className={styles.form}>
      <ul className={styles.list}>
        {committee.related.map((row) => (
          <li key={row.id}>
            <Link to={`/ban-chi-dao/${row.id}` as '/'}>{row.name}</Link>
            <div className={styles.quiet}>
              {row.leaderName ?? say.noLeader} · {say.members(row.members)}
            </div>
          </li>
        ))}
      </ul>
      {committee.mayEdit && committee.body.kind === 'steering-committee' && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim().length >= 3) add.mutate({ name })
          }}
        >
          <TextInput
            label={say.subName}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending} disabled={name.trim().length < 3}>
            {say.addSub}
          </Button>
        </form>
      )}
    </div>
  )
}
