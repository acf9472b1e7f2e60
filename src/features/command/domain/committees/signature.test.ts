import { expect, test } from 'vitest'

import { committeeOffices, officesOf } from './committee.ts'
import { signatureOf } from './signature.ts'

test('what stands over a name, in state and in party papers', () => {
  const lines = (['steering-committee', 'command-centre'] as const).flatMap((kind) =>
    committeeOffices.map((office) => {
      const [state, party] = [signatureOf(kind, office, 'state'), signatureOf(kind, office, 'party')]
      return `${kind} ${office}: ${state ? [...state.marks, state.title, ...party!.marks].join(' / ') : 'does not sign'}`
    }),
  )
  expect(lines).toEqual([
    'steering-committee head: TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / T/M BAN CHỈ ĐẠO',
    'steering-committee commander: does not sign',
    'steering-committee standing-deputy: TM. BAN CHỈ ĐẠO / KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN THƯỜNG TRỰC / T/M BAN CHỈ ĐẠO / K/T TRƯỞNG BAN',
    'steering-committee deputy: TM. BAN CHỈ ĐẠO / KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN / T/M BAN CHỈ ĐẠO / K/T TRƯỞNG BAN',
    'steering-committee deputy-commander: does not sign',
    'steering-committee standing-member: does not sign',
    'steering-committee member: does not sign',
    'command-centre head: does not sign',
    'command-centre commander: CHỈ HUY TRƯỞNG',
    'command-centre standing-deputy: does not sign',
    'command-centre deputy: does not sign',
    'command-centre deputy-commander: KT. CHỈ HUY TRƯỞNG / PHÓ CHỈ HUY TRƯỞNG / K/T CHỈ HUY TRƯỞNG',
    'command-centre standing-member: does not sign',
    'command-centre member: does not sign',
  ])
})

test('every office that signs is an office of that kind of committee', () => {
  for (const kind of ['steering-committee', 'command-centre'] as const)
    for (const office of committeeOffices)
      if (signatureOf(kind, office, 'state')) expect(officesOf[kind]).toContain(office)
})
