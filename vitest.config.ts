import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Only a hang is a failure: machines that build several things at once are slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The default leaves one core to a watching editor, which halves a machine of two.
    maxWorkers: availableParallelism(),
    // No test changes what another file sees (no mocks, no globals): importing everything once per worker is enough.
    isolate: false,
    // Node strips the types itself: what is tested is what runs, without a layer over every import, and an eighth quicker.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/repeatable.ts'],
    // A loop over nothing asserts nothing, and would pass for ever.
    expect: { requireAssertions: true },
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
})
