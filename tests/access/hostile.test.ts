import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { mayRole, type Permission, type Role, roles } from '#registry/accounts/domain/index.ts'
import type { RouteEntry } from '#platform/server/app.ts'
import { openWorld, type Person } from '../world.ts'
import { hostileInAddress, hostileNumbers, type Leaf, leavesOf, withValue } from './hostile.ts'
import { sampleOf } from './sample.ts'
import { places, secretMarker, subjects } from './subjects.ts'

const world = openWorld()

/** Messages of the sign-in library are its own; what goes into a file is held by the tests of documents. */
const left = ['/api/session', '/api/account/', '/api/live']

const nameOf = (route: RouteEntry) => `${route.method} ${route.url}`

/** The first role that may use the route: hostile values must get past the question of access. */
function roleFor(route: RouteEntry): Role {
  if (typeof route.access === 'string') return 'office-clerk'
  const { may } = route.access
  return roles.find((role) => mayRole(role, may as Permission)) ?? 'office-clerk'
}

test('no value in any place of any message makes the server fall over, or shows what another place holds', async () => {
  const people = new Map<Role, Person>()
  const own = new Map<string, Record<string, string>>()
  for (const kind of Object.keys(subjects)) {
    own.set(kind, await subjects[kind]!.make(world(), places.own))
    await subjects[kind]!.make(world(), places.foreign)
  }
  const wrong: string[] = []
  let asked = 0
  const judge = (what: string, answer: { status: number; raw: Buffer; body: unknown }, own: boolean) => {
    asked++
    if (answer.status >= 500)
      wrong.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 160)}`)
    else if (!own && answer.raw.toString().includes(secretMarker)) wrong.push(`${what} leaks`)
  }
  for (const route of world().app.routeTable) {
    if (left.some((start) => route.url.startsWith(start))) continue
    const role = roleFor(route)
    const person = people.get(role) ?? (await world().join(places.own, role))
    people.set(role, person)
    const subject = typeof route.access === 'object' ? route.access.subject : undefined
    const params = (subject && own.get(subject)) || {}
    for (const { what, url, body } of messagesFor(route, params)) {
      const answer = await person.send(route.method as 'GET', url, body as object | undefined)
      judge(`${nameOf(route)} ${what}`, answer, subject !== undefined || role !== 'enterprise')
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(1000)
}, 300_000)

function messagesFor(route: RouteEntry, params: Record<string, string>) {
  const path = (changed: Record<string, string> = {}) =>
    route.url.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(wellFormed(changed[name] ?? params[name] ?? randomUUID())),
    )
  const query = (sampleOf(route.schema.querystring) ?? {}) as Record<string, unknown>
  const body = route.method === 'GET' ? undefined : ((sampleOf(route.schema.body) as object) ?? {})
  const address = (to: string, given: Record<string, unknown>) => {
    const pairs = Object.entries(given).map(([name, value]) => [name, wellFormed(String(value))])
    return pairs.length > 0 ? `${to}?${new URLSearchParams(pairs as [string, string][])}` : to
  }
  const names = [...route.url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  return [
    ...names.flatMap((name) =>
      [...hostileInAddress.map((word) => word.slice(0, 900)), ...hostileNumbers.map(String)].map((value) => ({
        what: `:${name}=${say(value)}`,
        url: address(path({ [name]: value || ' ' }), query),
        body,
      })),
    ),
    ...each(leavesOf(route.schema.querystring, hostileInAddress)).map(({ place, value }) => ({
      what: `?${place.join('.')}=${say(value)}`,
      url: address(path(), { ...query, [place[0] ?? '']: typeof value === 'object' ? '[]' : value }).slice(
        0,
        8000,
      ),
      body,
    })),
    ...(body === undefined
      ? []
      : each(leavesOf(route.schema.body)).map(({ place, value }) => ({
          what: `${place.join('.')}=${say(value)}`,
          url: address(path(), query),
          body: withValue(body, place, value),
        }))),
  ]
}

const each = (leaves: readonly Leaf[]) =>
  leaves.flatMap(({ path: place, values }) => values.map((value) => ({ place, value })))

/** Half a letter cannot stand in an address; in a body it can. */
const wellFormed = (value: string) => value.toWellFormed()

const say = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 40)
