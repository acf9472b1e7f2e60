import { expect, test } from 'vitest'

import { permissionsOf, roles } from '../domain/index.ts'
import { roleWords } from './role-words.ts'

test('the descriptions of the roles were written for exactly these permissions: read the words again when one changes', () => {
  const everyone = 'units.read bodies.read directives.inbox'
  expect(Object.fromEntries(roles.map((role) => [role, permissionsOf[role].join(' ')]))).toEqual({
    administrator:
      'units.read units.import units.edit bodies.read bodies.import bodies.edit accounts.read accounts.edit',
    'office-clerk': `${everyone} directives.draft directives.oversee`,
    'duty-officer': `${everyone} directives.draft directives.oversee`,
    leader: `${everyone} directives.oversee`,
    'body-officer': `${everyone} directives.draft`,
    'commune-clerk': `${everyone} directives.draft`,
    enterprise: everyone,
    auditor: 'units.read bodies.read audit.read',
  })
})

test('every role has a name of its own and one line of description, in both languages', () => {
  for (const words of [roleWords.vi, roleWords.en]) {
    expect(Object.keys(words).sort()).toEqual([...roles].sort())
    expect(new Set(Object.values(words).map((role) => role.name)).size).toBe(roles.length)
    for (const { may } of Object.values(words)) {
      expect(may).toMatch(/\.$/)
      expect(may.length).toBeLessThan(130)
    }
  }
})
