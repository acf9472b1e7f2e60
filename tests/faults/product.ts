import { type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'

import pg from 'pg'

import { startPostgres } from '#platform/server/postgres/index.ts'
import { endChild, faultFolder, killDatabase, startChild } from './child.ts'
import type { Target } from './load.ts'

const clerk = { username: 'vanphong.tinhuy', password: 'phao-dai-2021' } // of the demo province
const text = 'Thử lỗi: một văn bản ngắn, gửi khi máy chủ có thể bị dừng bất cứ lúc nào.'

/** The product itself, as `npm start` runs it, with documents brought in over HTTP by a signed-in clerk. */
export async function productTarget(): Promise<Target & { remove(): Promise<void> }> {
  const folder = faultFolder()
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const requestIds = new Map<string, string>()
  let app: ChildProcess

  async function start() {
    const args = ['bin/phaodai', 'start', '--port', String(port)]
    app = (await startChild(args, { PHAODAI_DATA: folder.path }, /Mở: (http\S+)/)).child
  }

  async function post(path: string, body: object, requestId: string, cookie = ''): Promise<Response> {
    const headers = { 'content-type': 'application/json', 'x-request-id': requestId, cookie }
    const response = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return response
  }

  await start().catch((error: unknown) => {
    folder.remove()
    throw error
  })
  const session = await post('/api/session', clerk, randomUUID())
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

  return {
    async write(_writer, id) {
      const requestId = requestIds.get(id) ?? randomUUID()
      requestIds.set(id, requestId)
      const answer = await post('/api/directives/text', { id, name: 'thu-loi', text }, requestId, cookie)
      const received = (await answer.json()) as { id: string }
      if (received.id !== id) throw new Error(`acknowledged ${received.id} for ${id}`)
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
      await endChild(app, 'SIGTERM')
      const server = await startPostgres({ dataDir: folder.path })
      const client = new pg.Client({ connectionString: server.backupUrl })
      await client.connect()
      // A document, its original, its audit entry and the remembered answer are one act: all of them or none.
      const { rows } = await client.query<{ id: string; entries: number; whole: boolean }>(`
        select d.id::text, e.entries, f.id is not null and e.entries > 0 and e.answered as whole
        from directives d left join files f on f.id = d.file_id
        left join lateral (select count(*)::int as entries, bool_and(r.answer is not null) as answered from audit_entries a
          left join requests r on r.id = a.request_id where a.action = 'directive.received' and a.subject_id = d.id::text) e on true
        where f.name like 'thu-loi%' or f.id is null`)
      const stray = await client.query<{ id: string }>(`
        select subject_id as id from audit_entries a where action = 'directive.received'
          and not exists (select from directives d where d.id::text = a.subject_id)`)
      await client.end()
      await server.stop()
      const half = [...rows.filter((row) => !row.whole), ...stray.rows].map((row) => row.id)
      return { times: new Map(rows.map((row) => [row.id, row.entries])), half }
    },
    async remove() {
      await endChild(app, 'SIGTERM')
      folder.remove()
    },
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
