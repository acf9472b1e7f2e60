import { expect, test } from 'vitest'

import { openTurnstile } from './turnstile.ts'

const soon = () => new Promise<void>((go) => setImmediate(go))

test('as much as fits is inside, the others come in the order they came', async () => {
  const gate = openTurnstile({ room: 10, waiting: 10 })
  const came: string[] = []
  const arrive = (name: string, size: number) =>
    gate.enter(size).then((leave) => {
      came.push(name)
      return leave
    })
  const a = arrive('a', 6)
  const b = arrive('b', 6)
  const c = arrive('c', 1) // would fit, but does not overtake: else the large ones never get in
  await soon()
  expect(came).toEqual(['a'])
  const leave = await a
  leave()
  leave() // twice gives no second place
  await Promise.all([b, c])
  expect(came).toEqual(['a', 'b', 'c'])
  void arrive('d', 4)
  await soon()
  expect(came).toEqual(['a', 'b', 'c'])
})

test('what is larger than the room comes in alone', async () => {
  const gate = openTurnstile({ room: 10, waiting: 10 })
  const leave = await gate.enter(60)
  let second = false
  const next = gate.enter(1).then((go) => ((second = true), go))
  await soon()
  expect(second).toBe(false)
  leave()
  await next
  expect(second).toBe(true)
})

test('a place is given back when the work fails, and a line that is too long is refused', async () => {
  const gate = openTurnstile({ room: 1, waiting: 1 })
  await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const leave = await gate.enter()
  const waiting = gate.enter()
  await expect(gate.enter()).rejects.toMatchObject({ code: 'service.busy' })
  leave()
  ;(await waiting)()
})
