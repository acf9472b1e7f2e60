import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'

export const Installation = z.object({
  name: z.string(),
  provinceId: z.string().nullable(),
  province: z.string().nullable(),
  demo: z.boolean(),
  /** The day an exercise began on, and the real day on which it did; null outside exercises. */
  exerciseFrom: z.string().nullable(),
  createdOn: z.string(),
})
export type Installation = z.infer<typeof Installation>

export function findInstallation(db: Db): Promise<Installation | undefined> {
  return db.maybeOne(
    Installation,
    sql`select i.name, i.province_id, u.name as province, i.demo, i.exercise_from,
          (i.created_at at time zone 'Asia/Ho_Chi_Minh')::date as created_on
        from installation i left join units u on u.id = i.province_id`,
  )
}

export async function insertInstallation(
  tx: Db,
  row: { name: string; provinceId: string; demo: boolean; exerciseFrom: string | null },
): Promise<void> {
  await tx.run(sql`insert into installation (name, province_id, demo, exercise_from)
    values (${row.name}, ${row.provinceId}, ${row.demo}, ${row.exerciseFrom}::date)`)
}

/** Held to the end of the transaction: two servers started at once make one installation. */
export async function lockInstallation(tx: Db): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(20210916)`)
}
