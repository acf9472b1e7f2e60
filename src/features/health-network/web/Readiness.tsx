import { SegmentedControl } from '@mantine/core'

import { useFieldWrite } from '#platform/web/outbox/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { usePending } from '#platform/web/outbox/index.ts'
import { type ChangeRecord, fieldsOf, type HealthRecord, kindTable } from '../domain/index.ts'
import type { Lens } from './lens.ts'
import { networkKeys } from './queries.ts'
import styles from './record.module.css'
import { recordWords } from './record-words.ts'
import { words } from './words.ts'

const pendingKind = 'health-network.readiness'

/** Ready, deployed or resting: one press in the field, with or without a network. */
export function Readiness({ record, lens }: { record: HealthRecord; lens: Lens }) {
  const say = useWords(recordWords)
  const network = useWords(words)
  const { language } = useLanguage()
  const field = fieldsOf('rapid-team').find(({ name }) => name === 'readiness')
  const options = field?.type === 'choice' ? field.options : []
  const label = (value: unknown) => options.find((option) => option.value === value)?.label[language] ?? ''
  const write = useFieldWrite<ChangeRecord>({
    kind: pendingKind,
    path: `${lens.api}/${record.id}/change`,
    title: ({ content }) => `${String(record.content.name)}: ${label(content.readiness)}`,
    refresh: [networkKeys.all],
    subject: () => record.id,
    lines: ({ content }) => [
      { label: kindTable['rapid-team'].label[language], value: String(record.content.name) },
      { label: say.readiness, value: label(content.readiness), field: 'content.readiness' },
    ],
  })
  const waiting = usePending<ChangeRecord>(pendingKind).filter(({ body }) => body.version === record.version)
  const shown = waiting.at(-1)?.body.content.readiness ?? record.content.readiness
  return (
    <Panel title={say.readiness}>
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={say.readiness}
        value={String(shown)}
        data={options.map((option) => ({ value: option.value, label: option.label[language] }))}
        onChange={(readiness) => void write({ version: record.version, content: { readiness } })}
      />
      {waiting.length > 0 && (
        <p className={styles.note} role="status">
          {network.pending}. {network.pendingHint}
        </p>
      )}
    </Panel>
  )
}
