import { expect, test } from 'vitest'

import { signatureFor } from './signature.ts'

test.each([
  ['people-committee', 'state', 'Ủy ban nhân dân tỉnh', 'head', ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
  [
    'people-committee',
    'state',
    'Ủy ban nhân dân tỉnh',
    'deputy',
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    'PHÓ CHỦ TỊCH',
  ],
  ['department', 'health', 'Sở Y tế', 'head', [], 'GIÁM ĐỐC'],
  ['department', 'health', 'Sở Y tế', 'deputy', ['KT. GIÁM ĐỐC'], 'PHÓ GIÁM ĐỐC'],
  ['party-committee', 'party', 'Tỉnh ủy', 'head', ['T/M BAN THƯỜNG VỤ'], 'BÍ THƯ'],
  ['party-committee', 'party', 'Tỉnh ủy', 'deputy', ['T/M BAN THƯỜNG VỤ'], 'PHÓ BÍ THƯ'],
  ['party-agency', 'party', 'Văn phòng Tỉnh ủy', 'deputy', ['K/T CHÁNH VĂN PHÒNG'], 'PHÓ CHÁNH VĂN PHÒNG'],
  ['command-centre', 'command', 'Trung tâm Chỉ huy', 'head', [], 'CHỈ HUY TRƯỞNG'],
] as const)('%s (%s) “%s”, signed by the %s', (kind, sector, name, signer, marks, title) => {
  const style = sector === 'party' ? 'party' : 'state'
  expect(signatureFor({ kind, sector, name }, signer)).toEqual({ style, marks, title })
})
