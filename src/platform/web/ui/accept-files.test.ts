import { expect, test } from 'vitest'

import { acceptFiles } from './accept-files.ts'

const rules = { accept: ['.docx', '.pdf'], maxBytes: 100, multiple: true }

test('takes what fits, whatever the case of its ending', () => {
  const files = [
    { name: 'a.docx', size: 1 },
    { name: 'B.PDF', size: 100 },
  ]
  expect(acceptFiles(files, rules)).toEqual({ accepted: files, refused: [] })
})

test('names what it refuses, with the reason, and still takes the rest', () => {
  const good = { name: 'a.pdf', size: 9 }
  const files = [
    { name: 'x.exe', size: 9 },
    { name: 'a.docx.exe', size: 9 },
    { name: 'e.pdf', size: 0 },
    { name: 'b.pdf', size: 101 },
    good,
  ]
  expect(acceptFiles(files, rules)).toEqual({
    accepted: [good],
    refused: [
      { why: 'kind', name: 'x.exe' },
      { why: 'kind', name: 'a.docx.exe' },
      { why: 'empty', name: 'e.pdf' },
      { why: 'size', name: 'b.pdf', bytes: 101 },
    ],
  })
})

test('where one is asked for, the first good one is taken and the rest is said once', () => {
  const files = ['x.exe', 'a.pdf', 'b.pdf', 'c.pdf'].map((name) => ({ name, size: 9 }))
  const { accepted, refused } = acceptFiles(files, { ...rules, multiple: false })
  expect(accepted.map((file) => file.name)).toEqual(['a.pdf'])
  expect(refused).toEqual([{ why: 'kind', name: 'x.exe' }, { why: 'count' }])
})
