import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import pg from 'pg'

import { migrateJobs } from './jobs.ts'

const migrationsFolder = fileURLToPath(new URL('../../../db/migrations', import.meta.url))

/** Every queue of the product: it exists before the first process that works it starts. */
const queuesFile = fileURLToPath(new URL('../../../db/queues.json', import.meta.url))

/** One number for the whole product: two servers started at once migrate one after the other. */
const migrationLock = 20_210_811

/**
 * Brings the database of `ownerUrl` up to the newest migration and returns the names that ran. Each file runs in its
 * own transaction; a file that failed leaves nothing behind and names itself in the error.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<string[]> {
  const ran = await migrateTables(ownerUrl, folder)
  await migrateJobs(ownerUrl, JSON.parse(await readFile(queuesFile, 'utf8')) as string[])
  return ran
}

async function migrateTables(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'phaodai-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query('select name from migrations')).rows.map((r) => r.name as string),
    )
    const ran: string[] = []
    for (const name of (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()) {
      if (done.has(name)) continue
      await runOne(client, name, await readFile(`${folder}/${name}`, 'utf8'))
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}

async function runOne(client: pg.Client, name: string, text: string) {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
