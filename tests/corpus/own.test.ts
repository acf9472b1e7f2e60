// Our own sample directives, in our own words: they always run. What is expected was written down after reading them as an
// official would; the words of targets are left to the measure of corpus.test.ts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { looksLikeDirective, readDirective, type DirectiveReading, type ReadTask } from '../../src/lib/directive-reader/index.ts'
import { sampleNames, sampleText } from './samples.ts'

const folder = join(import.meta.dirname, 'own')

function brief(task: ReadTask): unknown {
  const { section, quote, lead, leadCanonical, directs, coordinate, reportTo, reportVia, deadline, targets, approval } = task
  return {
    section,
    quote,
    lead,
    leadCanonical,
    ...(directs ? { directs } : {}),
    coordinate,
    reportTo,
    ...(reportVia ? { reportVia } : {}),
    deadline: deadline && { kind: deadline.kind, date: deadline.date, start: deadline.start },
    targets: targets.map(({ quantity, comparator, coverage }) => ({ quantity, comparator, coverage })),
    approval: approval?.authority ?? null,
  }
}

test.each(sampleNames)('%s is read as expected', (name) => {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as unknown
  const { document, tasks } = readDirective(sampleText(name))
  expect({ document, tasks: tasks.map(brief) }).toEqual(expected)
})

test('the two samples of the demo province carry every kind of field', () => {
  for (const name of ['binh-duong-ket-luan', 'binh-duong-chi-thi']) {
    const { tasks, document } = readDirective(sampleText(name))
    expect(tasks.length).toBeGreaterThanOrEqual(12)
    expect(tasks.length).toBeLessThanOrEqual(25)
    expect(new Set(tasks.flatMap((t) => (t.deadline ? [t.deadline.kind] : []))).size).toBeGreaterThanOrEqual(4)
    for (const field of ['coordinate', 'reportTo', 'targets', 'directs'] as const)
      expect(tasks.some((t) => (t[field]?.length ?? 0) > 0), field).toBe(true)
    expect(tasks.some((t) => t.approval)).toBe(true)
    expect(document.recipients.length).toBeGreaterThan(6)
    expect([document.number, document.date, document.signer?.name]).not.toContain(null)
  }
})

/** Every extracted value has evidence, and evidence of words shows those words. */
function checkEvidence(reading: DirectiveReading): void {
  const { text, document, tasks, evidence } = reading
  const said = (pointer: string): string => {
    const found = evidence[pointer]
    if (!found) throw new Error(`no evidence for ${pointer}`)
    expect(found.start, pointer).toBeLessThan(found.end)
    expect(found.end, pointer).toBeLessThanOrEqual(text.length)
    expect(found.confidence, pointer).toBeGreaterThan(0)
    expect(found.confidence, pointer).toBeLessThanOrEqual(1)
    // A page number that stands inside the words is no part of them.
    return text
      .slice(found.start, found.end)
      .replace(/\n\s*\d{1,3}\s*\n/gu, ' ')
      .replace(/[\s*]+/gu, ' ')
  }
  for (const field of ['kind', 'number', 'date', 'title', 'issuer', 'meetingDate', 'province', 'signer'] as const)
    if (document[field] !== null) said(`/document/${field}`)
  document.recipients.forEach((_, i) => said(`/document/recipients/${i}`))
  document.references.forEach((r, i) => expect(said(`/document/references/${i}`).replaceAll(' ', '')).toBe(r.number))
  tasks.forEach((task, i) => {
    const at = `/tasks/${i}`
    said(`${at}/quote`)
    task.lead.forEach((lead, k) => expect(said(`${at}/lead/${k}`)).toBe(lead))
    task.leadCanonical.forEach((_, k) => said(`${at}/leadCanonical/${k}`))
    task.coordinate.forEach((one, k) => expect(said(`${at}/coordinate/${k}`)).toBe(one))
    task.reportTo.forEach((one, k) => expect(said(`${at}/reportTo/${k}`)).toBe(one))
    if (task.deadline) expect(said(`${at}/deadline`)).toBe(task.deadline.text)
    task.targets.forEach((target, k) => expect(said(`${at}/targets/${k}`)).toBe(target.text))
    if (task.approval) said(`${at}/approval`)
  })
}

test.each(sampleNames)('%s: every value of it has evidence', (name) => {
  checkEvidence(readDirective(sampleText(name)))
})

test('a decomposed, Windows-lined copy reads the same', () => {
  const text = sampleText('binh-duong-chi-thi')
  const plain = readDirective(text)
  const other = readDirective(text.normalize('NFD').replaceAll('\n', '\r\n').replaceAll(' ngày ', '\u00a0ngày '))
  expect(other.tasks.map((t) => t.quote)).toEqual(plain.tasks.map((t) => t.quote))
  expect(other.tasks.map((t) => t.deadline?.date)).toEqual(plain.tasks.map((t) => t.deadline?.date))
  expect(other.document).toEqual(plain.document)
})

test('what is no directive is told apart', () => {
  expect(looksLikeDirective(readDirective('')).ok).toBe(false)
  expect(looksLikeDirective(readDirective(sampleText('not-a-directive'))).ok).toBe(false)
  expect(looksLikeDirective(readDirective('Giao '.repeat(2000))).ok).toBe(false)
  expect(looksLikeDirective(readDirective(sampleText('cong-van-don-doc'))).ok).toBe(true)
})
