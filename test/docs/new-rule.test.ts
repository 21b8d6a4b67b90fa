import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/docs/run-cli.ts'

const ID = 'reset-flood'
const NEEDED = [
  'src',
  'assembly',
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

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[]
}

const at = (minute: number): string => `2026-03-02T03:0${minute}:00.000Z`

const eventLine = (minute: number): string =>
  `${JSON.stringify({ time: at(minute), action: 'login', outcome: 'failure', reason: 'bad-password', account: 'u-100', ip: '198.51.100.7' })}\n`

const findingOf = (failures: number) => ({
  rule: ID,
  severity: 'medium',
  account: 'u-100',
  source: '198.51.100.7',
  first: at(0),
  last: at(failures - 1),
  count: failures,
  messageId: 'found',
  data: { account: 'u-100', failures, window: { durationMs: 600_000 }, count: failures },
})

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

  const suite = (): { readonly passed: number; readonly failed: readonly string[] } => {
    const args = ['run', 'test/conformance/rules.test.ts', '-t', `${ID}|the registry`, '--reporter=json', '--outputFile=report.json']
    spawnSync(process.execPath, [join(copy, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: copy, stdio: 'ignore' })
    const report = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8')) as Report
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
    return {
      passed: results.filter(({ status }) => status === 'passed').length,
      failed: results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    }
  }

  it('makes a rule of that name, known to the registry and with its page', () => {
    expect(readFileSync(join(copy, `src/rules/${ID}/index.ts`), 'utf8')).toContain(`id: '${ID}'`)
    expect(readFileSync(join(copy, 'src/rules/registry.ts'), 'utf8')).toContain(`./${ID}/index.ts`)
    expect(existsSync(join(copy, `docs/rules/${ID}.md`))).toBe(true)
  })
  it('makes a rule that the suite of all rules meets: it fails until words and cases are written, and only for them', () => {
    const { passed, failed } = suite()
    expect(passed).toBeGreaterThan(15)
    expect(failed.map((name) => name.slice(ID.length + 1))).toEqual([
      'says in both languages what it is, without claiming more than a log proves',
      'fires each of its messages in some case',
      'fires.todo-one reports what is expected',
      'fires.todo-two reports what is expected',
    ])
  })
  it('makes a rule that passes once they are', () => {
    const file = join(copy, `src/rules/${ID}/index.ts`)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO: ', ''))
    for (const [name, failures] of [
      ['fires.todo-one', 8],
      ['fires.todo-two', 9],
    ] as const) {
      const folder = join(copy, 'fixtures/rules', ID, name)
      writeFileSync(join(folder, 'events.ndjson'), Array.from({ length: failures }, (_, minute) => eventLine(minute)).join(''))
      writeFileSync(join(folder, 'expected.json'), JSON.stringify([findingOf(failures)]))
    }
    const { passed, failed } = suite()
    expect(failed).toEqual([])
    expect(passed).toBeGreaterThan(15)
  })
  it('refuses an id that is taken or is no id', () => {
    for (const id of [ID, 'Reset Flood', '']) {
      const { status, stderr } = newRule(id)
      expect(status, id).toBe(2)
      expect(stderr.split('\n')).toHaveLength(2)
    }
  })
})
