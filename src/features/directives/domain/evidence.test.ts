import { expect, test } from 'vitest'

import { evidenceName, judgeEvidence } from './evidence.ts'

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff)
const zip = (...names: string[]) => bytes(`PK\x03\x04${names.join('....')}`)

test.each([
  ['a PDF', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
  ['a photograph', bytes('\xff\xd8\xff\xe0JFIF'), 'jpeg'],
  ['a screenshot', bytes('\x89PNG\r\n\x1a\n....'), 'png'],
  ['a picture of the web', bytes('RIFF....WEBPVP8 '), 'webp'],
  ['a Word file', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['a spreadsheet', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
  ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
  ['text', new TextEncoder().encode('Đã lập 2 trạm\n'), 'text'],
])('%s is kept', (_, file, kind) => {
  expect(judgeEvidence(file)).toMatchObject({ ok: true, kind })
})

test.each([
  ['nothing', bytes(''), 'rỗng'],
  ['a program of Windows', bytes('MZ\x90\0'), 'chương trình'],
  ['a program of Linux', bytes('\x7fELF\x02'), 'chương trình'],
  ['a script', bytes('#!/bin/sh\nrm -rf /'), 'tập lệnh'],
  ['a drawing with script', bytes('<svg xmlns="x"><script>alert(1)</script></svg>'), 'SVG'],
  ['a drawing behind a declaration', bytes('<?xml version="1.0"?><svg onload="x()"/>'), 'SVG'],
  ['a page behind text', bytes('xin chao <html><script>x()</script>'), 'SVG'],
  ['a page behind a byte order mark', bytes('\xef\xbb\xbf  <!DOCTYPE html>'), 'SVG'],
  [
    'a Word file with macros',
    zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
    'macro',
  ],
  ['an archive', zip('a.exe'), 'nén'],
  ['an archive of Android', zip('AndroidManifest.xml', 'classes.dex'), 'nén'],
  ['an old Word file', bytes('\xd0\xcf\x11\xe0\xa1\xb1'), 'macro'],
  ['a PDF with script', bytes('%PDF-1.7 << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>'), 'PDF'],
  ['a PDF that starts a program', bytes('%PDF-1.7 << /S /Launch /F (cmd.exe) >>'), 'PDF'],
  ['a PDF with a file inside', bytes('%PDF-1.7 << /Type /EmbeddedFile >>'), 'PDF'],
  ['noise', bytes('\x00\x01\x02\x03'), 'không rõ'],
])('%s is refused', (_, file, why) => {
  const verdict = judgeEvidence(file)
  expect(verdict).toMatchObject({ ok: false })
  expect(!verdict.ok && verdict.why).toContain(why)
})

test.each([
  ['anh.jpg', 'jpg', 'anh.jpg'],
  ['anh.JPEG', 'jpg', 'anh.JPEG'],
  ['anh.exe', 'png', 'anh.exe.png'],
  ['so lieu.csv', 'txt', 'so lieu.csv'],
  ['bao cao', 'pdf', 'bao cao.pdf'],
])('%s of kind %s is called %s', (name, extension, expected) => {
  expect(evidenceName(name, extension)).toBe(expected)
})
