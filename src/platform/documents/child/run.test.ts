import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { photographedPage, wordDirective } from '#tests/fixtures/documents/make.ts'

import { childArguments, childEnvironment, type Limits, runChild } from './run.ts'
import { takeTurn } from './turns.ts'

const read = async (bytes: Uint8Array, limits: Limits, signal?: AbortSignal) =>
  runChild(bytes, { work: 'extract', donePages: [] }, async () => undefined, signal, limits).then(
    (report) => report.say,
    (error: { code: string }) => error.code,
  )

test('a page that takes too long, a file that takes too long and one that takes too much memory are given up', async () => {
  const picture = photographedPage(['Một trang giấy']).toBuffer('image/png')
  expect(await read(picture, { pageMs: 30 })).toBe('document.timeout')
  expect(await read(picture, { totalMs: 30 })).toBe('document.timeout')
  if (process.platform === 'linux') expect(await read(picture, { residentMb: 60 })).toBe('document.too-heavy')
  expect(await read(await wordDirective(), {})).toBe('extracted')
})

test('stopping works at any moment, also before the child has started and while it waits in line', async () => {
  const bytes = await wordDirective()
  expect(await read(bytes, {}, AbortSignal.abort())).toBe('document.cancelled')
  const stop = new AbortController()
  const three = [1, 2, 3].map(() => read(bytes, {}, stop.signal))
  stop.abort()
  expect(await Promise.all(three)).toEqual(['document.cancelled', 'document.cancelled', 'document.cancelled'])
})

test('an error while storing a page ends the reading with that error', async () => {
  const failing = runChild(
    await wordDirective(),
    { work: 'extract', donePages: [] },
    async () => Promise.reject(new Error('disk full')),
    undefined,
  )
  await expect(failing).rejects.toThrow('disk full')
})

test('places in line are handed on in order and never lost', async () => {
  const order: string[] = []
  const leaveA = await takeTurn(1)
  const b = takeTurn(1).then((leave) => (order.push('b'), leave))
  const gone = new AbortController()
  const c = takeTurn(1, gone.signal).catch(() => order.push('c gave up'))
  const d = takeTurn(1).then((leave) => (order.push('d'), leave))
  gone.abort()
  leaveA()
  leaveA()
  ;(await b)()
  ;(await d)()
  await c
  const again = await takeTurn(1)
  again()
  expect(order).toEqual(['c gave up', 'b', 'd'])
})

test('the process that opens foreign files cannot write, start programs, read elsewhere or see our environment', () => {
  const attempts = {
    write: "require('fs').writeFileSync('/tmp/x', 'x')",
    writeHere: "require('fs').writeFileSync('package.json', 'x')",
    start: "require('child_process').execSync('id')",
    read: "require('fs').readFileSync('/etc/hostname')",
    environment: "if (process.env.PATH === undefined) throw new Error('empty')",
  }
  const script = `const told = {}; for (const [name, code] of Object.entries(${JSON.stringify(attempts)})) {
    try { new Function('require', code)(require); told[name] = 'done' } catch (error) { told[name] = error.code ?? error.message } }
    console.log(JSON.stringify(told))`
  const told = execFileSync(process.execPath, [...childArguments, '-e', script], {
    env: childEnvironment,
    encoding: 'utf8',
  })
  expect(JSON.parse(told)).toEqual({
    write: 'ERR_ACCESS_DENIED',
    writeHere: 'ERR_ACCESS_DENIED',
    start: 'ERR_ACCESS_DENIED',
    read: 'ERR_ACCESS_DENIED',
    environment: 'empty',
  })
})
