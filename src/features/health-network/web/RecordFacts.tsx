import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { unitQueries } from '#registry/units/web/index.ts'
import { api, useProblemText } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { PhoneNumber } from '#platform/web/ui/personal/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { type Field, fieldsOf, type HealthRecord, Place } from '../domain/index.ts'
import { FieldValue } from './FieldValue.tsx'
import type { Lens } from './lens.ts'
import { PlaceSketch } from './PlaceSketch.tsx'
import { askPhone } from './queries.ts'
import styles from './record.module.css'
import { recordWords } from './record-words.ts'

/** What is known; a telephone number is shown to who says what for. */
export function RecordFacts({ record, lens }: { record: HealthRecord; lens: Lens }) {
  const say = useWords(recordWords)
  const { language } = useLanguage()
  const place = Place.safeParse(record.content.place)
  const fields = fieldsOf(record.kind).filter(({ name }) => name !== 'name')
  return (
    <>
      <dl className={styles.facts}>
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{field.label[language]}</dt>
            <dd>
              <Fact field={field} record={record} lens={lens} />
            </dd>
          </div>
        ))}
        {record.endReason && (
          <div>
            <dt>{say.reason}</dt>
            <dd>{record.endReason}</dd>
          </div>
        )}
        <div>
          <dt>{say.recordedBy}</dt>
          <dd>{record.bodyName}</dd>
        </div>
      </dl>
      {place.success && <Sketch record={record} place={place.data} />}
    </>
  )
}

function Fact({ field, record, lens }: { field: Field; record: HealthRecord; lens: Lens }) {
  const today = useToday()
  const say = useWords(recordWords)
  const problem = useProblemText()
  const value = record.content[field.name]
  if (field.type === 'phone' && typeof value === 'string') {
    // A changed record is asked anew: the number shown may be another one.
    return (
      <PhoneNumber
        key={record.version}
        masked={value}
        of={String(record.content.leader ?? record.content.name)}
        ask={askPhone(lens, record.id)}
      />
    )
  }
  if (field.type === 'file' && value) {
    const save = () =>
      api
        .save(`${lens.api}/${record.id}/file`)
        .catch((error: unknown) => notify({ tone: 'failed', text: problem(error) }))
    return (
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={14} stroke={1.6} />}
        onClick={() => void save()}
      >
        {say.download}: {record.fileName}
      </Button>
    )
  }
  return <FieldValue field={field} record={record} on={today} />
}

function Sketch({ record, place }: { record: HealthRecord; place: Place }) {
  const say = useWords(recordWords)
  const map = useQuery(unitQueries.map(record.unitId))
  if (!map.data || map.data.cells.length === 0) return null
  return (
    <div className={styles.sketch}>
      <PlaceSketch map={map.data} unitId={record.unitId} place={place} label={say.mapOf(record.unitName)} />
    </div>
  )
}
