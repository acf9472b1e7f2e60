import { randomUUID } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'

import { type Actor } from '#platform/server/actor.ts'
import { buildApp } from '#platform/server/app.ts'
import { announce } from '#platform/server/live.ts'
import { liveRoutes } from '#platform/server/live-routes.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { type Figure, percentile } from './figure.ts'
import { withGround } from './ground.ts'

const listeners = 1_000
const rounds = 5
const path = 'v2021.p74.d725.c25966'

/**
 * A thousand open pages in one province: how long until the last of them has heard of a change, from the commit on, and
 * what the act itself pays for announcing it.
 */
export function benchLive(): Promise<Figure[]> {
  return withGround(async ({ db }) => {
    const app = await buildApp({
      db,
      features: [liveRoutes],
      // Whoever asks is a person of their own: the limit per account is not what is measured.
      authenticate: async (request) => personOf(String(request.headers['x-person'])),
    })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const heardAt: number[] = []
    const streams = await Promise.all(
      Array.from({ length: listeners }, () => open(address, () => heardAt.push(performance.now()))),
    )
    try {
      const last: number[] = []
      const first: number[] = []
      for (let round = 0; round < rounds; round++) {
        heardAt.length = 0
        await db.transaction((tx) => announce(tx, 'incidents', path))
        const committed = performance.now()
        while (heardAt.length < listeners && performance.now() - committed < 10_000) await pause(10)
        if (heardAt.length < listeners) throw new Error(`${heardAt.length} of ${listeners} have heard`)
        first.push(Math.min(...heardAt) - committed)
        last.push(Math.max(...heardAt) - committed)
      }
      const plain = await commits(db, async (tx) => void (await tx.run(touch)))
      const telling = await commits(db, async (tx) => {
        await tx.run(touch)
        await announce(tx, 'incidents', path)
      })
      return [
        {
          name: `${listeners} listeners: the last has heard, slowest of ${rounds}`,
          value: Math.max(...last),
          unit: 'ms',
          most: 2_000,
        },
        { name: 'the first has heard, median', value: percentile(first, 0.5), unit: 'ms' },
        {
          name: 'an act that announces against one that does not, median',
          value: telling / plain,
          unit: '×',
          most: 4,
        },
      ]
    } finally {
      for (const stream of streams) stream.destroy()
      await app.close()
    }
  })
}

const touch = sql`insert into sign_in_failures (key) values ('bench')`

async function commits(
  db: { transaction: (work: (tx: Db) => Promise<void>) => Promise<void> },
  work: (tx: Db) => Promise<void>,
) {
  const taken: number[] = []
  for (let n = 0; n < 200; n++) {
    const started = performance.now()
    await db.transaction(work)
    taken.push(performance.now() - started)
  }
  return percentile(taken, 0.5)
}

function personOf(accountId: string): Actor {
  return {
    accountId,
    personName: '',
    officeId: randomUUID(),
    officeTitle: '',
    bodyId: randomUUID(),
    bodyKind: 'people-committee',
    bodySector: 'state',
    role: 'commune-clerk',
    permissions: new Set(),
    unitPath: path,
    scopes: [path],
    requestId: randomUUID(),
    purpose: null,
    language: 'vi',
  }
}

function open(address: string, onChange: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${address}/api/live`, { agent: false, headers: { 'x-person': randomUUID() } }, (response) => {
      response.setEncoding('utf8')
      response.on('data', (text: string) => text.includes('event: change') && onChange())
      response.on('error', () => {})
      response.once('data', () => resolve(response))
    }).on('error', reject)
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
