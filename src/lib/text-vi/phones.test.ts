import { expect, test } from 'vitest'

import { isMaskedPhone, maskPhone, normalisePhone, spacedPhone } from './phones.ts'

test.each([
  ['0912345678', '0912345678'],
  ['0912 345 678', '0912345678'],
  ['0912.345.678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['912345678', '0912345678'], // a spreadsheet dropped the 0
  ['(0274) 382 1234', '02743821234'],
])('“%s” is a number: %s', (text, phone) => {
  expect(normalisePhone(text)).toBe(phone)
})

test.each(['', '113', '0012345678', '091234567890', '09123abc78', '212345678', '+1 912 345 678'])(
  '“%s” is none',
  (text) => {
    expect(normalisePhone(text)).toBeNull()
  },
)

test.each([
  ['0912345123', '09xx xxx 123'],
  ['+84912345123', '09xx xxx 123'],
  ['115115', 'xx xxx 115'],
  ['+12025550123', 'xx xxx 123'],
])('%s is shown as %s, which is no number any more', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
  expect(isMaskedPhone(masked)).toBe(true)
  expect(normalisePhone(masked)).toBeNull()
  expect(isMaskedPhone(phone)).toBe(false)
})

test('read out in groups', () => {
  expect(spacedPhone('0912345678')).toBe('0912 345 678')
})
