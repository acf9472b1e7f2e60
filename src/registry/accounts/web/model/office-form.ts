import { z } from 'zod'

import { AddOffice, type Role, roles } from '../../domain/index.ts'

/** What stands in the fields of an office while it is filled in. */
export type OfficeValues = {
  body: { id: string; label: string } | null
  role: Role | ''
  title: string
  validFrom: string | null
  validTo: string | null
}

export const blankOffice = (today: string): OfficeValues => ({
  body: null,
  role: '',
  title: '',
  validFrom: today,
  validTo: null,
})

/** The server's rules, field by field; the body is kept with its name, because the field shows it. */
export const officeFields = {
  body: z.object({ id: z.uuid(), label: z.string() }),
  role: z.enum(roles),
  title: AddOffice.shape.title,
  validFrom: AddOffice.shape.validFrom,
  validTo: z.iso.date().nullable(),
}

/** For `refine`: both days may be the same, the last may not lie before the first. */
export function daysInOrder(office: { validFrom: string; validTo: string | null }): boolean {
  return office.validTo === null || office.validTo >= office.validFrom
}

type Filled = z.infer<z.ZodObject<typeof officeFields>>

/** What the server is sent; `id` is made on the device, so that a repeated request gives no second office. */
export function officeToSend(id: string, filled: Filled): AddOffice {
  return {
    id,
    bodyId: filled.body.id,
    role: filled.role,
    title: filled.title,
    validFrom: filled.validFrom,
    validTo: filled.validTo,
  }
}
