import { defineConfig } from 'vitest/config'

/** The pure tests of the declared kinds, run on a mutant. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['src/capabilities/**/*.test.ts'],
    exclude: ['src/capabilities/*/screens/**'],
    setupFiles: ['tests/mutants/setup.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    // A slow machine must not look like a test that noticed.
    testTimeout: 120_000,
  },
})
