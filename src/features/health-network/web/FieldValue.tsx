import { IconAlertCircle } from '@tabler/icons-react'

import { StateBadge } from '#platform/web/ui/index.ts'
import { formatNumber, useLanguage } from '#platform/web/words/index.ts'
import type { Field, HealthRecord } from '../domain/index.ts'
import styles from './network.module.css'
import { remarkText } from './norm-text.ts'

const readinessMeaning = { ready: 'done', deployed: 'doing', resting: 'stopped' } as const

/** What a field of a record says, with the remark of its norm beside it. */
export function FieldValue({ field, record, on }: { field: Field; record: HealthRecord; on: string }) {
  const { language } = useLanguage()
  const value = record.content[field.name] ?? null
  if (value === null) return <span className={styles.quiet}>–</span>
  if (field.type === 'park') return record.parkName
  if (field.type === 'file') return record.fileName
  if (typeof value === 'object') return `${value.lat.toFixed(4)}, ${value.lon.toFixed(4)}`
  if (field.type === 'choice') {
    const label = field.options.find((option) => option.value === value)?.label[language] ?? String(value)
    return field.name === 'readiness' ? (
      <StateBadge meaning={readinessMeaning[value as keyof typeof readinessMeaning]} label={label} />
    ) : (
      label
    )
  }
  if (typeof value !== 'number') return value
  const remark = remarkText(record.kind, record.content, field.name, on, language)
  return (
    <span className={styles.figure}>
      {remark && (
        <span className={styles.remark} title={remark}>
          <IconAlertCircle size={14} stroke={1.8} aria-label={remark} role="img" />
        </span>
      )}
      {formatNumber(value, language)}
    </span>
  )
}
