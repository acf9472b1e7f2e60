import { expect, test } from 'vitest'

import { expandUnitQuery, foldName, searchText, shortUnitName, splitUnitName } from './names.ts'

/** What the store does: every word must stand at the beginning of a word of the unit. */
const finds = (query: string, kind: string, name: string) =>
  expandUnitQuery(query).every((word) => searchText(kind, name).includes(` ${word}`))

test.each([
  ['thu dau mot', 'Thành phố', 'Thành phố Thủ Dầu Một'],
  ['TP. Thủ Dầu Một', 'Thành phố', 'Thành phố Thủ Dầu Một'],
  ['tp TDM', 'Thành phố', 'Thành phố Thủ Dầu Một'],
  ['dau mot thu', 'Thành phố', 'Thành phố Thủ Dầu Một'],
  ['TX. Bến Cát', 'Thị xã', 'Thị xã Bến Cát'],
  ['h. bau bang', 'Huyện', 'Huyện Bàu Bàng'],
  ['P. Phú Cường', 'Phường', 'Phường Phú Cường'],
  ['P1', 'Phường', 'Phường 1'],
  ['p.01', 'Phường', 'Phường 1'],
  ['tt lai uyen', 'Thị trấn', 'Thị trấn Lai Uyên'],
  ['đôn xuân', 'Xã', 'Xã Đôn Xuân'],
  ['TPHCM', 'Thành phố', 'Thành phố Hồ Chí Minh'],
  ['tp hcm', 'Thành phố', 'Thành phố Hồ Chí Minh'],
  ['khanh hoa', 'Tỉnh', 'Tỉnh Khánh Hoà'],
  ['mdrak', 'Xã', "Xã M'Drắk"],
  ['p', 'Phường', 'Phường Phú Cường'],
])('"%s" finds %s %s', (query, kind, name) => {
  expect(finds(query, kind, name)).toBe(true)
})

test.each([
  ['au mot', 'Thành phố', 'Thành phố Thủ Dầu Một'],
  ['tx thu dau mot', 'Thành phố', 'Thành phố Thủ Dầu Một'],
  ['P2', 'Phường', 'Phường 1'],
  ['dĩ an x', 'Thành phố', 'Thành phố Dĩ An'],
])('"%s" does not find %s %s', (query, kind, name) => {
  expect(finds(query, kind, name)).toBe(false)
})

test('both spellings of a tone mark, both Unicode forms and đ fold to one', () => {
  expect(foldName('Khánh Hoà')).toBe(foldName('Khánh Hòa'))
  expect(foldName('Đông Hòa'.normalize('NFD'))).toBe('dong hoa')
})

test('a name is parted by its level', () => {
  expect(splitUnitName('commune', 'Thị trấn Lai Uyên')).toEqual({ kind: 'Thị trấn', proper: 'Lai Uyên' })
  expect(splitUnitName('district', 'Thị xã Bến Cát')).toEqual({ kind: 'Thị xã', proper: 'Bến Cát' })
  expect(splitUnitName('commune', 'Thị xã Bến Cát')).toBeUndefined()
})

test('short names for narrow places', () => {
  expect(shortUnitName('Thành phố', 'Thành phố Thủ Dầu Một')).toBe('TP. Thủ Dầu Một')
  expect(shortUnitName('Tỉnh', 'Tỉnh Bình Dương')).toBe('Bình Dương')
  expect(shortUnitName('Ấp', 'Ấp 3')).toBe('Ấp 3')
})
