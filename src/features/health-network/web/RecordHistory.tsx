import { Timeline } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, type Language, useLanguage, useWords } from '#platform/web/words/index.ts'
import { fieldsOf, type HistoryEntry, type Kind, kindTable } from '../domain/index.ts'
import styles from './record.module.css'
import { recordWords } from './record-words.ts'

const meanings = { recorded: 'done', changed: 'plain', ended: 'stopped', undone: 'waiting' } as const

/** Every act with what stood before and after it. */
export function RecordHistory({ kind, entries }: { kind: Kind; entries: readonly HistoryEntry[] }) {
  const say = useWords(recordWords)
  const { language } = useLanguage()
  return (
    <Timeline
      label={say.history}
      entries={entries.map((entry) => ({
        id: String(entry.version),
        at: entry.at,
        who: entry.by,
        what: say.acts[entry.act],
        meaning: meanings[entry.act],
        detail: (entry.note || entry.changes.length > 0) && (
          <>
            {entry.note && <p className={styles.note}>{entry.note}</p>}
            {entry.changes.length > 0 && (
              <div className={styles.changes}>
                {entry.changes.map(({ field, before, after }) => (
                  <div key={field}>
                    <span className={styles.quiet}>{labelOf(kind, field, language)}:</span>{' '}
                    {say.became(
                      valueText(kind, field, before, language),
                      valueText(kind, field, after, language),
                    )}
                  </div>
                ))}
              </div>
            )}
          </>
        ),
      }))}
    />
  )
}

function labelOf(kind: Kind, name: string, language: Language): string {
  if (name === 'fromDay') return kindTable[kind].fromDay[language]
  const own = recordWords[language].fields
  if (name in own) return own[name as keyof typeof own]
  return fieldsOf(kind).find((field) => field.name === name)?.label[language] ?? name
}

type Told = HistoryEntry['changes'][number]['before']

export function valueText(kind: Kind, name: string, value: Told, language: Language): string {
  const say = recordWords[language]
  if (value === null) return say.blank
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'object') return `${value.lat}, ${value.lon}`
  if (name === 'fromDay' || name === 'toDay') return formatDate(value)
  const field = fieldsOf(kind).find((one) => one.name === name)
  if (field?.type === 'choice')
    return field.options.find((option) => option.value === value)?.label[language] ?? value
  return field?.type === 'file' || field?.type === 'park' ? `#${value.slice(0, 8)}` : value
}
