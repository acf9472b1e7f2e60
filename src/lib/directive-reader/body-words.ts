// The lexicons of bodies as trees of words.
import { collectives, fields, fixed, heads, ownRoles, roles, scopeTails } from './lexicon-bodies.ts'
import { provinces } from './lexicon-places.ts'
import { adverbs, assigners, factWords, modals, strongVerbs } from './lexicon-verbs.ts'
import { phrases } from './tokens.ts'

export const fieldNames = phrases(fields)

export const fixedNames = phrases(Object.keys(fixed))

export const headWords = phrases(heads)

export const roleWords = phrases(roles)

export const ownRoleWords = phrases(ownRoles)

export const groupWords = phrases(Object.keys(collectives))

export const provinceNames = phrases(provinces)

export const verbWords = phrases(strongVerbs)

export const unitWords = phrases([
  'tỉnh',
  'thành phố',
  'tp',
  'huyện',
  'thị xã',
  'quận',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
  'ấp',
  'khu phố',
  'thôn',
  'tổ dân phố',
  'khóm',
  'buôn',
  'thị',
])

export const honorifics = phrases([
  'đồng chí',
  'các đồng chí',
  'từng đồng chí',
  'mỗi đồng chí',
  'đ / c',
  'các đ / c',
  'ông',
  'bà',
])

export const quantifiers = new Set(['các', 'những', 'mỗi', 'từng', 'mọi', 'tất'])

export const hardStops = new Set([';', ':', '.', '!', '?', '…', '(', ')', '”', '“', '"'])

export const tailWords = phrases(scopeTails)

export const stops = phrases([
  ...adverbs,
  ...modals,
  ...factWords,
  ...assigners,
  'được',
  'để',
  'khi',
  'trong',
  'theo',
  'cho',
  'đến',
  'từ',
  'trên',
  'với',
  'như',
  'nhằm',
  'vừa',
  'do',
  'sau',
  'trước',
  'không',
  'nào',
  'tại',
  'ở',
  'bằng',
  'gắn',
  'thì',
  'này',
  'các',
])
