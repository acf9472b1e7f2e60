import { z } from 'zod'

import { listDemoAccounts } from '#registry/accounts/server/index.ts'
import { type App, databaseAnswers } from '#platform/server/app.ts'
import { problem } from '#platform/server/problem.ts'
import { demoPassword } from './demo/people.ts'
import type { Installation } from './installation-store.ts'
import { version } from './version.ts'

const System = z.object({
  name: z.string(),
  province: z.string().nullable(),
  provinceId: z.string().nullable(),
  demo: z.boolean(),
  /** The day that deadlines are counted against, and whether it is an exercise's. */
  today: z.string(),
  exercise: z.boolean(),
  demoAccounts: z.array(
    z.object({ username: z.string(), password: z.string(), title: z.string(), note: z.string() }),
  ),
  version: z.string(),
})
const Health = z.object({ ok: z.literal(true), version: z.string() })

/** What anyone may know before signing in: which province this is, and in the demo, who one can sign in as. */
export const systemRoutes = (installation: () => Promise<Installation | undefined>) => (app: App) => {
  app.get(
    '/api/system',
    { schema: { response: { 200: System } }, config: { access: 'public' } },
    async () => {
      const found = await installation()
      const accounts = found?.demo ? await listDemoAccounts(app.db) : []
      return {
        name: found?.name ?? 'Pháo Đài',
        province: found?.province ?? null,
        provinceId: found?.provinceId ?? null,
        demo: found?.demo ?? false,
        today: app.clock.today(),
        exercise: Boolean(found?.exerciseFrom),
        demoAccounts: accounts.map((a) => ({
          username: a.username,
          password: demoPassword,
          title: `${a.personName} · ${a.title}`,
          note: a.bodyName,
        })),
        version,
      }
    },
  )
  app.get(
    '/api/health',
    { schema: { response: { 200: Health } }, config: { access: 'public' } },
    async () => {
      if (!(await databaseAnswers(app.db.pool))) throw problem.unavailable({})
      return { ok: true as const, version }
    },
  )
}
