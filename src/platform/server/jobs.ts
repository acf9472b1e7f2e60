import pg from 'pg'
import { type Db as JobDb, fromKysely, PgBoss } from 'pg-boss'

import type { Db } from './db.ts'

/** One kind of work that happens later. `name` is the queue; `cron` (minute granularity) starts it by itself. */
export interface Job<Data extends object = Record<string, never>> {
  name: string
  cron?: string
  /** Documents are heavy: how many of this kind run at once in one process. */
  atOnce?: number
  /** `signal` aborts when the process stops; a job that was cut off runs again. */
  run: (data: Data, signal: AbortSignal) => Promise<void>
}

export interface Jobs {
  /** Queued in the caller's transaction: the act and what follows from it commit together. */
  send<Data extends object>(tx: Db, name: string, data: Data): Promise<void>
  start(jobs: readonly Job<never>[]): Promise<void>
  stop(): Promise<void>
}

const schema = 'pgboss'

/** Heartbeats tell within half a minute that a worker died; its job then runs again. */
const queue = {
  retryLimit: 4,
  retryBackoff: true,
  heartbeatSeconds: 20,
  expireInSeconds: 4 * 3600,
  notify: true,
}

/** Creates the queue's own schema and queues; run by whoever owns the database, with the other migrations. */
export async function migrateJobs(
  ownerUrl: string,
  names: readonly string[],
  appRole = 'phaodai_app',
): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, max: 1, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  const known = new Set((await boss.getQueues()).map((q) => q.name))
  for (const name of names) if (!known.has(name)) await boss.createQueue(name, queue)
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`
    grant usage on schema ${schema} to ${appRole};
    grant select, insert, update, delete on all tables in schema ${schema} to ${appRole};
    grant usage on all sequences in schema ${schema} to ${appRole};
    grant execute on all functions in schema ${schema} to ${appRole}`)
  await client.end()
}

export function openJobs(appUrl: string, onError: (error: unknown) => void): Jobs {
  const boss = new PgBoss({
    connectionString: appUrl,
    application_name: 'phaodai-jobs',
    schema,
    max: 2,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    useListenNotify: true,
  })
  boss.on('error', onError)
  const stopping = new AbortController()
  return {
    send: async (tx, name, data) => {
      await boss.send(name, data, { db: fromKysely(tx.kysely as never) as JobDb })
    },
    start: async (jobs) => {
      await boss.start()
      for (const job of jobs) {
        await boss.work(
          job.name,
          {
            batchSize: 1,
            localConcurrency: job.atOnce ?? 1,
            pollingIntervalSeconds: 2,
            notifyPollingIntervalSeconds: 10,
          },
          async ([one]) => job.run((one?.data ?? {}) as never, stopping.signal),
        )
        if (job.cron) await boss.schedule(job.name, job.cron)
      }
    },
    stop: async () => {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}
