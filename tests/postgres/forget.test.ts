import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { openWorld } from '#tests/world.ts'
import { sql } from '#platform/server/db.ts'

const world = openWorld()

test('answers nobody will ask for again are forgotten at night, later ones are kept', async () => {
  const { db } = world()
  const [old, recent] = [randomUUID(), randomUUID()]
  const remember = (id: string, days: number) =>
    db.run(sql`insert into requests (id, account_id, fingerprint, answer, at)
               values (${id}, 'ai-do', 'x', '{}', clock_timestamp() - make_interval(days => ${days}))`)
  await remember(old, 91)
  await remember(recent, 89)
  await world().settle('requests.forget')
  const left = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from requests where id in (${old}, ${recent})`,
  )
  expect(left).toEqual([{ id: recent }])
})
