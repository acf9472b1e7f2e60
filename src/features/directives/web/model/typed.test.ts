import { expect, test } from 'vitest'

import { typedWords } from './typed.ts'

function memory() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (i: number) => [...items.keys()][i] ?? null,
    get length() {
      return items.size
    },
  }
}

test('words of one person in one document, and of nobody else', () => {
  const disk = memory()
  typedWords(disk, 'an', 'd1').set('t1.deadline', 'trước ngày 3')
  const again = typedWords(disk, 'an', 'd1')
  expect([again.get('t1.deadline'), again.fields()]).toEqual(['trước ngày 3', ['t1.deadline']])
  expect(typedWords(disk, 'binh', 'd1').fields()).toEqual([])
  expect(typedWords(disk, 'an', 'd2').get('t1.deadline')).toBeUndefined()
  again.drop('t1.deadline')
  expect(again.fields()).toEqual([])
})

test('a full device does not stop the typing', () => {
  const disk = {
    ...memory(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  expect(() => typedWords(disk, 'an', 'd1').set('a', 'b')).not.toThrow()
})
