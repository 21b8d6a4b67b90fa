import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The longest last would leave all cores but one idle: where no earlier run tells how long files take, vitest takes large files for long
 * ones, and those that judge whole logs are small.
 */
class JudgingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isJudging = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/evaluate/')
    return [...sorted.filter(isJudging), ...sorted.filter((file) => !isJudging(file))]
  }
}

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
    sequence: { sequencer: JudgingFirst },
    // A loop over nothing asserts nothing, and would pass for ever.
    expect: { requireAssertions: true },
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
})
