import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { unitQueries } from '#registry/units/web/index.ts'
import { api } from '#platform/web/api/index.ts'
import { type ChoiceFetcher, UnitPicker } from '#platform/web/ui/picker/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type Unit, UnitPage } from '#registry/units/domain/index.ts'
import { type Kind, kindTable } from '../domain/index.ts'
import { formWords } from './form-words.ts'

interface UnitFieldProps {
  kind: Kind
  /** The unit the office, or the address, speaks of: the place itself, or what it is chosen within. */
  at: Unit
  value: string | null
  error: string | undefined
  onChange: (id: string | null) => void
}

/** Where the record stands. A commune's clerk is never asked. */
export function UnitField({ kind, at, value, error, onChange }: UnitFieldProps) {
  const say = useWords(formWords)
  const { levels } = kindTable[kind]
  const chosen = useQuery({ ...unitQueries.one(value ?? ''), enabled: value !== null && value !== at.id })
  const label = levels.length > 1 ? say.locality : say.unit
  if (at.level === 'commune') return <TextInput label={label} size="md" value={at.name} readOnly />
  return (
    <UnitPicker
      name={`units-${at.id}-${levels.join()}`}
      label={label}
      size="md"
      required
      placeholder={say.noUnit}
      fetcher={unitsAt(at.id, levels)}
      value={value ? { id: value, label: value === at.id ? at.name : (chosen.data?.unit.name ?? '…') } : null}
      error={error}
      onChange={(choice) => onChange(choice?.id ?? null)}
    />
  )
}

const unitsAt =
  (within: string, levels: readonly string[]): ChoiceFetcher =>
  async (text, signal) => {
    const level = levels.length === 1 ? levels[0] : undefined
    const query = { search: text || undefined, within, level, limit: 30 }
    const { rows } = await api.get('/api/units', UnitPage, query, { signal })
    return rows
      .filter((unit) => levels.includes(unit.level))
      .map((unit) => ({ id: unit.id, label: unit.name, note: unit.within.join(', ') }))
  }
