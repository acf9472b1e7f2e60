import { expect, test } from 'vitest'

import { parseSearch, stringifySearch } from './search.ts'

test('an address stays readable and comes back as it was', () => {
  const search = { q: 'trạm y tế', page: 2, state: 'late', lead: ['a', 'b'], none: undefined, blank: '' }
  expect(stringifySearch(search)).toBe('?q=tr%E1%BA%A1m+y+t%E1%BA%BF&page=2&state=late&lead=a%2Cb')
  expect(parseSearch(stringifySearch(search))).toEqual({
    q: 'trạm y tế',
    page: '2',
    state: 'late',
    lead: 'a,b',
  })
})

test('nothing to say is no question mark', () => {
  expect(stringifySearch({ page: undefined })).toBe('')
  expect(parseSearch('')).toEqual({})
})
