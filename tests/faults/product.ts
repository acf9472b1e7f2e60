import { type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'

import pg from 'pg'

import { verifyIndicators } from '#registry/indicators/server/index.ts'
import { openDatabase } from '#platform/server/db.ts'
import { startPostgres } from '#platform/server/postgres/index.ts'
import { indicatorSources } from '../../src/app/indicators.ts'
import { acting, bringIn, recordStation, reportIncident, reportProgress, type Speaker } from './acts.ts'
import { endChild, faultFolder, killDatabase, startChild } from './child.ts'
import type { Target } from './load.ts'

/** The product itself, as `npm start` runs it, with what people write over HTTP: documents, facts, incidents and reports. */
export async function productTarget(): Promise<Target & { remove(): Promise<void> }> {
  const folder = faultFolder()
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let app: ChildProcess

  async function start() {
    const args = ['bin/phaodai', 'start', '--port', String(port)]
    app = (await startChild(args, { PHAODAI_DATA: folder.path }, /Mở: (http\S+)/)).child
  }

  await start().catch((error: unknown) => {
    folder.remove()
    throw error
  })
  const office = await signIn(address, 'vanphong.tinhuy')
  const ward = await signIn(address, 'canbo.laithieu')
  const acts = [reportProgress(ward), bringIn, recordStation, reportIncident]
  // One writer reports: a body has one report of a task at a time. The others take turns.
  const sent = new Set<string>()
  const writers = [0, 1, 2, 3, 1, 2, 3, 1].map((n) =>
    acting(acts[n]!, acts[n] === bringIn ? office : ward, sent),
  )

  return {
    write: (writer, id) => writers[writer % writers.length]!(id),
    async kill(victim) {
      const ended = victim === 'database' ? Promise.resolve() : endChild(app, 'SIGKILL')
      if (victim !== 'app') killDatabase(folder.path)
      await ended
    },
    async recover(victim) {
      if (victim !== 'database') await start()
    },
    async look() {
      await endChild(app, 'SIGTERM')
      const server = await startPostgres({ dataDir: folder.path })
      const client = new pg.Client({ connectionString: server.backupUrl })
      await client.connect()
      const times = new Map<string, number>()
      const half: string[] = []
      for (const { look } of acts) {
        const { rows } = await client.query<{ id: string; entries: number; whole: boolean }>(
          `
          with records as (select id from (${look.ids}) as one (id)),
            answers as (select r.id as request, ${look.answered} as id from requests r where r.answer is not null and r.id = any($1)),
            entries as (select n.id, count(*)::int as entries from answers n
              join audit_entries a on a.request_id = n.request and a.action = '${look.action}' group by n.id)
          select coalesce(r.id, e.id) as id, coalesce(e.entries, 0) as entries, r.id is not null and e.id is not null as whole
          from records r full join entries e on e.id = r.id`,
          [[...sent]],
        )
        for (const row of rows) times.set(row.id, row.entries)
        half.push(...rows.filter((row) => !row.whole).map((row) => row.id))
      }
      await client.end()
      const wrong = await wrongIndicators(server.appUrl)
      await server.stop()
      return { times, half: [...half, ...wrong] }
    },
    async remove() {
      await endChild(app, 'SIGTERM')
      folder.remove()
    },
  }
}

/** Every kept figure against the facts summed up anew. */
async function wrongIndicators(appUrl: string): Promise<string[]> {
  const db = openDatabase(appUrl, { max: 2 })
  const { indicators, differences } = await verifyIndicators(db, indicatorSources)
  await db.close()
  if (indicators === 0) return ['no indicator was kept']
  return differences.map((one) => `indicator ${one.key}: ${JSON.stringify(one)}`)
}

async function signIn(address: string, username: string): Promise<Speaker> {
  let cookie = ''
  const ask = async (method: string, path: string, body?: object, requestId: string = randomUUID()) => {
    const headers = { 'content-type': 'application/json', 'x-request-id': requestId, cookie }
    const response = await fetch(address + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return response
  }
  const session = await ask('POST', '/api/session', { username, password: 'phao-dai-2021' }) // of the demo province
  cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    get: async <T>(path: string) => (await ask('GET', path)).json() as Promise<T>,
    post: async <T>(path: string, body: object, requestId: string) =>
      (await ask('POST', path, body, requestId)).json() as Promise<T>,
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
