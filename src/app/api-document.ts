import { buildApp } from '#platform/server/app.ts'
import { features } from './server.ts'

/**
 * The OpenAPI description of every route, from the schemas they are served with. Needs no database: the routes are put
 * up and described, never called.
 */
export async function describeApi(): Promise<string> {
  const app = await buildApp({
    db: undefined as never,
    authenticate: async () => undefined,
    features: features({
      signIn: undefined as never,
      jobs: undefined as never,
      resolver: undefined as never,
      installation: async () => undefined,
      demo: false,
    }),
    version: '1',
  })
  await app.ready()
  const document = JSON.stringify(app.swagger(), null, 2)
  await app.close()
  return `${document}\n`
}
