// The same directive as it arrives from mail, PDF, a Mac or a scanner: whatever happened to its line ends, spaces and bullets,
// the register must give the same leads and deadlines task for task, and quotes of the same words.

import { expect, test } from 'vitest'

import { paged, wrapped } from './noise.ts'
import { readDirective } from '../../src/lib/directive-reader/index.ts'
import { sampleText } from './samples.ts'

const samples = ['binh-duong-ket-luan', 'binh-duong-chi-thi', 'cong-van-don-doc']

const variants: Record<string, (text: string) => string> = {
  'wrapped at 70': (text) => wrapped(text, 70).join('\n'),
  'wrapped at 90': (text) => wrapped(text, 90).join('\n'),
  'wrapped, an empty line behind every line': (text) => wrapped(text, 80).join('\n\n'),
  'decomposed letters': (text) => text.normalize('NFD'),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'no empty lines': (text) => text.replace(/\n{2,}/gu, '\n'),
  'spaces that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'soft hyphens': (text) => text.replace(/(\p{L}{3})(?=\p{L}{2})/gu, '$1\u00ad'),
  'long dashes': (text) => text.replaceAll(' - ', ' — '),
  'bullets of Word': (text) => text.replace(/^[-–] /gmu, '\uf0b7 '),
  'page numbers': (text) => paged(wrapped(text, 85), 30, (page) => ['', `- ${page + 1} -`, '']),
  'running heads': (text) =>
    paged(wrapped(text, 85), 30, (page) => ['', `${page + 1}`, '\fCổng thông tin điện tử', '']),
}

// Four broken lines are too few to tell a letter with an empty line behind each from one of very short paragraphs.
const cases = samples
  .flatMap((sample) => Object.keys(variants).map((variant) => [sample, variant] as const))
  .filter(([sample, variant]) => sample !== 'cong-van-don-doc' || !variant.startsWith('wrapped, an empty'))

function register(text: string): unknown {
  const { document, tasks } = readDirective(text)
  return {
    head: [document.kind, document.number, document.date, document.signer?.name],
    tasks: tasks.map(({ section, quote, leadCanonical, deadline }) => ({
      section,
      words: quote.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(),
      leads: leadCanonical,
      deadline: deadline && [deadline.kind, deadline.date, deadline.start],
    })),
  }
}

test.each(cases)('%s gives the same register with %s',
  (sample, variant) => {
    const text = sampleText(sample)
    const changed = variants[variant]?.(text) ?? ''
    expect(changed).not.toBe('')
    const read = register(text) as { tasks: unknown[] }
    expect(read.tasks.length).toBeGreaterThan(3)
    expect(register(changed)).toEqual(read)
  },
)
