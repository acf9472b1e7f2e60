import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { inject } from 'vitest'

export interface FreshDatabase {
  ownerUrl: string
  appUrl: string
  backupUrl: string
  drop(): Promise<void>
}

const named = (url: string, database: string) => url.slice(0, url.lastIndexOf('/') + 1) + database

/** A database of its own for a test file: all migrations, no rows but theirs. `empty` gives one without a schema. */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<FreshDatabase> {
  const server = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(
    server.ownerUrl,
    `create database ${name} template ${options.empty ? 'template1' : 'phaodai'}`,
  )
  return {
    ownerUrl: named(server.ownerUrl, name),
    appUrl: named(server.appUrl, name),
    backupUrl: named(server.backupUrl, name),
    drop: () => administer(server.ownerUrl, `drop database ${name} with (force)`),
  }
}

// Workers clone at the same time, and a template that somebody is connected to cannot be cloned: all go by `postgres`.
async function administer(ownerUrl: string, statement: string) {
  const client = new pg.Client({ connectionString: named(ownerUrl, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
