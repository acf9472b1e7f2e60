import { expect, test } from 'vitest'

import { permissionsOf, roles } from '../domain/index.ts'
import { roleWords } from './role-words.ts'

test('the descriptions of the roles were written for exactly these permissions: read the words again when one changes', () => {
  const everyone = 'units.read bodies.read directives.inbox tasks.report incidents.report'
  const officials = `${everyone} indicators.read health-network.read command.read`
  expect(Object.fromEntries(roles.map((role) => [role, permissionsOf[role].join(' ')]))).toEqual({
    administrator:
      'units.read units.import units.edit bodies.read bodies.import bodies.edit accounts.read accounts.edit',
    'office-clerk': `${officials} directives.draft directives.oversee tasks.assign tasks.follow-up indicators.bind command.edit duty.plan situation.read`,
    'duty-officer': `${officials} directives.draft directives.oversee tasks.assign tasks.follow-up indicators.bind command.edit incidents.handle duty.plan situation.read`,
    leader: `${officials} directives.oversee tasks.assign tasks.follow-up situation.read`,
    'body-officer': `${officials} directives.draft tasks.assign tasks.follow-up indicators.bind health-network.record`,
    'commune-clerk': `${officials} directives.draft tasks.assign tasks.follow-up health-network.record incidents.handle duty.plan`,
    enterprise: `${everyone} safety-groups.record`,
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
