import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { describeApi } from './api-document.ts'

test('docs/api.json is what the routes say (npm run api:dump writes it)', async () => {
  const committed = readFileSync(new URL('../../docs/api.json', import.meta.url), 'utf8')
  expect(await describeApi()).toBe(committed)
})
