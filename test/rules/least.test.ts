import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auth0 } from '../../bench/encoders/auth0.ts'
import { population } from '../../bench/population.ts'
import { prepare } from '../../src/pipeline/analyze.ts'
import { measureCoverage } from '../../src/rules/engine/coverage.ts'
import { runRules, type RuleSettings } from '../../src/rules/engine/run-rules.ts'
import { rules } from '../../src/rules/registry.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures')
const folder = tempFolder()

/** What the rules find when keys about which nothing can be said are left out, and when none is. */
const bothWays = async (inputs: readonly string[]) => {
  const { table } = await prepare(runOptions(inputs, { cwd: FIXTURES, nowMs: 0 }), () => undefined)
  const settings: RuleSettings = { parameters: {}, formats: measureCoverage(table), mode: 'views' }
  const [sparing, all] = [runRules(table, rules, settings), runRules(table, rules, { ...settings, everyKey: true })]
  return { sparing, all }
}

describe('keys about which nothing can be said', () => {
  it.each(readdirSync(join(FIXTURES, 'cases')))('leave no finding out: %s', async (name) => {
    const { sparing, all } = await bothWays([join('cases', name)])
    expect(sparing.findings).toEqual(all.findings)
    expect(sparing.flagged).toEqual(all.flagged)
  })

  it('leave no finding out where networks can be judged and accounts move about', { timeout: 120_000 }, async () => {
    const lines = [...population(30_000, 900, 7)].map((attempt, index) =>
      // Now and then somebody else's line and program: travel, new contexts, rare networks.
      auth0(index % 97 === 0 ? { ...attempt, ip: `${80 + (index % 60)}.${index % 250}.7.9`, userAgent: 'curl/8.0' } : attempt),
    )
    const file = join(folder, 'log.ndjson')
    writeFileSync(file, lines.join('\n'))
    const { sparing, all } = await bothWays([file])
    expect(sparing.findings.length).toBeGreaterThan(20)
    expect(sparing.findings).toEqual(all.findings)
    expect(sparing.flagged).toEqual(all.flagged)
  })
})
