import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/docs/run-cli.ts'

const ID = 'reset-flood'
const NEEDED = [
  'src',
  'fixtures',
  'test',
  'scripts',
  'docs',
  'bin',
  'data',
  'dist',
  'README.md',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

/** In a copy, so that a test never leaves a rule behind. */
describe('npm run new:rule', () => {
  const copy = mkdtempSync(join(tmpdir(), 'ashiato-new-rule-'))
  const newRule = (...args: string[]) => spawnSync(process.execPath, [join(copy, 'scripts/new-rule.ts'), ...args], { encoding: 'utf8' })

  beforeAll(() => {
    for (const name of NEEDED) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    const made = newRule(ID)
    expect(made.stderr).toBe('')
    expect(made.status).toBe(0)
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  it('makes a rule of that name, known to the registry and with its page', () => {
    const source = readFileSync(join(copy, `src/rules/${ID}/index.ts`), 'utf8')
    expect(source).toContain(`id: '${ID}'`)
    expect(source).not.toMatch(/template|new:rule/)
    expect(readFileSync(join(copy, 'src/rules/registry.ts'), 'utf8')).toContain(`./${ID}/index.ts`)
    expect(existsSync(join(copy, `docs/rules/${ID}.md`))).toBe(true)
  })
  it('makes a rule that passes the suite of all rules', () => {
    const args = ['run', 'test/conformance/rules.test.ts', '-t', `${ID}|the registry`, '--reporter=json']
    const output = execFileSync(process.execPath, [join(copy, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: copy, encoding: 'utf8' })
    const { numPassedTests, numFailedTests } = JSON.parse(output.slice(output.indexOf('{'))) as Record<string, number>
    expect(numFailedTests).toBe(0)
    // Five tests of the rule itself, at least four for each of its four cases.
    expect(numPassedTests).toBeGreaterThanOrEqual(21)
  })
  it('refuses an id that is taken or is no id', () => {
    for (const id of [ID, 'Reset Flood', '']) {
      const { status, stderr } = newRule(id)
      expect(status, id).toBe(2)
      expect(stderr).toMatch(/^new:rule: .+\n$/)
    }
  })
})
