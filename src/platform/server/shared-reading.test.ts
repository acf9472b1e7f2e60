import { expect, test } from 'vitest'

import type { Actor } from './actor.ts'
import type { Database, Db } from './db.ts'
import { sharedReading } from './shared-reading.ts'

const db = { transaction: (work: (tx: Db) => unknown) => work({ run: async () => {} } as never) } as Database
const who = (more: Partial<Actor> = {}) =>
  ({
    accountId: 'a',
    officeId: 'o',
    role: 'leader',
    scopes: ['v2021.p74'],
    permissions: new Set(['x']),
    ...more,
  }) as Actor

/** Answers how often it has begun, once it is let go. */
function slow() {
  let begun = 0
  const letGo: (() => void)[] = []
  const work = () => {
    const mine = ++begun
    return new Promise<number>((resolve) => letGo.push(() => resolve(mine)))
  }
  const step = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    letGo.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { work, step, begun: () => begun }
}

test('a hundred who ask meanwhile get one answer, and it begins after they asked', async () => {
  const read = sharedReading(db)
  const { work, step, begun } = slow()
  const first = read(who(), 'q', work)
  const later = Array.from({ length: 100 }, () => read(who(), 'q', work))
  await step()
  expect(await first).toBe(1)
  await step()
  expect(new Set(await Promise.all(later))).toEqual(new Set([2]))
  expect(begun()).toBe(2)
  const after = read(who(), 'q', work)
  await step()
  expect(await after).toBe(3)
})

test('another question, person, office, place or right is another answer', async () => {
  const read = sharedReading(db)
  const { work, step, begun } = slow()
  const asked = [
    read(who(), 'q', work),
    read(who(), 'q2', work),
    read(who({ accountId: 'b' }), 'q', work),
    read(who({ officeId: 'p' }), 'q', work),
    read(who({ role: 'clerk' }), 'q', work),
    read(who({ scopes: ['v2021.p74.d725'] }), 'q', work),
    read(who({ permissions: new Set() }), 'q', work),
  ]
  for (const _ of asked) await step()
  await Promise.all(asked)
  expect(begun()).toBe(asked.length)
})

test('a failure is told to those who waited for it, and the next answer is made', async () => {
  const read = sharedReading(db)
  const first = read(who(), 'q', () => Promise.reject(new Error('gone')))
  const second = read(who(), 'q', async () => 'here')
  await expect(first).rejects.toThrow('gone')
  expect(await second).toBe('here')
})
