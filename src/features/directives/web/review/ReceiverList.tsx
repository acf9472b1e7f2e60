import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'

import { foldAccents } from '#lib/text-vi/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Receiver } from '../model/dispatch.ts'
import { type PartyList, partyLists } from '../model/fields.ts'
import { fieldNames } from '../words.ts'
import styles from './issue.module.css'
import { words } from './words.ts'

type Part = PartyList | 'recipient'

/** Every body that gets something, what it gets it for, and with which tasks. */
export function ReceiverList({ receivers }: { receivers: readonly Receiver[] }) {
  const say = useWords(words)
  const names = useWords(fieldNames)
  const { language } = useLanguage()
  const [search, setSearch] = useState('')
  const [part, setPart] = useState<Part | null>(null)
  const counts = useMemo(() => countParts(receivers), [receivers])
  const wanted = foldAccents(search.trim())
  const shown = receivers.filter(
    (receiver) =>
      (part === null || partsOf(receiver).includes(part)) &&
      foldAccents(`${receiver.body.name} ${receiver.body.unitName}`).includes(wanted),
  )

  return (
    <section>
      <div className={styles.kinds} role="group" aria-label={say.issue.gets}>
        {counts.map(([kind, count]) => (
          <button
            key={kind}
            type="button"
            aria-pressed={part === kind}
            onClick={() => setPart(part === kind ? null : kind)}
          >
            <strong>{formatNumber(count, language)}</strong> {say.issue.kinds[kind]}
          </button>
        ))}
      </div>
      <TextInput
        size="xs"
        leftSection={<IconSearch size={14} stroke={1.6} />}
        placeholder={say.issue.search}
        aria-label={say.issue.search}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={styles.frame} tabIndex={0} role="region" aria-label={say.issue.body}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.issue.body}</th>
              <th scope="col">{say.issue.tasks}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((receiver) => (
              <tr key={receiver.body.id}>
                <th scope="row">
                  {receiver.body.name}
                  <span>{receiver.body.unitName}</span>
                </th>
                <td>
                  {partsOf(receiver)
                    .map((kind) =>
                      kind === 'recipient'
                        ? say.issue.asRecipient
                        : `${names[kind]} ${receiver.tasks[kind].join(', ')}`,
                    )
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A body that only stands in “Nơi nhận” gets the document; the others get it with their tasks. */
function partsOf(receiver: Receiver): Part[] {
  const parts = partyLists.filter((list) => receiver.tasks[list].length > 0)
  return parts.length > 0 ? parts : ['recipient']
}

function countParts(receivers: readonly Receiver[]): Array<[Part, number]> {
  const all: readonly Part[] = [...partyLists, 'recipient']
  return all
    .map((part): [Part, number] => [
      part,
      receivers.filter((receiver) => partsOf(receiver).includes(part)).length,
    ])
    .filter(([, count]) => count > 0)
}
