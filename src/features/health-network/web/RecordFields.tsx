import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { AsyncPicker } from '#platform/web/ui/picker/index.ts'
import type { ZodForm } from '#platform/web/ui/form/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { type Field, type Kind, type Place } from '../domain/index.ts'
import { FileField } from './FileField.tsx'
import { type FormValues } from './form-schema.ts'
import { formWords } from './form-words.ts'
import { normOf, rangeText } from './norm-text.ts'
import { PlaceField } from './PlaceField.tsx'
import { networkQueries, parkChoices } from './queries.ts'

interface RecordFieldsProps {
  kind: Kind
  fields: readonly Field[]
  form: ZodForm<FormValues>
  /** The unit in which the record stands, for the sketch. */
  unitId: string | null
  today: string
  /** The number on record, masked; then an empty field keeps it. */
  maskedPhone?: string | undefined
}

/** The fields of a kind, large enough for a thumb, each with the keyboard that fits it. */
export function RecordFields({ fields, ...rest }: RecordFieldsProps) {
  return fields.map((field) => <OneField key={field.name} field={field} {...rest} />)
}

type OneFieldProps = Omit<RecordFieldsProps, 'fields'> & { field: Field }

function OneField({ kind, field, form, unitId, today, maskedPhone }: OneFieldProps) {
  const { language } = useLanguage()
  const say = useWords(formWords)
  const { value, error, onChange } = form.value(field.name)
  const norm = normOf(kind, field.name, today)
  const label = field.required ? field.label[language] : `${field.label[language]} (${say.optional})`
  const common = {
    label,
    error,
    size: 'md',
    description: field.hint?.[language] ?? (norm ? say.normHint(rangeText(norm, language)) : undefined),
  } as const
  switch (field.type) {
    case 'text':
      return (
        <TextInput
          {...common}
          value={String(value ?? '')}
          maxLength={field.max}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'phone':
      return (
        <TextInput
          {...common}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          description={maskedPhone ? say.keepPhone(maskedPhone) : undefined}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'whole':
      return (
        <NumberInput
          {...common}
          value={(value as number | null) ?? ''}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          inputMode="numeric"
          onChange={(given) => onChange(typeof given === 'number' ? given : null)}
        />
      )
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={String(value ?? '')}
          data={[
            { value: '', label: '–' },
            ...field.options.map((option) => ({ value: option.value, label: option.label[language] })),
          ]}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'place':
      return <PlaceField label={label} value={value as Place | null} onChange={onChange} unitId={unitId} />
    case 'park':
      return <ParkField {...common} value={value as string | null} onChange={onChange} />
    case 'file':
      return <FileField {...common} value={value as string | null} onChange={onChange} />
  }
}

interface ParkFieldProps {
  label: string
  error: string | undefined
  description: string | undefined
  value: string | null
  onChange: (id: string | null) => void
}

function ParkField({ value, onChange, ...field }: ParkFieldProps) {
  const network = { name: 'network', api: '/api/health-network/records', page: '', may: '' } as const
  const chosen = useQuery({ ...networkQueries.one(network, value ?? ''), enabled: value !== null })
  const name = chosen.data?.record.content.name
  return (
    <AsyncPicker
      {...field}
      size="md"
      name="industrial-parks"
      fetcher={parkChoices}
      value={value ? { id: value, label: typeof name === 'string' ? name : '…' } : null}
      onChange={(choice) => onChange(choice?.id ?? null)}
    />
  )
}
