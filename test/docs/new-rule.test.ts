import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyProject } from '../support/project-copy.ts'

const ID = 'reset-flood'

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

describe('npm run new:rule', () => {
  const copy = copyProject()
  const newRule = (...args: string[]) => copy.script('new-rule.ts', ...args)
  const suite = () => copy.suite('test/conformance/rules.test.ts', `${ID}|the registry`)

  beforeAll(() => {
    const made = newRule(ID)
    expect(made.stderr).toBe('')
    expect(made.status).toBe(0)
  })
  afterAll(() => rmSync(copy.folder, { recursive: true }))

  it('makes a rule of that name, known to the registry and with its page', () => {
    expect(readFileSync(join(copy.folder, `src/rules/${ID}/index.ts`), 'utf8')).toContain(`id: '${ID}'`)
    expect(readFileSync(join(copy.folder, 'src/rules/registry.ts'), 'utf8')).toContain(`./${ID}/index.ts`)
    expect(existsSync(join(copy.folder, `docs/rules/${ID}.md`))).toBe(true)
  })
  it('makes a rule that the suite of all rules meets: it fails until words and cases are written, and only for them', () => {
    const { passed, failed } = suite()
    expect(passed).toBeGreaterThan(15)
    expect(failed.map((name) => name.slice(ID.length + 1))).toEqual([
      'says in both languages what it is, without claiming more than a log proves',
      'fires each of its messages in some case',
      'does without what it does not need: a log that has no such field is judged, not passed over',
      'fires.todo-one reports what is expected',
      'fires.todo-two reports what is expected',
    ])
  })
  it('makes a rule that passes once they are', () => {
    const file = join(copy.folder, `src/rules/${ID}/index.ts`)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO: ', ''))
    for (const [name, failures] of [
      ['fires.todo-one', 8],
      ['fires.todo-two', 9],
    ] as const) {
      const folder = join(copy.folder, 'fixtures/rules', ID, name)
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
  it('leaves nothing of a rule that cannot be finished', () => {
    const registry = join(copy.folder, 'src/rules/registry.ts')
    const before = readFileSync(registry, 'utf8')
    writeFileSync(join(copy.folder, 'scripts/generate-docs.ts'), "throw new Error('no pages today')\n")
    const { status, stderr } = newRule('half-made')
    expect(status).not.toBe(0)
    expect(stderr).toContain('no pages today')
    for (const path of ['src/rules/half-made', 'fixtures/rules/half-made', 'docs/rules/half-made.md'])
      expect(existsSync(join(copy.folder, path)), path).toBe(false)
    expect(readFileSync(registry, 'utf8')).toBe(before)
  })
})
