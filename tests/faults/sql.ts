import { type ChildProcess } from 'node:child_process'

import pg from 'pg'

import { startPostgres } from '#platform/server/postgres/index.ts'
import { endChild, faultFolder, killDatabase, startChild } from './child.ts'
import type { Target } from './load.ts'

const supervisor = new URL('../../src/platform/server/postgres/supervisor.ts', import.meta.url).href
const script = `
  import { startPostgres } from ${JSON.stringify(supervisor)}
  const server = await startPostgres({ dataDir: process.env.PHAODAI_DATA })
  console.log('urls ' + JSON.stringify({ ownerUrl: server.ownerUrl, appUrl: server.appUrl }) + ' end')
  process.on('SIGTERM', async () => { await server.stop(); process.exit(0) })`

/** The supervisor in a process of its own, and writers that put one row each into two tables in one transaction. */
export async function sqlTarget(options: {
  synchronousCommit: 'on' | 'off'
}): Promise<Target & { remove(): Promise<void> }> {
  const folder = faultFolder()
  const clients = new Map<number, Promise<pg.Client>>()
  let app: ChildProcess
  let urls: { ownerUrl: string; appUrl: string }

  async function start() {
    const args = ['--input-type=module-typescript', '--no-warnings', '-e', script]
    const started = await startChild(args, { PHAODAI_DATA: folder.path }, /urls (.+) end/)
    app = started.child
    urls = JSON.parse(started.match[1]!)
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: urls.appUrl })
    client.on('error', () => {}) // it is killed: the next write says so
    await client.connect()
    return client
  }

  await start().catch((error: unknown) => {
    folder.remove()
    throw error
  })
  const owner = new pg.Client({ connectionString: urls!.ownerUrl })
  await owner.connect()
  await owner.query(`
    create table kept (id uuid not null); create table marked (id uuid primary key);
    grant select, insert on kept, marked to phaodai_app;`)
  await owner.query(`alter database phaodai set synchronous_commit = ${options.synchronousCommit}`)
  await owner.end()

  return {
    async write(writer, id) {
      const client = clients.get(writer) ?? connect()
      clients.set(writer, client)
      try {
        await (
          await client
        ).query(
          `begin; insert into kept select '${id}' where not exists (select from marked where id = '${id}');
           insert into marked values ('${id}') on conflict do nothing; commit`,
        )
      } catch (error) {
        clients.delete(writer)
        void client.then((broken) => broken.end()).catch(() => {})
        throw error
      }
    },
    async kill(victim) {
      const ended = victim === 'database' ? Promise.resolve() : endChild(app, 'SIGKILL')
      if (victim !== 'app') killDatabase(folder.path)
      await ended
    },
    async recover(victim) {
      if (victim !== 'database') await start()
    },
    async look() {
      await Promise.all(
        [...clients.values()].map((client) => client.then((open) => open.end()).catch(() => {})),
      )
      await endChild(app, 'SIGTERM')
      const server = await startPostgres({ dataDir: folder.path })
      const client = new pg.Client({ connectionString: server.appUrl })
      await client.connect()
      const kept = await client.query<{ id: string; n: number }>(
        'select id, count(*)::int as n from kept group by id',
      )
      const half = await client.query<{ id: string }>(
        'select coalesce(k.id, m.id) as id from kept k full join marked m on m.id = k.id where k.id is null or m.id is null',
      )
      await client.end()
      await server.stop()
      return { times: new Map(kept.rows.map((row) => [row.id, row.n])), half: half.rows.map((row) => row.id) }
    },
    async remove() {
      await endChild(app, 'SIGTERM')
      folder.remove()
    },
  }
}
