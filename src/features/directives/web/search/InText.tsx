import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { followQueries } from '../follow/queries.ts'
import styles from './search.module.css'
import { words } from './words.ts'

/** The list searches numbers and titles; this says how many documents hold the words in their text. */
export function InText({ q }: { q: string }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const total = useQuery(followQueries.search({ q, offset: 0, limit: 1 })).data?.total ?? 0
  if (q === '' || total === 0) return null
  return (
    <Link to={`/tim-kiem?q=${encodeURIComponent(q)}`} className={styles.more}>
      {say.inText(formatNumber(total, language))} – {say.openSearch}
    </Link>
  )
}
