// Builds the pages into dist/web. With --if-needed only when something they are made of has changed since.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import { build } from 'vite'

import { buildWorker, drawIcons } from './build-worker.ts'

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
/** Once here rather than on every request: phones on bad networks get the small one. */
function compress(path: string) {
  const bytes = readFileSync(path)
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
}

const built =
  existsSync(join(root, 'dist', 'web', 'index.html')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === now
if (!(built && process.argv.includes('--if-needed'))) {
  console.log('▸ dựng trang web / building the pages')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  await drawIcons(root)
  await buildWorker(root)
  for (const path of globSync('dist/web/{assets/**/*.{js,css,svg},sw.js}', { cwd: root }))
    compress(join(root, path))
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
}
