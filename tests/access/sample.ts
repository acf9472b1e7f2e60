import { randomUUID } from 'node:crypto'

import { z } from 'zod'

type JsonSchema = {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema | false
  prefixItems?: JsonSchema[]
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  format?: string
  pattern?: string
  default?: unknown
}

/** The smallest message a route's schema accepts: what is needed to get past validation to the question of access. */
export function sampleOf(schema: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return undefined
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const sample = build(described, described.$defs ?? {})
  const parsed = schema.safeParse(sample)
  if (!parsed.success) {
    throw new Error(`no sample for ${JSON.stringify(z.toJSONSchema(schema))}: ${parsed.error.message}`)
  }
  return sample
}

function build(schema: JsonSchema, named: Record<string, JsonSchema>): unknown {
  if (schema.$ref) return build(named[schema.$ref.replace('#/$defs/', '')] ?? {}, named)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  // What may be left empty is: the smallest message.
  const choices = schema.anyOf ?? schema.oneOf ?? []
  const choice = choices.find(({ type }) => type === 'null') ?? choices[0]
  if (choice) return build(choice, named)
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, build(schema.properties?.[name] ?? {}, named)]),
      )
    case 'array':
      return (
        schema.prefixItems?.map((item) => build(item, named)) ??
        Array.from({ length: schema.minItems ?? 0 }, () => build(schema.items || {}, named))
      )
    case 'string':
      return text(schema)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    default:
      return null
  }
}

function text(schema: JsonSchema): string {
  if (schema.format === 'uuid') return randomUUID()
  if (schema.format === 'date') return '2021-09-16'
  if (schema.format === 'date-time') return '2021-09-16T08:00:00Z'
  if (schema.format === 'email') return 'ai.do@tinh.example'
  // So many letters of one kind: codes and secrets made on a device.
  const exactly = /^\^(?:\\d|\[[^\]]+\])\{(\d+)\}\$$/.exec(schema.pattern ?? '')?.[1]
  if (exactly) return '0'.repeat(Number(exactly))
  if (schema.pattern?.includes('@')) return 'so-y-te@74'
  return 'mot-mau-chu-du-dai'.padEnd(schema.minLength ?? 0, 'x')
}
