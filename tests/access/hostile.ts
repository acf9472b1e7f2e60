import { z } from 'zod'

/** What people and attackers put where a word, a number, a day or an id is expected. None may make the server fall over. */
/** Those that once made this product fall over, or others of its kind: for addresses, where a word is mostly looked up. */
export const hostileInAddress = [
  '',
  '\u0000',
  '%_\\%',
  "'; drop table directives; --",
  '\u202eđảo\u200b',
  'x'.repeat(5_000),
]
export const hostileWords = [
  '',
  ' ',
  '\u0000',
  'tên\u0000ẩn',
  '\ud800',
  'e\u0302\u0323'.repeat(40),
  '\u202eđảo ngược\u202c',
  '\u200b\u200d\ufeff',
  "'; drop table directives; --",
  "%' or 1=1 --",
  '%_\\%',
  '../../etc/passwd',
  '<svg onload=alert(1)>',
  '=HYPERLINK("http://xau.example")',
  '${7*7}{{7*7}}',
  '__proto__',
  '*.*{1,}',
  'x'.repeat(70_000),
  'ạ'.repeat(3_000),
]
export const hostileNumbers = [-1, 0, 0.5, 1e308, Number.MAX_SAFE_INTEGER, 2_147_483_648, -9e15]
export const hostileDays = [
  '0000-00-00',
  '2021-02-30',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '0001-01-01',
  '2021-09-16T00:00:00Z',
  '16/9/2021',
]
export const hostileAnything: unknown[] = [null, true, [], {}, [[[[]]]], '1', 7]
/** What is put deep inside of a message, of which some have hundreds of places. */
const few = { words: ['\u0000', '\ud800', '', 'x'.repeat(70_000)], anything: [null, {}] as unknown[] }

interface JsonSchema {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string | string[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  items?: JsonSchema | false
  format?: string
}

export interface Leaf {
  path: string[]
  values: readonly unknown[]
}

/** Every place of a message that holds one value, required or not, with what to put there. */
export function leavesOf(schema: unknown, words: readonly string[] = hostileWords): Leaf[] {
  if (!(schema instanceof z.ZodType)) return []
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const places = new Map(
    walk(described, described.$defs ?? {}, [], 0, words).map((leaf) => [JSON.stringify(leaf), leaf]),
  )
  return [...places.values()]
}

function walk(
  schema: JsonSchema,
  named: Record<string, JsonSchema>,
  path: string[],
  depth: number,
  words: readonly string[],
): Leaf[] {
  if (depth > 6) return []
  if (schema.$ref)
    return walk(named[schema.$ref.replace('#/$defs/', '')] ?? {}, named, path, depth + 1, words)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((choice) => walk(choice, named, path, depth + 1, words))
  const type = [schema.type].flat()[0]
  const deep = path.length > 1
  const wrong = { path, values: deep ? few.anything : hostileAnything }
  if (type === 'object') {
    const inside = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      walk(property, named, [...path, name], depth + 1, words),
    )
    return path.length > 0 ? [...inside, wrong] : inside
  }
  if (type === 'array') return [...walk(schema.items || {}, named, [...path, '0'], depth + 1, words), wrong]
  if (type === 'integer' || type === 'number') return [{ path, values: hostileNumbers }, wrong]
  if (schema.format === 'date') return [{ path, values: [...hostileDays, '\u0000'] }, wrong]
  return [{ path, values: deep ? few.words : words }, wrong]
}

/** The message with one place changed; places that are not there yet are made. */
export function withValue(message: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  const at = Array.isArray(message) || (message === undefined && /^\d+$/.test(name)) ? [] : {}
  const copy: Record<string, unknown> = Object.assign(at, message ?? {})
  copy[name] = withValue(copy[name], rest, value)
  return copy
}
