import { createHash } from 'node:crypto'

import { actorForOffice } from '#registry/accounts/server/index.ts'
import { buildApp } from '#platform/server/app.ts'
import { exerciseClock, systemClock } from '#platform/server/clock.ts'
import type { Database } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { productJobs } from '../jobs.ts'
import { resolverOn } from '../resolver.ts'
import { features } from '../server.ts'

export interface Stage {
  /** What a person of the demo reads, through the product's own routes. */
  read<T>(username: string, path: string): Promise<T>
  /** What a person does. `step` names it: the same step done again is the same request, which is done once. */
  act(step: string, username: string, path: string, body: object): Promise<void>
  /** Does what was queued, as the jobs of a running product would. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** The product without a listener, on which people of the demo act in their own names. Days are those of the exercise. */
export async function openStage(db: Database, day: string): Promise<Stage> {
  const clock = exerciseClock(systemClock, day, systemClock.today())
  const resolverFor = resolverOn(clock.today)
  const queue: { name: string; data: object }[] = []
  const jobs: Jobs = {
    send: async (_tx, name, data) => void queue.push({ name, data }),
    start: async () => {},
    stop: async () => {},
  }
  const app = await buildApp({
    db,
    clock,
    authenticate: async (request) => ({
      ...(await actorForOffice(db, String(request.headers['x-person']), day)),
      requestId: String(request.headers['x-request-id'] ?? ''),
    }),
    features: features({
      signIn: undefined as never,
      jobs,
      resolver: (tx, directive) => resolverFor(tx, directive.unitPath, directive.document),
      installation: async () => undefined,
      demo: true,
    }),
  })
  const known = new Map(
    productJobs({ db, resolverFor, today: clock.today, dataDir: '', log: () => {} }).map((job) => [
      job.name,
      job,
    ]),
  )
  return {
    read: async <T>(username: string, path: string) => {
      const answer = await app.inject({ method: 'GET', url: path, headers: { 'x-person': username } })
      if (answer.statusCode !== 200)
        throw new Error(`${username} GET ${path}: ${answer.statusCode} ${answer.body}`)
      return answer.json<T>()
    },
    act: async (step, username, path, payload) => {
      const headers = { 'x-person': username, 'x-request-id': stepId(step) }
      const answer = await app.inject({ method: 'POST', url: path, headers, payload })
      const doneBefore =
        answer.statusCode === 409 && answer.json<{ code: string }>().code === 'request.id-taken'
      if (answer.statusCode !== 200 && !doneBefore)
        throw new Error(`${step}: ${username} POST ${path}: ${answer.statusCode} ${answer.body}`)
    },
    settle: async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        await known.get(next.name)?.run(next.data as never, new AbortController().signal)
    },
    close: async () => void (await app.close()),
  }
}

/** The same id for the same step, in the shape of a UUID. */
export function stepId(step: string): string {
  const hex = createHash('sha256').update(`phaodai demo ${step}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
