import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import { type BodyChoice, directiveQueries } from '../queries.ts'
import styles from './register.module.css'
import { words } from './words.ts'

interface BodySearchProps {
  /** What stands in the field at first: the name in the document. */
  first?: string
  onChoose: (body: BodyChoice) => void
  /** Offered last: keep the typed words without a real body. */
  onWords?: (words: string) => void
}

/** A real body, found by name or abbreviation, with or without accents. The server ranks. */
export function BodySearch({ first = '', onChoose, onWords }: BodySearchProps) {
  const say = useWords(words)
  const listId = useId()
  const [text, setText] = useState(first)
  const [at, setAt] = useState(0)
  const [asked] = useDebouncedValue(text.trim(), 150)
  const found = useQuery({
    ...directiveQueries.bodies(asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const rows = asked === '' ? [] : (found.data?.rows ?? [])
  const extra = onWords && text.trim() !== '' ? 1 : 0
  const active = Math.min(at, rows.length + extra - 1)

  function choose(index: number) {
    const body = rows[index]
    if (body) onChoose(body)
    else if (extra) onWords?.(text.trim())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(active + step, rows.length + extra - 1)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (active >= 0) choose(active)
    }
  }

  return (
    <div>
      <TextInput
        data-autofocus
        leftSection={<IconSearch size={16} stroke={1.6} />}
        placeholder={say.party.search}
        aria-label={say.party.search}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        className={styles.results}
        id={listId}
        role="listbox"
        aria-label={say.party.search}
        aria-busy={found.isFetching}
      >
        {rows.map((body, index) => (
          <li
            key={body.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            <span>{body.name}</span>
            <span className={styles.unit}>{body.unitName}</span>
          </li>
        ))}
        {extra > 0 && (
          <li
            id={`${listId}-${rows.length}`}
            role="option"
            aria-selected={active === rows.length}
            data-words
            onMouseMove={() => setAt(rows.length)}
            onClick={() => choose(rows.length)}
          >
            {say.party.asWritten(text.trim())}
          </li>
        )}
      </ul>
      <p className={styles.hint} role="status">
        {asked === ''
          ? say.party.typeMore
          : found.isError
            ? say.party.failed
            : found.data && rows.length === 0
              ? say.party.noneFound
              : ''}
      </p>
    </div>
  )
}
