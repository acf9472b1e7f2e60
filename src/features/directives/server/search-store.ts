import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { documentKinds } from '../domain/index.ts'

/** The words of a document as they stand now; after every change of its text, title or readers. */
export async function indexDirective(tx: Db, id: string): Promise<void> {
  await tx.run(sql`select index_directive(${id})`)
}

const Found = z.object({ directiveId: z.uuid(), total: z.int() })

/**
 * Ids in the order of their rank. `words` hold only letters and digits, so they need no escaping in a tsquery; those in
 * `begun` may be the beginning of a word, as while somebody types.
 */
export function searchWordsOf(
  db: Db,
  actor: Actor,
  ask: {
    words: readonly string[]
    begun: readonly string[]
    kind: string | undefined
    offset: number
    limit: number
  },
): Promise<z.infer<typeof Found>[]> {
  const query = ask.words.map((word) => `'${word}'${ask.begun.includes(word) ? ':*' : ''}`).join(' & ')
  return db.all(
    Found,
    sql`select directive_id, total from search_directives(${query}::tsquery, ${actor.bodyId}::uuid, ${actor.permissions.has('directives.oversee')},
          ${ask.kind ?? null}::text, ${ask.offset}::int, ${ask.limit}::int)`,
  )
}

const Hit = z.object({
  directiveId: z.uuid(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  kind: z.enum(documentKinds).nullable(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  state: z.string(),
  bodyName: z.string(),
  text: z.string(),
  tasks: z.array(z.object({ id: z.uuid(), start: z.int(), end: z.int() })),
})
/** What is shown of the documents of one page; row-level security asked once more, by key. */
export function listHits(db: Db, ids: readonly string[]) {
  return db.all(
    Hit,
    sql`
    select d.id as directive_id, d.document ->> 'number' as number, d.document ->> 'title' as title, d.document ->> 'kind' as kind,
      d.document ->> 'issuer' as issuer, d.document ->> 'date' as date, d.state, b.name as body_name, d.text,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'start', t.span_start, 'end', t.span_end)) from tasks t
                where t.directive_id = d.id and t.parent_id is null and t.state = 'issued'), '[]') as tasks
    from directives d join bodies b on b.id = d.body_id where d.id = any (${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], d.id)`,
  )
}
