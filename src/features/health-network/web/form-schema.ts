import { z } from 'zod'

import { UnitId } from '#registry/units/domain/index.ts'
import { fieldsOf, type Kind, type NewRecord, schemaOf, type Value } from '../domain/index.ts'

export type FormValues = Record<string, Value>

/** A form of a kind is flat: where, since when, and its fields. Checked by the server's own rules. */
export function formSchemaOf(kind: Kind, phoneKept = false) {
  const fields = Object.fromEntries(
    fieldsOf(kind).map((field) => [
      field.name,
      // A number that is on record need not be typed again.
      schemaOf(field.type === 'phone' && phoneKept ? { ...field, required: false } : field),
    ]),
  )
  return z.object({ unitId: UnitId, fromDay: z.iso.date(), ...fields }) as unknown as z.ZodType<FormValues>
}

export function emptyForm(kind: Kind, unitId: string | null, fromDay: string): FormValues {
  return { unitId, fromDay, ...Object.fromEntries(fieldsOf(kind).map(({ name }) => [name, null])) }
}

export function toRecord(id: string, kind: Kind, { unitId, fromDay, ...content }: FormValues): NewRecord {
  return { id, kind, unitId: String(unitId), fromDay: String(fromDay), content }
}
