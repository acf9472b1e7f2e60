import { expect, test } from 'vitest'

import { today } from '#platform/web/clock.ts'
import { actGroups, acts } from './acts.ts'
import { byDay, factsOf, nextBefore, reasonOf, sentenceOf, shortRoot } from './entry.ts'

const said = (action: string, details: Record<string, unknown> = {}) => sentenceOf({ action, details }, 'vi')

test('acts are said in sentences with what identifies them', () => {
  expect([
    said('account.created', { username: 'hantt', office: 'Chuyên viên Sở Y tế' }),
    said('account.created', { username: 'hantt', from: 'command line' }),
    said('account.disabled', { reason: 'Nghỉ việc', sessionsEnded: 2 }),
    said('account.disabled', { reason: 'Nghỉ việc', sessionsEnded: 0, username: 'hantt' }),
    said('account.password-reset', { username: 'hantt' }),
    said('office.given', { title: 'Trực chỉ huy', role: 'duty-officer' }),
    said('directive.received', { file: 'Thông báo 240.docx', size: 3 }),
    said('directive.issued', { number: '240-TB/TU', tasks: 31, recipients: 12 }),
    said('body.renamed', { from: 'Sở Y tế', to: 'Sở Y tế tỉnh' }),
    said('auth_sessions.insert', { changed: [], ip: '10.0.0.1' }),
    said('task.extension-granted', {}),
  ]).toEqual([
    'Lập tài khoản hantt, chức danh Chuyên viên Sở Y tế',
    'Lập tài khoản hantt',
    'Khóa tài khoản (2 phiên kết thúc)',
    'Khóa tài khoản hantt',
    'Đặt lại mật khẩu của tài khoản hantt',
    'Giao chức danh Trực chỉ huy',
    'Đưa văn bản vào hệ thống “Thông báo 240.docx”',
    'Phát hành văn bản 240-TB/TU (31 nhiệm vụ)',
    'Đổi tên cơ quan Sở Y tế thành Sở Y tế tỉnh',
    'Đăng nhập',
    'Cho gia hạn',
  ])
})

test('a code that is not known is shown as it is, whatever it is called', () => {
  expect(said('zone.declared', { level: 'red' })).toBe('zone.declared')
  expect(said('constructor')).toBe('constructor')
  expect(said('toString')).toBe('toString')
})

test('every sentence also stands without any facts, in both languages', () => {
  for (const action of Object.keys(acts)) {
    for (const language of ['vi', 'en'] as const) {
      const text = sentenceOf({ action, details: {} }, language)
      expect(text, action).not.toBe(action)
      expect(text, action).toBe(text.trim())
      expect(text, action).not.toMatch(/undefined|null|[,:(“]$/)
    }
  }
})

test('every known act is found by one filter, except what is done once at installation', () => {
  const found = Object.keys(acts).map(
    (action) => `${action}: ${actGroups.filter((group) => action.startsWith(group.prefix)).length}`,
  )
  expect(found.filter((line) => !line.endsWith(': 1'))).toEqual(['installation.demo-loaded: 0'])
})

test('facts are listed without what is empty and without the reason, which stands by itself', () => {
  const entry = {
    details: {
      reason: 'Nghỉ việc',
      role: 'leader',
      validTo: null,
      note: '',
      tasks: ['a', 'b'],
      none: [],
      sessionsEnded: 0,
      long: 'x'.repeat(400),
    },
  }
  expect(factsOf(entry)).toEqual([
    { name: 'role', value: 'leader' },
    { name: 'tasks', value: '["a","b"]' },
    { name: 'sessionsEnded', value: '0' },
    { name: 'long', value: `${'x'.repeat(300)}…` },
  ])
  expect(reasonOf(entry)).toBe('Nghỉ việc')
  expect(reasonOf({ details: {} })).toBe('')
  expect(reasonOf({ details: { reason: 'x'.repeat(500) } })).toHaveLength(500)
})

test('the day changes at midnight in Việt Nam, not in Greenwich', () => {
  const entries = ['2021-09-16T17:00:00Z', '2021-09-16T16:59:59Z', '2021-09-15T20:00:00Z'].map((at) => ({
    at,
  }))
  const days = byDay(entries, (at) => today(new Date(at)))
  expect(days.map((group) => `${group.day}: ${group.entries.length}`)).toEqual([
    '2021-09-17: 1',
    '2021-09-16: 2',
  ])
  expect(byDay([], () => '')).toEqual([])
})

test('the log goes on below the last id until a part comes back short', () => {
  const rows = [{ id: 9 }, { id: 7 }] as never
  expect(nextBefore({ rows }, 2)).toBe(7)
  expect(nextBefore({ rows }, 50)).toBeUndefined()
  expect(nextBefore({ rows: [] }, 50)).toBeUndefined()
})

test('a root is shortened to what the eye can compare', () => {
  expect(shortRoot('0123456789abcdef0123456789abcdef')).toBe('01234567…abcdef')
  expect(shortRoot('0123')).toBe('0123')
})
