import { Button, VisuallyHidden } from '@mantine/core'
import { IconHourglass, IconRosetteDiscountCheck } from '@tabler/icons-react'

import { today } from '#platform/web/clock.ts'
import { formatDate, formatMoment, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import styles from './audit.module.css'
import { type AuditEntry, byDay, factsOf, reasonOf, sentenceOf } from './entry.ts'
import { words } from './words.ts'

interface AuditLogProps {
  entries: readonly AuditEntry[]
  onlySubject: (id: string) => void
}

export function AuditLog({ entries, onlySubject }: AuditLogProps) {
  return byDay(entries, (at) => today(new Date(at))).map(({ day, entries }) => (
    <section key={day} className={styles.day}>
      <h2>{formatDate(day)}</h2>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} onlySubject={onlySubject} />
        ))}
      </ol>
    </section>
  ))
}

interface EntryProps {
  entry: AuditEntry
  onlySubject: (id: string) => void
}

function Entry({ entry, onlySubject }: EntryProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const reason = reasonOf(entry)
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at} title={formatMoment(entry.at)}>
        {formatMoment(entry.at).slice(0, 5)}
      </time>
      <div className={styles.who}>
        {entry.personName ?? say.system}
        {entry.bodyName && <span>{entry.bodyName}</span>}
      </div>
      <div className={styles.act}>
        <p className={styles.sentence}>{sentenceOf(entry, language)}</p>
        {reason && (
          <p>
            <span className={styles.soft}>{say.reason}:</span> {reason}
          </p>
        )}
        {entry.purpose && (
          <p>
            <span className={styles.soft}>{say.purpose}:</span> {entry.purpose}
          </p>
        )}
        <details>
          <summary>{say.details}</summary>
          <dl className={styles.facts}>
            <Fact name={say.number} value={formatNumber(entry.id, language)} />
            <Fact name={say.code} value={entry.action} />
            {entry.subjectId && <Fact name={say.subject} value={entry.subjectId} />}
            {factsOf(entry).map((fact) => (
              <Fact key={fact.name} {...fact} />
            ))}
          </dl>
          {entry.subjectId && (
            <Button size="compact-xs" variant="default" onClick={() => onlySubject(entry.subjectId ?? '')}>
              {say.onlySubject}
            </Button>
          )}
        </details>
      </div>
      <SealMark sealed={entry.sealed} />
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function SealMark({ sealed }: { sealed: boolean }) {
  const say = useWords(words)
  const Icon = sealed ? IconRosetteDiscountCheck : IconHourglass
  const label = sealed ? say.sealed : say.unsealed
  return (
    <span className={styles.mark} title={label}>
      <Icon size={17} stroke={1.6} aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
