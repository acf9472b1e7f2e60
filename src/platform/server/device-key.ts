import { z } from 'zod'

import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import { recordAudit } from './audit.ts'
import { newSecret } from './chance.ts'
import type { Database } from './db.ts'
import { sql } from './db.ts'
import { asSystem } from './edge.ts'

/** 32 bytes in URL-safe base64. */
const DeviceKey = z.object({ key: z.string().length(43) })

/**
 * `POST /api/offline/key`: the key with which this person's devices seal what they hold. Made at the first asking and
 * the same ever after, so that what a device sealed at sign-out opens when the same person signs in there again. Its
 * answer is not remembered under the request id: asking again gives the same, and the key lies in one place only.
 */
export function deviceKeyRoutes(app: App) {
  app.post(
    '/api/offline/key',
    { schema: { response: { 200: DeviceKey } }, config: { access: 'signed-in' } },
    async (request) => giveDeviceKey(app.db, request.actor),
  )
}

function giveDeviceKey(db: Database, actor: Actor) {
  return asSystem(db, actor.scopes, async (tx) => {
    await tx.run(
      sql`insert into device_keys (account_id, key) values (${actor.accountId}, ${newSecret(32)})
          on conflict (account_id) do nothing`,
    )
    await recordAudit(tx, actor, 'device-key.given', actor.accountId)
    return tx.one(DeviceKey, sql`select key from device_keys where account_id = ${actor.accountId}`)
  })
}
