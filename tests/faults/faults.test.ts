import { expect, test } from 'vitest'

import { describeReport, rounds, writeAndKill } from './load.ts'
import { productTarget } from './product.ts'
import { sqlTarget } from './sql.ts'

// PHAODAI_FAULTS=long kills twenty times instead of three (docs/operations.md has the figures of such a run).
const patience = rounds * 30_000 + 120_000

test(
  'the product killed under eight writers keeps every document, fact, incident and report it acknowledged, once and whole, and measures right',
  { timeout: patience },
  async () => {
    const target = await productTarget()
    try {
      const report = await writeAndKill(target, { rounds })
      console.log(describeReport('product over HTTP', report))
      expect(report.acknowledged).toBeGreaterThan(rounds * 8)
      expect(report).toMatchObject({ lost: [], twice: [], half: [] })
    } finally {
      await target.remove()
    }
  },
)

test(
  'the database killed under eight writers keeps every row it acknowledged',
  { timeout: patience },
  async () => {
    const target = await sqlTarget({ synchronousCommit: 'on' })
    try {
      const report = await writeAndKill(target, { rounds })
      console.log(describeReport('rows by SQL', report))
      expect(report.acknowledged).toBeGreaterThan(rounds * 100)
      expect(report).toMatchObject({ lost: [], twice: [], half: [] })
    } finally {
      await target.remove()
    }
  },
)

test(
  'control: with synchronous_commit off the same kills do lose acknowledged rows',
  { timeout: patience },
  async () => {
    const target = await sqlTarget({ synchronousCommit: 'off' })
    try {
      const report = await writeAndKill(target, { rounds, only: 'database' })
      console.log(describeReport('control, synchronous_commit=off', report))
      expect(report.lost.length).toBeGreaterThan(0)
      expect(report.half).toEqual([]) // what is lost is lost whole
    } finally {
      await target.remove()
    }
  },
)
