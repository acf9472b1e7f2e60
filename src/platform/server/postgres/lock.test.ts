import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { lockFolder, lockHolder } from './lock.ts'
import { birthOf } from './processes.ts'
import { scratchFolder } from './testing.ts'

test('one holder at a time, and it can be given back', () => {
  const path = join(scratchFolder(), 'app.lock')
  const unlock = lockFolder(path)
  expect(lockHolder(path)).toBe(process.pid)
  expect(() => lockFolder(path)).toThrow(expect.objectContaining({ code: 'postgres.in-use' }))
  unlock()
  expect(existsSync(path)).toBe(false)
  lockFolder(path)()
})

test.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, birth: 'x' })],
  ['a process that got the same number', JSON.stringify({ pid: process.pid, birth: 'an earlier life' })],
  ['a process before the machine restarted', JSON.stringify({ pid: 1, birth: 'another-boot/1' })],
  ['a file cut short', '{"pid":'],
  ['an empty file', ''],
])('a lock of %s is taken over', (_, left) => {
  const path = join(scratchFolder(), 'app.lock')
  writeFileSync(path, left)
  expect(lockHolder(path)).toBeUndefined()
  const unlock = lockFolder(path)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ pid: process.pid, birth: birthOf(process.pid) })
  unlock()
})

test('giving back never takes away what another has taken since', () => {
  const path = join(scratchFolder(), 'app.lock')
  const unlock = lockFolder(path)
  writeFileSync(path, 'taken by somebody else')
  unlock()
  expect(readFileSync(path, 'utf8')).toBe('taken by somebody else')
})
