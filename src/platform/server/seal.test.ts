import fc from 'fast-check'
import { expect, test } from 'vitest'

import { genesisRoot, merkleRoot } from './seal.ts'

const leaves = fc.array(fc.string(), { maxLength: 40 })

test('whatever the entries are, changing, dropping, adding or moving one changes the root', () => {
  fc.assert(
    fc.property(leaves, fc.nat(), fc.string(), (entries, at, other) => {
      const root = merkleRoot(entries, genesisRoot)
      const others = [[...entries, other], [other, ...entries], entries.toReversed()]
      if (entries.length > 0) {
        const i = at % entries.length
        others.push(entries.with(i, `${entries[i]}·`), entries.toSpliced(i, 1))
      }
      for (const changed of others) {
        if (JSON.stringify(changed) !== JSON.stringify(entries))
          expect(merkleRoot(changed, genesisRoot)).not.toBe(root)
      }
    }),
  )
})

test('the same entries after another root have another root: a seal cannot be moved in the chain', () => {
  fc.assert(
    fc.property(leaves, fc.string({ minLength: 1 }), (entries, before) => {
      expect(merkleRoot(entries, before)).not.toBe(merkleRoot(entries, genesisRoot))
    }),
  )
})

test('an inner node cannot pass for an entry', () => {
  expect(merkleRoot(['a', 'b'], genesisRoot)).not.toBe(
    merkleRoot([merkleRoot(['a', 'b'], genesisRoot)], genesisRoot),
  )
})
