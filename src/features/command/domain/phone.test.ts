import { expect, test } from 'vitest'

import { maskName, Phone } from './phone.ts'

test.each([
  ['0912 345 678', '0912345678'],
  ['(0274) 3.822-115', '02743822115'],
  ['+84 912 345 678', '+84912345678'],
  ['115115', '115115'],
])('%s is kept as %s', (typed, kept) => {
  expect(Phone.parse(typed)).toBe(kept)
})

test.each(['', '12345', 'gọi 0912345678', '+', '0912345678; drop', '1'.repeat(16)])(
  '%j is no number',
  (typed) => {
    expect(Phone.safeParse(typed).success).toBe(false)
  },
)

test('a list shows no family name', () => {
  expect(maskName('Nguyễn Thị Hoa')).toBe('N… T… Hoa')
  expect([maskName(null), maskName('Hoa')]).toEqual([null, 'Hoa'])
})
