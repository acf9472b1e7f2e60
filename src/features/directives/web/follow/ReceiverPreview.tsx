import { useState } from 'react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { ReceiverList } from '../../domain/index.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'

/** So many names tell which bodies are meant; the whole list is one press away. */
const shownAtOnce = 5

/** Who would get it: counted, named, and what would be left out. */
export function ReceiverPreview({ list }: { list: ReceiverList | undefined }) {
  const say = useWords(words).assign
  const { language } = useLanguage()
  const [whole, setWhole] = useState(false)
  const number = (n: number) => formatNumber(n, language)
  const rows = list?.rows.filter((row) => !row.already) ?? []
  const already = (list?.rows.length ?? 0) - rows.length
  const shown = whole ? rows : rows.slice(0, shownAtOnce)
  return (
    <div className={styles.preview} role="status">
      <p>
        <strong>{rows.length > 0 ? say.preview(number(rows.length)) : say.none}</strong>
      </p>
      {rows.length > 0 && (
        <ul tabIndex={whole ? 0 : undefined}>
          {shown.map((row) => (
            <li key={row.bodyId}>{row.name}</li>
          ))}
        </ul>
      )}
      {rows.length > shown.length && (
        <button type="button" className={styles.fold} onClick={() => setWhole(true)}>
          {say.more(number(rows.length - shown.length))}
        </button>
      )}
      {already > 0 && <p className={styles.quiet}>{say.already(number(already))}</p>}
      {list && list.outside.length > 0 && (
        <p className={styles.late}>
          {say.outside(number(list.outside.length))} {list.outside.map((body) => body.name).join(', ')}
        </p>
      )}
    </div>
  )
}
