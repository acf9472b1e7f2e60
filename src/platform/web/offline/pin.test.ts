import { expect, test } from 'vitest'

import { isPin, lockWithPin, unlockWithPin } from './pin.ts'
import { sealWith } from './vault.ts'

const key = Uint8Array.from({ length: 32 }, (_, at) => at)

test('the PIN gives back the key it was locked with; another PIN gives nothing', async () => {
  const lock = await lockWithPin(key, '271945')
  expect(await unlockWithPin(lock, '271945')).toEqual(key)
  expect(await unlockWithPin(lock, '271946')).toBeUndefined()
  expect(await unlockWithPin({ ...lock, salt: new Uint8Array(16) }, '271945')).toBeUndefined()
})

test('the same PIN on two devices does not look the same', async () => {
  const [one, other] = [await lockWithPin(key, '271945'), await lockWithPin(key, '271945')]
  expect(new Uint8Array(one.wrapped.sealed)).not.toEqual(new Uint8Array(other.wrapped.sealed))
})

test('what was sealed opens with the same key only, and not when a byte was changed', async () => {
  const seal = await sealWith(key, true)
  const written = { title: 'Trạm y tế lưu động', beds: 4 }
  const sealed = await seal.seal(written)
  expect(await seal.open(sealed)).toEqual(written)
  const other = await sealWith(
    Uint8Array.from(key, (byte) => byte ^ 1),
    true,
  )
  expect(await other.open(sealed)).toBeUndefined()
  const touched = new Uint8Array(sealed.sealed.slice(0))
  touched[3]! ^= 1
  expect(await seal.open({ ...sealed, sealed: touched.buffer })).toBeUndefined()
})

test.each([
  ['271945', true],
  ['12345', false],
  ['abcdef', false],
  ['', false],
  ['1234567890123', false],
])('“%s” may be a PIN: %s', (text, may) => {
  expect(isPin(text)).toBe(may)
})
