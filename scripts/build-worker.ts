// What makes the pages an app of the device: icons drawn from the mark, and the worker that keeps shell and pages there.
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { createCanvas, loadImage } from '@napi-rs/canvas'
import { build } from 'vite'

/** Androids cut a maskable icon to a circle of four fifths of its width. */
const icons = [
  { name: '180', size: 180, mark: 1, square: true },
  { name: '192', size: 192, mark: 1, square: false },
  { name: '512', size: 512, mark: 1, square: false },
  { name: 'maskable-512', size: 512, mark: 0.72, square: true },
]

export async function drawIcons(root: string): Promise<void> {
  const svg = readFileSync(join(root, 'src/app/web/mark.svg'), 'utf8')
  const ground = /<rect width="32" height="32" rx="5" fill="(#[0-9a-f]{6})"\/>/.exec(svg)
  if (!ground?.[1]) throw new Error('mark.svg no longer begins with its rounded ground')
  mkdirSync(join(root, 'dist/web/icons'), { recursive: true })
  for (const { name, size, mark, square } of icons) {
    const canvas = createCanvas(size, size)
    const pen = canvas.getContext('2d')
    if (square) {
      pen.fillStyle = ground[1]
      pen.fillRect(0, 0, size, size)
    }
    const inner = Math.round(size * mark)
    const drawn = svg.replace('<svg ', `<svg width="${inner}" height="${inner}" `)
    const image = await loadImage(Buffer.from(drawn))
    pen.drawImage(image, (size - inner) / 2, (size - inner) / 2, inner, inner)
    writeFileSync(join(root, `dist/web/icons/${name}.png`), canvas.toBuffer('image/png'))
  }
}

/** The worker knows every file of the build by name; a file without a hash in its name is known by its content. */
export async function buildWorker(root: string): Promise<void> {
  const folder = join(root, 'dist/web')
  // Old browsers' .woff and what only printing or scanning needs would double what a phone downloads.
  const kept = globSync(
    ['index.html', 'manifest.webmanifest', 'icons/192.png', 'assets/**/*.{js,mjs,css,svg,woff2}'],
    {
      cwd: folder,
    },
  ).sort()
  const entries = kept.map((path) => ({
    url: `/${path}`,
    revision: path.startsWith('assets/')
      ? null
      : createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')
          .slice(0, 16),
  }))
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      KEPT_FILES: JSON.stringify(entries),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(root, 'src/platform/web/offline/worker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'sw.js',
      },
    },
  })
}
