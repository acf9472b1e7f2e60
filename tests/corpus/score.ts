// The reader against annotated documents. The annotations hold offsets into the NFC text instead of its sentences, which stay
// out of this repository; with ../shared beside the checkout the quotes are put back and the measure is run.
// `node tests/corpus/score.ts [gold|tune|test]` prints the scores, with `--noise[=part of a name]` those of damaged texts too.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { noises } from './noise.ts'
import { readDirective } from '../../src/lib/directive-reader/index.ts'

const here = import.meta.dirname
export const shared = join(here, '../../../shared')
const measure = join(shared, 'tools/score-directives.mjs')
export const sharedIsThere = existsSync(measure) && existsSync(join(shared, 'directives/gold'))

type Span = [number, number]

interface StoredDeadline {
  at?: Span
  date?: string | null
  kind: string
  start?: string | null
}

interface StoredTask {
  id: string
  section: string
  quote: Span
  lead: Span[]
  coordinate: Span[]
  deadline: StoredDeadline | null
  deadlineAlternatives?: (StoredDeadline | null)[]
  targets: { at: Span; quantity?: number | null }[]
  approval: { authority: Span } | null
  reportTo: Span[]
  parts?: Span[]
}

interface Stored {
  file: string
  document: { signer: Span | null; recipients: Span[]; references: string[] }
  tasks: StoredTask[]
}

export type SetName = 'gold' | 'tune' | 'test'

export interface Scores {
  total: Record<string, number>
  errors: Record<string, number>
}

/** An annotation with its quotes put back, in the shape of the gold files. */
export function rebuild(stored: Stored, text: string): unknown {
  const said = ([start, end]: Span): string => text.slice(start, end).replace(/\s+/gu, ' ')
  const deadline = (d: StoredDeadline | null): unknown => d && { ...d, text: d.at ? said(d.at) : '' }
  return {
    document: {
      ...stored.document,
      signer: stored.document.signer && { name: said(stored.document.signer) },
      recipients: stored.document.recipients.map((r) => said(r).replace(/[;,.]$/u, '')),
      references: stored.document.references.map((number) => ({ number })),
    },
    tasks: stored.tasks.map((task) => ({
      ...task,
      quote: said(task.quote),
      lead: task.lead.map(said),
      coordinate: task.coordinate.map(said),
      reportTo: task.reportTo.map(said),
      deadline: deadline(task.deadline),
      ...(task.deadlineAlternatives ? { deadlineAlternatives: task.deadlineAlternatives.map(deadline) } : {}),
      targets: task.targets.map(({ at, ...rest }) => ({ ...rest, text: said(at) })),
      approval: task.approval && { authority: said(task.approval.authority) },
      ...(task.parts ? { parts: task.parts.map(said) } : {}),
    })),
  }
}

function goldPairs(): { id: string; file: string; gold: unknown }[] {
  const folder = join(shared, 'directives')
  const texts = readdirSync(folder)
  return readdirSync(join(folder, 'gold')).map((name) => {
    const id = name.replace('.json', '')
    const file = texts.find((text) => text.startsWith(`${id}_`) || text.startsWith(`${id}-`)) ?? ''
    return { id, file, gold: JSON.parse(readFileSync(join(folder, 'gold', name), 'utf8')) as unknown }
  })
}

function storedPairs(set: 'tune' | 'test'): { id: string; file: string; gold: unknown }[] {
  const split = JSON.parse(readFileSync(join(here, 'split.json'), 'utf8')) as Record<'tune' | 'test', string[]>
  return split[set].map((id) => {
    const stored = JSON.parse(readFileSync(join(here, 'annotations', `${id}.json`), 'utf8')) as Stored
    const text = readFileSync(join(shared, 'directives', stored.file), 'utf8').normalize('NFC')
    return { id, file: stored.file, gold: rebuild(stored, text) }
  })
}

/**
 * Reads every document of a set and measures the readings; needs ../shared. `change` damages the text before it is read, the
 * annotation stays that of the clean text.
 */
export function scoreSet(set: SetName, change: (text: string) => string = (text) => text): Scores {
  const work = mkdtempSync(join(tmpdir(), 'phaodai-corpus-'))
  try {
    const pairs = (set === 'gold' ? goldPairs() : storedPairs(set)).flatMap(({ id, file, gold }) => {
      const reading = readDirective(change(readFileSync(join(shared, 'directives', file), 'utf8')))
      const files = [join(work, `${id}.gold.json`), join(work, `${id}.reading.json`)] as const
      writeFileSync(files[0], JSON.stringify(gold))
      writeFileSync(files[1], JSON.stringify(reading))
      return files
    })
    return JSON.parse(execFileSync(process.execPath, [measure, ...pairs, '--json'], { encoding: 'utf8' })) as Scores
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const measured = ['tasks', 'lead', 'deadline', 'target', 'recipients', 'references', 'meta']

/** Errors of a set under each noise, field by field, as the sum over three seeds. */
function printNoise(sets: readonly SetName[], part: string): void {
  for (const [name, change] of Object.entries(noises)) {
    if (!name.includes(part)) continue
    const row = sets.map((set) => {
      const runs = [1, 2].map((seed) => scoreSet(set, (text) => change(text, seed * 7919)))
      const mean = (field: string): string =>
        (runs.reduce((sum, run) => sum + (run.total[field] ?? 0), 0) / runs.length).toFixed(3).slice(1)
      return `${set} ${measured.map((field) => `${field} ${mean(field).replace('.000', '1.00')}`).join(' ')}`
    })
    console.log(`${name}\n  ${row.join('\n  ')}`)
  }
}

if (process.argv[1] === import.meta.filename) {
  if (!sharedIsThere) throw new Error(`the documents are not there: ${shared}`)
  const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--')) as SetName[]
  const sets: SetName[] = asked.length > 0 ? asked : ['gold', 'tune', 'test']
  for (const set of sets) {
    const { total, errors } = scoreSet(set)
    console.log(set, JSON.stringify(total))
    console.log('  errors', JSON.stringify(errors))
  }
  const noise = process.argv.find((arg) => arg.startsWith('--noise'))
  if (noise !== undefined) printNoise(sets, noise.split('=')[1] ?? '')
}
