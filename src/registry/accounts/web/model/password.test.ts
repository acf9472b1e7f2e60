import { expect, test } from 'vitest'

import { Password } from '../../domain/index.ts'
import { firstPassword } from './password.ts'

test('a first password is one the server takes, readable aloud, and never the same', () => {
  const made = Array.from({ length: 500 }, () => firstPassword())
  for (const password of made) {
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
    expect(Password.safeParse(password).success).toBe(true)
  }
  expect(new Set(made).size).toBe(made.length)
})

test('every letter comes up about as often as any other', () => {
  const counts = new Map<string, number>()
  for (let i = 0; i < 4000; i++)
    for (const letter of firstPassword().replaceAll('-', ''))
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const expected = (4000 * 16) / 31
  expect(counts.size).toBe(31)
  for (const count of counts.values()) expect(Math.abs(count - expected) / expected).toBeLessThan(0.15)
})

test('bytes with fixed bits and bytes beyond the last multiple of 31 are not used', () => {
  // ff is refused, and 40 and 80 stand where an id always has them: only twelve bytes of the second id are left.
  const ids = ['ffffffff-ffff-4000-8000-ffffffffffff', '00010203-0405-40ff-80ff-060708090a0b']
  let asked = 0
  const password = firstPassword(() => ids[Math.min(asked++, 1)]!)
  expect(asked).toBe(3)
  expect(password).toBe('aaab-cdef-ghjk-mnab')
})
