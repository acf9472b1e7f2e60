import { expect, test } from 'vitest'

import { dispatchOf } from './dispatch.ts'
import { idOf, party, sampleDirective } from './sample.testing.ts'

const directive = sampleDirective()
directive.bodies = [
  { id: idOf(1), name: 'Sở Y tế', unitName: 'Tỉnh' },
  { id: idOf(2), name: 'Công an tỉnh', unitName: 'Tỉnh' },
  { id: idOf(3), name: 'Ban Chỉ đạo', unitName: 'Tỉnh' },
  { id: idOf(11), name: 'Huyện ủy Đất Đỏ', unitName: 'Đất Đỏ' },
  { id: idOf(12), name: 'Huyện ủy Bàu Bàng', unitName: 'Bàu Bàng' },
]

test('bodies with tasks come first, then recipients, by name in Vietnamese order', () => {
  const { receivers } = dispatchOf(directive)
  expect(receivers.map((r) => [r.body.name, r.recipient, r.tasks.lead, r.tasks.reportTo])).toEqual([
    ['Công an tỉnh', false, [2], []],
    ['Sở Y tế', false, [1], []],
    ['Ban Chỉ đạo', false, [], [3]],
    ['Huyện ủy Bàu Bàng', true, [], []],
    ['Huyện ủy Đất Đỏ', true, [], []],
  ])
})

test('names that nobody stands behind are listed once, with where they stand', () => {
  const twice = {
    ...directive,
    document: { ...directive.document, recipients: [party('ỦY BAN nhân dân các huyện')] },
  }
  expect(dispatchOf(twice).unknown).toEqual([
    { name: 'ỦY BAN nhân dân các huyện', taskIds: [idOf(3)], recipient: true },
  ])
})

test('dropped tasks reach nobody', () => {
  const dropped = { ...directive, tasks: directive.tasks.map((t) => ({ ...t, state: 'dropped' as const })) }
  expect(dispatchOf(dropped).receivers.every((r) => r.recipient && r.tasks.lead.length === 0)).toBe(true)
})
