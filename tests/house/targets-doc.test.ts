import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { indicatorSources } from '../../src/app/indicators.ts'

const page = readFileSync(new URL('../../docs/targets.md', import.meta.url), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| [A-Z]{2}-\d{4} |^\| [A-Z]{2}-\d{4}/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('every target of the five source directives has something that measures it, or the system that later will', () => {
  expect(new Set(rows.map((cells) => cells[1]?.slice(0, 7)))).toEqual(
    new Set(['BD-0811', 'BD-0915', 'HD-0312', 'BT-0904', 'TV-0812']),
  )
  const known = new Set(indicatorSources.map(({ key }) => key))
  for (const cells of rows) {
    const measuredBy = cells[3] ?? ''
    const named = [...measuredBy.matchAll(/`([a-z][a-z-]+)`/g)].map(([, key]) => key!)
    if (named.length > 0) expect(named.filter((key) => !known.has(key))).toEqual([])
    else expect(measuredBy).toMatch(/^(later: .*\(S\d+\)|the roster’s|the roster's)/)
  }
})

test('the only indicator that none of these targets asks for is the count of stations itself', () => {
  const unnamed = indicatorSources.map(({ key }) => key).filter((key) => !page.includes(`\`${key}\``))
  expect(unnamed).toEqual(['mobile-stations'])
})
