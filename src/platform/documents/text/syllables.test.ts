import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { fromTcvn3, fromVni } from './legacy-vietnamese.ts'
import { isSyllable, measureVietnamese } from './syllables.ts'

test.each(
  'nghiêng quyết quý giữ giám gìn giếng giặc khuỷu thuở loạn tuần uống yêu ỷ oẳn ngoằn xoong được đường'.split(
    ' ',
  ),
)('%s is a syllable', (word) => expect(isSyllable(word.normalize('NFC'))).toBe(true))

test.each('hoμ ®îc céngg nghữĩ ấở ñöôïc tâaớ zướ fấc'.split(' '))('%s is none', (word) =>
  expect(isSyllable(word)).toBe(false),
)

const shared = join(import.meta.dirname, '../../../../../shared/directives')

test('real directives are Vietnamese to nearly every word, and in no wrong table', (context) => {
  context.skip(!existsSync(shared), `no directives at ${shared}`)
  const texts = readdirSync(shared)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(shared, file), 'utf8').normalize('NFC'))
  expect(texts.length).toBeGreaterThan(5)
  for (const text of texts) {
    const right = measureVietnamese(text)
    expect(right.valid / right.marked).toBeGreaterThan(0.97)
    const bytes = Buffer.from(text).toString('latin1')
    for (const wrong of [bytes, fromTcvn3(bytes), fromVni(bytes)]) {
      const { valid, marked } = measureVietnamese(wrong)
      expect(valid / marked).toBeLessThan(0.4)
    }
  }
})
