import { expect, test } from 'vitest'

import type { KindWords } from './kind.ts'
import { composeMail } from './mail.ts'

const kind = (key: string): KindWords => ({
  key,
  title: { vi: `Loại ${key}`, en: key },
  say: (facts) => ({ vi: `${Number(facts.n)} việc`, en: '' }),
  sayMany: (count) => ({ vi: `${count} lần`, en: '' }),
  link: (subject) => `/${key}/${subject.id}`,
  listLink: `/${key}`,
  mail: 'now',
  daily: false,
})
const item = (key: string, id: string, n = 1) => ({ kind: key, subject: { kind: 'x', id }, facts: { n } })

test('one notice leads to its own page and names its kind in the subject', () => {
  const mail = composeMail([item('a', '7', 3)], [kind('a'), kind('b')], 'https://tinh.example')
  expect(mail.subject).toBe('Pháo Đài: Loại a')
  expect(mail.text).toContain('- Loại a: 3 việc\n  https://tinh.example/a/7')
  expect(mail.text).not.toContain('Loại b')
})

test('ten thousand of one kind are one line, several kinds one mail', () => {
  const storm = Array.from({ length: 10_000 }, (_, at) => item('a', String(at)))
  const mail = composeMail([...storm, item('b', '1')], [kind('a'), kind('b')], '')
  expect(mail.subject).toBe('Pháo Đài: 2 loại thông báo mới')
  expect(mail.text).toContain('- Loại a: 10000 lần\n  /a\n')
  expect(mail.text.length).toBeLessThan(600)
})

test('a kind that is no longer listed is left out rather than said wrong', () => {
  expect(composeMail([item('gone', '1')], [kind('a')], '').text).not.toContain('gone')
})
