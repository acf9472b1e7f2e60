import { expect, test } from 'vitest'

import { eventReader } from './read-events.ts'

test('events are whole however the network cuts them; heartbeats and settings are none', () => {
  const whole = 'retry: 3000\n\n:\n\nevent: change\ndata: ["tasks"]\n\nevent: all\ndata: \n\n'
  const expected = [
    { event: 'change', data: '["tasks"]' },
    { event: 'all', data: '' },
  ]
  for (let cut = 0; cut <= whole.length; cut++) {
    const reader = eventReader()
    expect([...reader.feed(whole.slice(0, cut)), ...reader.feed(whole.slice(cut))]).toEqual(expected)
  }
})

test('what is not whole yet is not told', () => {
  expect(eventReader().feed('event: change\ndata: ["tasks"]\n')).toEqual([])
})
