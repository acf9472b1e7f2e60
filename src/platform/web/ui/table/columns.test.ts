import { expect, test } from 'vitest'

import { type Column, shownColumns } from './columns.ts'
import { parseSort, sortText } from './use-table-state.ts'

const columns: Column<object>[] = [
  { id: 'number', label: 'Mục', cell: () => '', always: true },
  { id: 'lead', label: 'Chủ trì', cell: () => '' },
  { id: 'note', label: 'Ghi chú', cell: () => '', hiddenAtFirst: true },
]
const shown = (chosen?: string[]) => shownColumns(columns, chosen).map((column) => column.id)

test('at first, then as chosen, and never without what must stay', () => {
  expect(shown()).toEqual(['number', 'lead'])
  expect(shown(['note'])).toEqual(['number', 'note'])
  expect(shown([])).toEqual(['number'])
  expect(shown(['gone'])).toEqual(['number'])
})

test.each(['dueOn', '-dueOn'])('the order %s is read as it was written', (text) => {
  const sort = parseSort(text)
  expect(sort && sortText(sort)).toBe(text)
})

test('no order is none', () => {
  expect(parseSort('')).toBeUndefined()
  expect(parseSort(undefined)).toBeUndefined()
})
