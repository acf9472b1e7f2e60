import { expect, test } from 'vitest'

import { Username } from '../../domain/index.ts'
import { proposedTitle, proposedUsername } from './proposals.ts'

const names: [name: string, username: string][] = [
  ['Nguyễn Thị Thu Hà', 'hantt'],
  ['  Đỗ   Thành Công ', 'congdt'],
  ['Trần Quốc Bảo'.normalize('NFD'), 'baotq'],
  ["H'Hen Niê", 'niehh'],
  ['Vũ Ý', 'y.vu'],
  ['Lê An', 'anl'],
  ['Hà', ''],
  ['', ''],
  ['***', ''],
]

test.each(names)('%s → %s', (name, username) => {
  expect(proposedUsername(name)).toBe(username)
  if (username) expect(Username.safeParse(username).success).toBe(true)
})

test('a very long name stays within what the server takes', () => {
  const proposal = proposedUsername(`${'Tên '.repeat(120)}${'dài'.repeat(40)}`)
  expect(proposal).toHaveLength(60)
  expect(Username.safeParse(proposal).success).toBe(true)
})

test('a title is proposed once role and body are known, and not before', () => {
  expect(proposedTitle('body-officer', 'Sở Y tế')).toBe('Chuyên viên Sở Y tế')
  expect(proposedTitle('auditor', 'Thanh tra tỉnh')).toBe('Thanh tra viên')
  expect(proposedTitle('', 'Sở Y tế')).toBe('')
  expect(proposedTitle('leader', undefined)).toBe('')
  expect(proposedTitle('leader', 'x'.repeat(300))).toHaveLength(200)
})
