import { expect, test } from 'vitest'

import { type FileKind, fileKinds, judgeFile } from './index.ts'

const all = Object.keys(fileKinds) as FileKind[]
const kindOf = (bytes: Uint8Array) => {
  const verdict = judgeFile(bytes, all)
  return verdict.ok ? verdict.mediaType : undefined
}

const text = (words: string) => new TextEncoder().encode(words)
const hex = (digits: string, rest = '') => Buffer.concat([Buffer.from(digits, 'hex'), Buffer.from(rest)])

test.each([
  ['a photo', hex('ffd8ffe0'), 'image/jpeg'],
  ['a screenshot', hex('89504e470d0a1a0a'), 'image/png'],
  ['a scan', text('%PDF-1.7'), 'application/pdf'],
  ['a video of a phone', hex('00000018', 'ftypmp42'), 'video/mp4'],
  ['a photograph of another phone', hex('00000018', 'ftypheic'), 'image/heic'],
  ['a recorded call', hex('0000001c', 'ftypM4A '), 'audio/mp4'],
  ['a note', text('Ba hộ thiếu gạo ở khu phố 2'), 'text/plain'],
  [
    'a Word file',
    text('PK\u0003\u0004[Content_Types].xml word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'a drawing',
    text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
    'image/svg+xml',
  ],
])('%s is taken in', (_, bytes, kind) => {
  expect(kindOf(bytes)).toBe(kind)
})

test.each([
  ['a Windows program', text('MZ\u0090\u0000\u0003')],
  ['a Linux program', hex('7f454c46')],
  ['a shell script', text('#!/bin/sh\nrm -rf /')],
  ['a batch file', text('@echo off')],
  ['a page', text('<!doctype html><script>1</script>')],
  ['a drawing with a script', text('<svg><script>alert(1)</script></svg>')],
  ['a drawing with a handler', text('<svg onload = "alert(1)">')],
  ['a drawing with a link that runs', text('<svg><a href="JavaScript:alert(1)"/></svg>')],
  ['a drawing with a link hidden in numbers', text('<svg><a href="&#106;avascript:alert(1)"/></svg>')],
  ['a drawing with a link across lines', text('<svg><a href="java\nscript:alert(1)"/></svg>')],
  ['a drawing with a style sheet', text('<?xml-stylesheet href="x.xsl"?><svg/>')],
  ['a drawing with entities', text('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')],
  ['a Word file with macros', text('PK\u0003\u0004[Content_Types].xml word/vbaProject.bin')],
  ['an archive', text('PK\u0003\u0004virus.exe')],
  ['nothing', text('')],
  ['unknown bytes', hex('d0cf11e0a1b11ae1')],
])('%s is refused', (_, bytes) => {
  expect(kindOf(bytes)).toBeUndefined()
})

test('a kind that is not taken here is refused, whatever else takes it', () => {
  expect(judgeFile(hex('00000018', 'ftypmp42'), ['pdf', 'jpeg'])).toEqual({
    ok: false,
    why: 'loại tệp không nhận ở đây',
  })
  expect(judgeFile(text('<svg><path d="M0 0"/></svg>'), ['pdf'])).toMatchObject({ ok: false })
  expect(judgeFile(text('<svg>' + ' '.repeat(2_000_001) + '</svg>'), ['svg'])).toMatchObject({ ok: false })
})
