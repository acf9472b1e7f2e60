import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { mayRole, type Permission, permissions, type Role, roles } from '#registry/accounts/domain/index.ts'
import type { RouteEntry } from '#platform/server/app.ts'
import { openWorld, type Person } from '../world.ts'
import { sampleOf } from './sample.ts'
import { type Place, places, secretMarker, subjects } from './subjects.ts'

const world = openWorld()

/** Answers itself who is asking, and says 401 when nobody is. */
const selfChecked = ['GET /api/me']

/** Take part in signing in, which the small world leaves out; tests/journeys and the sign-in tests hold them. */
const signInRoutes = ['/api/session', '/api/session/totp', '/api/account/']

/** Their address is the secret, for calendars that cannot sign in: one nobody made leads nowhere. */
const secretAddresses = ['GET /api/duty/calendar/:token.ics', 'GET /api/calendar/:token']

const nameOf = (route: RouteEntry) => `${route.method} ${route.url}`
const isSignIn = (route: RouteEntry) =>
  signInRoutes.some((url) => route.url.startsWith(url)) || route.url === '/api/me'

function addressOf(route: RouteEntry, params: Record<string, string>): string {
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => params[name] ?? randomUUID())
  const query = sampleOf(route.schema.querystring) as Record<string, string> | undefined
  return query && Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query)}` : path
}

function ask(person: Person, route: RouteEntry, params: Record<string, string> = {}) {
  const body = sampleOf(route.schema.body) as object | undefined
  return person.send(
    route.method as 'GET',
    addressOf(route, params),
    route.method === 'GET' ? undefined : (body ?? {}),
  )
}

test('every permission is asked for by some route, and every route asks for one that exists', () => {
  const asked = world().app.routeTable.flatMap((r) => (typeof r.access === 'object' ? [r.access.may] : []))
  expect(asked.filter((p) => !permissions.includes(p as Permission))).toEqual([])
  // Overseeing widens what the inbox permission shows; it opens no route of its own.
  expect(permissions.filter((p) => !asked.includes(p) && p !== 'directives.oversee')).toEqual([])
})

test('nobody who is not signed in gets past any route that is not public', async () => {
  const { app } = world()
  for (const route of app.routeTable) {
    const response = await app.inject({
      method: route.method as 'GET',
      url: addressOf(route, {}),
      headers: { 'x-request-id': randomUUID() },
      ...(route.method !== 'GET' && { payload: (sampleOf(route.schema.body) as object) ?? {} }),
    })
    if (secretAddresses.includes(nameOf(route))) expect(response.statusCode, nameOf(route)).toBe(404)
    else if (route.access === 'public') {
      if (!selfChecked.includes(nameOf(route)) && !isSignIn(route))
        expect(response.statusCode, nameOf(route)).toBe(200)
    } else {
      expect(response.statusCode, nameOf(route)).toBe(401)
      expect(response.json().code).toBe('session.signed-out')
    }
  }
})

test('a write without a device’s request id, or from another site, is refused everywhere', async () => {
  const { app } = world()
  const clerk = await world().join(places.own, 'commune-clerk')
  for (const route of app.routeTable.filter((r) => r.method !== 'GET')) {
    const common = { method: route.method as 'POST', url: addressOf(route, {}), payload: {} }
    const bare = await app.inject({ ...common, headers: { authorization: clerk.accountId } })
    expect([nameOf(route), bare.json().code]).toEqual([nameOf(route), 'request.id-missing'])
    const foreign = await app.inject({
      ...common,
      headers: {
        authorization: clerk.accountId,
        'x-request-id': randomUUID(),
        origin: 'https://xau.example',
      },
    })
    expect([nameOf(route), foreign.json().code]).toEqual([nameOf(route), 'request.foreign-origin'])
  }
})

/** Records that were made, for all roles: making one takes longer than asking for it. What a role changes stays changed. */
const made = new Map<string, Record<string, string>>()
async function subjectAt(kind: string, place: Place, fresh = false): Promise<Record<string, string>> {
  const key = `${kind} ${place}`
  const known = fresh ? undefined : made.get(key)
  const params = known ?? (await subjects[kind]!.make(world(), places[place]))
  made.set(key, params)
  return params
}

test.each(roles)(
  '%s: every route × {own, sibling, parent, foreign}',
  async (role: Role) => {
    const person = await world().join(places.own, role)
    const wrong: string[] = []
    let cells = 0
    for (const route of world().app.routeTable) {
      if (typeof route.access === 'string') continue
      const { may, subject } = route.access
      if (subject && !subjects[subject])
        throw new Error(`${nameOf(route)}: no subject “${subject}” in tests/access/subjects.ts`)
      if (route.url.includes(':id') && !subject && may.endsWith('.edit')) {
        throw new Error(
          `${nameOf(route)} changes a record but does not say of which kind (config.access.subject)`,
        )
      }
      // Who may not use a route is told so before anything of the request is read, and a route that names no record is
      // the same everywhere.
      const asked =
        subject && mayRole(role, may as Permission) ? (Object.keys(places) as Place[]) : (['own'] as const)
      for (const place of asked) {
        const expected = verdict(role, may as Permission, subject, place)
        const given = subject && asked.length > 1 ? await subjectAt(subject, place) : {}
        let answer = await ask(person, route, given)
        // Another role may have put the record away before this one came.
        if (subject && verdictOf(answer, subject) !== expected)
          answer = await ask(person, route, await subjectAt(subject, place, true))
        cells++
        if (verdictOf(answer, subject) !== expected || answer.status >= 500) {
          wrong.push(
            `${nameOf(route)} in ${place}: expected ${expected}, got ${answer.status} ${JSON.stringify(answer.body).slice(0, 120)}`,
          )
        }
        if (expected !== 'let in' && answer.raw.toString().includes(secretMarker))
          wrong.push(`${nameOf(route)} in ${place} leaks`)
      }
    }
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(100)
  },
  180_000,
)

/** A 404 for something else that the sample message names (a body, an edit) came after the record itself was found. */
function verdictOf(
  answer: { status: number; body: { details?: { what?: string } } },
  subject: string | undefined,
) {
  if (answer.status === 403) return 'forbidden'
  return answer.status === 404 && subject && answer.body.details?.what === subject ? 'unseen' : 'let in'
}

function verdict(role: Role, may: Permission, subject: string | undefined, place: Place) {
  if (!mayRole(role, may)) return 'forbidden'
  if (!subject) return 'let in'
  return subjects[subject]!.seen(role, place) ? 'let in' : 'unseen'
}
