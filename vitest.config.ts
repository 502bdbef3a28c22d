import { defineConfig } from 'vitest/config'

const DB = 'src/**/*.db.test.ts'

/**
 * Three sorts of tests, one after another: what touches nothing, what gets a database of its own,
 * and what drives the whole product. Never more than two files at once: each of the last two
 * sorts may hold a database server and a browser, and there are machines with two processors.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [DB],
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 10_000,
          hookTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [DB],
          globalSetup: ['tests/shared-database.ts'],
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/checks/breaches/**'],
          sequence: { groupOrder: 3 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
    pool: 'forks',
    maxWorkers: 2,
    // A test that asserts nothing proves nothing; what a helper expects for it counts.
    expect: { requireAssertions: true },
  },
})
