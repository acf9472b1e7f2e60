import { Panel, StateBadge } from '#platform/web/ui/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { fieldsOf, type HealthRecord, normsOn } from '../domain/index.ts'
import { normText, remarkText } from './norm-text.ts'
import styles from './record.module.css'
import { words } from './words.ts'

/** What the instruments in force expect, beside what there is. Not reaching it is a remark. */
export function NormPanel({ record, on }: { record: HealthRecord; on: string }) {
  const say = useWords(words).norm
  const { language } = useLanguage()
  const norms = normsOn(record.kind, on)
  if (norms.length === 0) return null
  return (
    <Panel title={say.title}>
      <dl className={styles.facts}>
        {norms.map((norm) => {
          const remark = remarkText(record.kind, record.content, norm.field, on, language)
          return (
            <div key={norm.field}>
              <dt>{fieldsOf(record.kind).find(({ name }) => name === norm.field)?.label[language]}</dt>
              <dd>
                {normText(norm, language)} {remark && <StateBadge meaning="soon" label={remark} />}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className={styles.note}>{say.remark}</p>
    </Panel>
  )
}
