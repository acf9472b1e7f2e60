import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { openWorld } from '../world.ts'
import { sampleOf } from './sample.ts'
import { places, subjects } from './subjects.ts'

const world = openWorld()

/** The role is the same as in the department of health; the body is not one that keeps the network (S17). */
const others = [
  ['so-cong-thuong@74', 'body-officer'],
  ['cong-an@74', 'body-officer'],
  ['so-giao-duc-va-dao-tao@74', 'body-officer'],
  ['benh-vien-da-khoa@74', 'body-officer'],
  ['cong-an@25966', 'commune-clerk'],
] as const

test.each(others)('%s (%s) is refused at every route that records the health network', async (body, role) => {
  const person = await world().join(body, role)
  const record = await subjects['health-record']!.make(world(), places.own)
  const wrong: string[] = []
  let asked = 0
  for (const route of world().app.routeTable) {
    if (typeof route.access === 'string' || route.access.may !== 'health-network.record') continue
    const path = route.url.replace(/:(\w+)/g, (_, name: string) => record[name] ?? randomUUID())
    const query = sampleOf(route.schema.querystring) as Record<string, string> | undefined
    const url = query ? `${path}?${new URLSearchParams(query)}` : path
    const message = route.method === 'GET' ? undefined : ((sampleOf(route.schema.body) ?? {}) as object)
    const { status } = await person.send(route.method as 'GET', url, message)
    asked++
    if (status !== 403) wrong.push(`${route.method} ${route.url}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(7)
  const me = await person.get('/api/health-network/records?kind=rapid-team')
  expect(me.status).toBe(200)
})
