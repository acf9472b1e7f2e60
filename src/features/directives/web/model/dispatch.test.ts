import { expect, test } from 'vitest'

import { receiversOf } from './dispatch.ts'
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
  const receivers = receiversOf(directive)
  expect(receivers.map((r) => [r.body.name, r.recipient, r.tasks.lead, r.tasks.reportTo])).toEqual([
    ['Công an tỉnh', false, [2], []],
    ['Sở Y tế', false, [1], []],
    ['Ban Chỉ đạo', false, [], [3]],
    ['Huyện ủy Bàu Bàng', true, [], []],
    ['Huyện ủy Đất Đỏ', true, [], []],
  ])
})

test('a body named twice in one task gets it once; a name without a body reaches nobody', () => {
  const [first, ...others] = directive.tasks
  const lead = [party('Sở Y tế', 1), party('Các sở', 1, 2), party('Doanh nghiệp')]
  const twice = { ...directive, tasks: [{ ...first!, content: { ...first!.content, lead } }, ...others] }
  expect(
    receiversOf(twice)
      .map((r) => [r.body.name, r.tasks.lead])
      .slice(0, 2),
  ).toEqual([
    ['Công an tỉnh', [1, 2]],
    ['Sở Y tế', [1]],
  ])
})

test('dropped tasks reach nobody', () => {
  const dropped = { ...directive, tasks: directive.tasks.map((t) => ({ ...t, state: 'dropped' as const })) }
  expect(receiversOf(dropped).every((r) => r.recipient && r.tasks.lead.length === 0)).toBe(true)
})
