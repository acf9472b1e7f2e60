import { IconArchive } from '@tabler/icons-react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { IncidentCounts } from '../../domain/index.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

const shown = ['new', 'unassigned', 'near', 'overdue', 'escalated', 'open'] as const
const choices = [...shown, 'closed'] as const
const meanings = { near: 'soon', overdue: 'late', escalated: 'soon' } as const

interface CountersProps {
  counts: IncidentCounts | undefined
  chosen: string | undefined
  onChoose: (standing: string | undefined) => void
}

/** The board's figures; each is also the filter that shows what it counts. */
export function Counters({ counts, chosen, onChoose }: CountersProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <ul className={styles.counters} aria-label={say.is}>
      {choices.map((standing) => {
        // What is done is not counted: it only grows, and asks nothing of anybody.
        const count = standing === 'closed' ? undefined : counts?.[standing]
        const meaning =
          count && standing in meanings ? meanings[standing as keyof typeof meanings] : undefined
        return (
          <li key={standing}>
            <button
              type="button"
              aria-pressed={chosen === standing}
              data-meaning={meaning}
              onClick={() => onChoose(chosen === standing ? undefined : standing)}
            >
              <strong className="tabular">
                {standing === 'closed' ? (
                  <IconArchive size={24} stroke={1.5} aria-hidden="true" />
                ) : count === undefined ? (
                  '–'
                ) : (
                  formatNumber(count, language)
                )}
              </strong>
              {say.standings[standing]}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
