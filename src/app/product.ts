import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { authenticator, openSignIn } from '#registry/accounts/server/index.ts'
import { type App, buildApp } from '#platform/server/app.ts'
import { type Clock, exerciseClock, systemClock } from '#platform/server/clock.ts'
import type { Listening } from '#platform/server/config.ts'
import { type Database, openDatabase } from '#platform/server/db.ts'
import { openJobs } from '#platform/server/jobs.ts'
import { productJobs } from './jobs.ts'
import { resolverOn } from './resolver.ts'
import { features } from './server.ts'
import { findInstallation } from './installation-store.ts'
import { version } from './version.ts'

export interface ProductOptions {
  appUrl: string
  /** Where audit roots are written as they are made; empty for a server without a data folder. */
  dataDir: string
  secret: string
  listening: Pick<Listening, 'baseUrl' | 'publicUrl' | 'tls'>
  clock?: Clock
  logLevel?: string
  log?: (line: string) => void
}

export interface Product {
  app: App
  db: Database
  close(): Promise<void>
}

/** Where `npm run build` puts the pages. */
export const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Puts the product together on a migrated database: sign-in, features, jobs, pages. Nothing listens yet. */
export async function openProduct(options: ProductOptions): Promise<Product> {
  const db = openDatabase(options.appUrl)
  const installation = await findInstallation(db)
  const base = options.clock ?? systemClock
  const clock = installation?.exerciseFrom
    ? exerciseClock(base, installation.exerciseFrom, installation.createdOn)
    : base
  const signIn = openSignIn({
    databaseUrl: options.appUrl,
    secret: options.secret,
    baseUrl: options.listening.baseUrl,
  })
  const resolverFor = resolverOn(clock.today)
  const log = options.log ?? (() => {})
  const jobs = openJobs(options.appUrl, (error) => log(`jobs: ${(error as Error)?.message ?? String(error)}`))
  const app = await buildApp({
    db,
    clock,
    authenticate: authenticator(signIn, db, clock),
    features: features({
      signIn,
      jobs,
      resolver: (tx, directive) => resolverFor(tx, directive.unitPath, directive.document),
      installation: () => findInstallation(db),
      demo: installation?.demo ?? false,
    }),
    ...(existsSync(webFolder) && { webFolder }),
    publicUrl: options.listening.publicUrl,
    tls: options.listening.tls,
    version,
    ...(options.logLevel && { logLevel: options.logLevel }),
  })
  await jobs.start(
    productJobs({
      db,
      resolverFor,
      today: clock.today,
      jobs,
      baseUrl: options.listening.baseUrl,
      dataDir: options.dataDir,
      log,
    }),
  )
  return {
    app,
    db,
    close: async () => {
      await app.close()
      await jobs.stop()
      await signIn.close()
      await db.close()
    },
  }
}
