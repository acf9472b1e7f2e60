import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { isRoot, serverAccount } from './account.ts'
import { installedPrograms, program, type Programs, runnablePrograms } from './programs.ts'
import { scratchFolder } from './testing.ts'

const quiet = () => {}

/** The package as npm leaves it when it runs no install scripts. */
function withoutLinks(): Programs {
  const installed = installedPrograms()
  const native = join(scratchFolder(), 'node_modules', 'native')
  cpSync(installed.native, native, { recursive: true, verbatimSymlinks: true })
  for (const name of readdirSync(join(native, 'lib'))) {
    const path = join(native, 'lib', name)
    if (lstatSync(path).isSymbolicLink()) rmSync(path)
  }
  return { native, version: installed.version }
}

test('library links that no install script made are made at the first start', () => {
  const bare = withoutLinks()
  const copies = join(scratchFolder(), 'programs')
  const runs = runnablePrograms(copies, undefined, quiet, bare)
  expect(runs).toEqual(bare)
  expect(existsSync(copies)).toBe(false)
  const { length } = JSON.parse(readFileSync(join(bare.native, 'pg-symlinks.json'), 'utf8')) as unknown[]
  const links = readdirSync(join(bare.native, 'lib')).filter((name) =>
    lstatSync(join(bare.native, 'lib', name)).isSymbolicLink(),
  )
  expect(links).toHaveLength(length)
})

test('programs in a folder that the server may not enter are copied, once', (context) => {
  context.skip(!isRoot(), 'only root runs the server as somebody else')
  const closed = withoutLinks()
  chmodSync(join(closed.native, '..'), 0o700)
  const data = scratchFolder()
  const account = serverAccount(join(data, 'postgres'), quiet)!
  const said: string[] = []
  const log = (line: string) => said.push(line)
  const copy = runnablePrograms(join(data, 'programs'), account, log, closed)
  expect(copy.native).toBe(join(data, 'programs', closed.version))
  expect(existsSync(program(copy, 'postgres'))).toBe(true)
  expect(runnablePrograms(join(data, 'programs'), account, log, closed)).toEqual(copy)
  expect(said).toHaveLength(1)

  const newer = { ...closed, version: '18.9.0' }
  runnablePrograms(join(data, 'programs'), account, quiet, newer)
  expect(readdirSync(join(data, 'programs'))).toEqual(['18.9.0'])
})

test('a data folder that the server may not enter either is named, with the way out', (context) => {
  context.skip(!isRoot(), 'only root runs the server as somebody else')
  const closed = withoutLinks()
  const outer = join(closed.native, '..')
  chmodSync(outer, 0o700)
  const account = serverAccount(join(outer, 'postgres'), quiet)!
  expect(() => runnablePrograms(join(outer, 'programs'), account, quiet, closed)).toThrow(
    expect.objectContaining({
      code: 'postgres.cannot-run',
      message: expect.stringContaining(`chmod o+x ${outer}`),
    }),
  )
})

test('a platform without a package is told about a server of its own', () => {
  const missing = () => {
    throw new Error('not found')
  }
  expect(() => installedPrograms(missing)).toThrow(
    expect.objectContaining({
      code: 'postgres.no-programs',
      message: expect.stringContaining('DATABASE_URL'),
    }),
  )
})
