// The directive reader: every document of ../shared/directives when it is there, and the cost per character from 1 KB to 10 MB.
// Figures are ratios, so that they hold on any machine. `node bench/reader.ts` prints them alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readDirective } from '../src/lib/directive-reader/index.ts'
import { sampleNames, sampleText } from '../tests/corpus/samples.ts'
import type { Figure } from './figure.ts'

const root = join(import.meta.dirname, '..')
const shared = join(root, '../shared/directives')

function textsOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
}

/** Microseconds of processor time for one reading, the least of `times`: other work on the machine does not count. */
function cost(text: string, times: number): number {
  let best = Infinity
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage()
    readDirective(text)
    const spent = process.cpuUsage(start)
    best = Math.min(best, spent.user + spent.system)
  }
  return best
}

/** Bodies of documents one after another, up to `size` units, without the recipients that would end the reading. */
function longText(texts: readonly string[], size: number): string {
  const body = texts.map((text) => text.split(/\n\s*N[oơ]i nhận/u)[0] ?? '').join('\n\n')
  return body.repeat(Math.ceil(size / body.length)).slice(0, size)
}

export async function benchReader(): Promise<Figure[]> {
  const own = sampleNames.map(sampleText)
  const real = [...textsOf(shared), ...textsOf(join(shared, 'more'))]
  const texts = real.length > 0 ? real : own
  for (const text of texts) readDirective(text)
  const small = longText(texts, 10_000)
  // Ten pieces of 10 KB from all over the text: one piece alone may be lighter or heavier than the rest.
  const varied = longText(texts, 200_000)
  const pieces = Array.from({ length: 20 }, (_, i) => varied.slice(i * 10_000, (i + 1) * 10_000))
  const base = pieces.reduce((sum, piece) => sum + cost(piece, 3), 0) / 20 / 10_000
  const per = (text: string, times: number): number => cost(text, times) / text.length / base
  const million = longText(texts, 1_000_000)
  const figures: Figure[] = [
    {
      name: 'a document of 1 KB, per character, against 10 KB',
      value: per(small.slice(0, 1000), 20),
      unit: '×',
      most: 3,
    },
    {
      name: '100 KB, per character, against 10 KB',
      value: per(longText(texts, 100_000), 3),
      unit: '×',
      most: 1.3,
    },
    { name: '1 MB, per character, against 10 KB', value: per(million, 2), unit: '×', most: 1.3 },
    {
      name: '10 MB, per character, against 10 KB',
      value: per(longText(texts, 10_000_000), 1),
      unit: '×',
      most: 1.3,
    },
    {
      name: '10 MB in one line, per character, against 10 KB',
      value: per(longText(texts, 10_000_000).replaceAll('\n', ' '), 1),
      unit: '×',
      most: 1.3,
    },
    {
      name: '10 MB of “Giao ”, per character, against 10 KB',
      value: per('Giao '.repeat(2_000_000), 1),
      unit: '×',
      most: 1.3,
    },
  ]
  const characters = real.reduce((sum, text) => sum + text.length, 0)
  if (real.length > 0)
    figures.push({
      name: `${real.length} documents (${Math.round(characters / 1000)} KB), per character, against 10 KB`,
      value: real.reduce((sum, text) => sum + cost(text, 2), 0) / characters / base,
      unit: '×',
      most: 1.5,
    })
  return figures
}

if (process.argv[1] === import.meta.filename)
  for (const figure of await benchReader())
    console.log(`${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}`)
