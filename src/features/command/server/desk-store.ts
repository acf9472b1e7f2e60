import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'

export const Desk = z.object({
  id: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  unitPath: z.string(),
})
export type Desk = z.infer<typeof Desk>

const columns = sql`b.id, b.name, u.name as unit_name, b.unit_path::text as unit_path`

/**
 * The desks of a unit and of those above it, nearest first: the Command of a province or district, the People's Committee
 * of a commune (BT-0904 §4 puts the commune's command in the hands of its chair).
 */
export function listDesksFor(db: Db, unitPath: string, day: string): Promise<Desk[]> {
  return db.all(
    Desk,
    sql`select ${columns} from bodies b join units u on u.id = b.unit_id
        where b.unit_path @> ${unitPath}::ltree and b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
          and split_part(b.code, '@', 1) = case u.level when 'commune' then 'ubnd' else 'trung-tam-chi-huy' end
          and u.level in ('province', 'district', 'commune')
        order by nlevel(b.unit_path) desc, b.code`,
  )
}

/** The Commands at and below the units, for a screen over a whole province. Communes are left out: there are hundreds. */
export function listCommandsWithin(db: Db, scopes: readonly string[], day: string): Promise<Desk[]> {
  return db.all(
    Desk,
    sql`select ${columns} from bodies b join units u on u.id = b.unit_id
        where b.unit_path <@ any (${[...scopes]}::text[]::ltree[]) and split_part(b.code, '@', 1) = 'trung-tam-chi-huy'
          and u.level in ('province', 'district')
          and b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
        order by nlevel(b.unit_path), b.name collate "vi-x-icu"`,
  )
}

export function findDesk(db: Db, id: string): Promise<Desk | undefined> {
  return db.maybeOne(
    Desk,
    sql`select ${columns} from bodies b join units u on u.id = b.unit_id where b.id = ${id}`,
  )
}
