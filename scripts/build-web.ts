// Builds the pages into dist/web. With --if-needed only when something they are made of has changed since.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', 'web.inputs')

/** Everything the pages can be made of: all sources but the servers' and the tests. */
function inputs(): string {
  const files = globSync(['src/**/*', 'index.html', 'vite.config.ts', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/server/') && !path.endsWith('.test.ts'))
    .sort()
  const hash = createHash('sha256')
  for (const path of files) hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

const now = inputs()
const built =
  existsSync(join(root, 'dist', 'web', 'index.html')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === now
if (!(built && process.argv.includes('--if-needed'))) {
  console.log('▸ dựng trang web / building the pages')
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
}
