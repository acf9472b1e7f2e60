import { z } from 'zod'

import type { Said } from '#registry/indicators/domain/index.ts'
import { normalisePhone } from '#lib/text-vi/index.ts'

export type { Said }

export const Place = z.strictObject({ lat: z.number().min(8).max(24), lon: z.number().min(102).max(118) })
export type Place = z.infer<typeof Place>

export const Value = z.union([z.string(), z.number(), Place, z.null()])
export type Value = z.infer<typeof Value>
export type Content = Readonly<Record<string, Value>>

/**
 * One thing that is known about a record. The same row of a kind's table makes the check of the server, the field of the
 * form, the column of the list, the column of the spreadsheet and the words of an error.
 */
export type Field = {
  readonly name: string
  readonly label: Said
  /** The head of its column, where the label would be wider than what stands below it. */
  readonly short?: Said
  /** What to write, where the label does not say it. */
  readonly hint?: Said
  readonly required?: boolean
  /** Stands in the list only when it is asked for. */
  readonly aside?: boolean
} & (
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'whole'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly options: readonly { readonly value: string; readonly label: Said }[] }
  /** A telephone number of a person: personal data. */
  | { readonly type: 'phone' }
  /** A point in Việt Nam, WGS84. */
  | { readonly type: 'place' }
  /** The id of an industrial park of the register. */
  | { readonly type: 'park' }
  /** The id of an uploaded file. */
  | { readonly type: 'file' }
)

const Phone = z
  .string()
  .max(30)
  .transform((text, ctx) => {
    const phone = normalisePhone(text)
    if (phone) return phone
    ctx.addIssue({
      code: 'custom',
      message: 'Số điện thoại Việt Nam có 9–11 chữ số, bắt đầu bằng 0 hoặc +84',
    })
    return z.NEVER
  })

/** What the field takes. An optional one takes null, and is null when it is left out. */
export function schemaOf(field: Field): z.ZodType<Value, Value | undefined> {
  const schema = plainSchemaOf(field)
  return (field.required ? schema : schema.nullable().default(null)) as z.ZodType<Value, Value | undefined>
}

function plainSchemaOf(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
      return z.string().trim().min(1).max(field.max)
    case 'whole':
      return z.int().min(field.min).max(field.max)
    case 'choice':
      return z.enum(field.options.map(({ value }) => value) as [string, ...string[]])
    case 'phone':
      return Phone
    case 'place':
      return Place
    case 'park':
    case 'file':
      return z.uuid()
  }
}
