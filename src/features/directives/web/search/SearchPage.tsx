import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFileSearch, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useUrlState } from '#platform/web/router/index.ts'
import { EmptyState, ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { SearchHit } from '../../domain/index.ts'
import { followQueries } from '../follow/queries.ts'
import { kindNames, words as common } from '../words.ts'
import styles from './search.module.css'
import { words } from './words.ts'

const firstPage = 20
const restMs = 250

/** Words in the text of every document this office may see, with the places where they stand. */
export function SearchPage() {
  const say = useWords(words)
  const [url, change] = useUrlState()
  const [typed, setTyped] = useState(url.q ?? '')
  const [limit, setLimit] = useState(firstPage)
  const ask = useDebouncedCallback((q: string) => {
    setLimit(firstPage)
    change({ q: q.trim() || undefined })
  }, restMs)
  return (
    <>
      <PageHeader title={say.title} lead={say.lead} />
      <TextInput
        data-autofocus
        autoFocus
        size="md"
        maxLength={200}
        className={styles.field ?? ''}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        aria-label={say.field}
        placeholder={say.hint}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          ask(event.currentTarget.value)
        }}
      />
      <Results q={url.q ?? ''} limit={limit} onMore={() => setLimit(50)} />
    </>
  )
}

interface ResultsProps {
  q: string
  limit: number
  onMore: () => void
}

function Results({ q, limit, onMore }: ResultsProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const result = useQuery(followQueries.search({ q, offset: 0, limit }))
  if (q === '') return <EmptyState icon={IconFileSearch} title={say.start} />
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  if (!result.data) return <PageSkeleton />
  const { rows, total, withoutAccents } = result.data
  if (total === 0) return <EmptyState icon={IconFileSearch} title={say.none(q)} text={say.noneHow} />
  return (
    <>
      <p role="status" className={styles.count}>
        {say.found(formatNumber(total, language), q)}
      </p>
      {withoutAccents && <p className={styles.note}>{say.withoutAccents}</p>}
      <ol className={styles.hits} aria-busy={result.isFetching}>
        {rows.map((hit) => (
          <Hit key={hit.directiveId} hit={hit} />
        ))}
      </ol>
      {total > rows.length && rows.length < 50 && (
        <Button variant="default" onClick={onMore}>
          {say.more}
        </Button>
      )}
    </>
  )
}

function Hit({ hit }: { hit: SearchHit }) {
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const head = [hit.kind && kinds[hit.kind], hit.number].filter(Boolean).join(' ')
  const task = hit.taskIds[0]
  return (
    <li>
      <Link to={`/van-ban/${hit.directiveId}${task ? `?task=${task}` : ''}`}>
        {head || hit.title || name.untitled}
      </Link>
      <p className={styles.note}>
        {[hit.issuer, hit.date && formatDate(hit.date), head && hit.title].filter(Boolean).join(' · ')}
      </p>
      {hit.passages.map((passage) => (
        <p key={passage.start} lang="vi" className={styles.passage}>
          …
          {passage.parts.map((part, i) =>
            part.hit ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>,
          )}
          …
        </p>
      ))}
    </li>
  )
}
