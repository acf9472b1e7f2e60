import { defineConfig } from 'vitest/config'

// Three suites: `unit` needs nothing, `server` has one embedded PostgreSQL for the whole run and one database
// per test file, `journeys` drives the built product in a browser.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/lib/**/*.test.ts',
            'src/*/*/domain/**/*.test.ts',
            'src/*/*/web/**/*.test.ts',
            'src/platform/web/**/*.test.ts',
            'src/platform/documents/**/*.test.ts',
            'tests/corpus/**/*.test.ts',
            'tests/house/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: [
            'src/platform/server/**/*.test.ts',
            'src/*/*/server/**/*.test.ts',
            'src/app/**/*.test.ts',
            'tests/postgres/**/*.test.ts',
            'tests/access/**/*.test.ts',
            'tests/faults/**/*.test.ts',
          ],
          globalSetup: ['tests/setup/database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/setup/product.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
})
