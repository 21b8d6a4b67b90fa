import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEMO_CASE } from '../../scripts/docs/demo.ts'
import { ROOT, runCli } from '../../scripts/docs/run-cli.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { tempFolder } from '../support/temp-folder.ts'

const page = readFileSync(join(ROOT, 'docs/PLUGINS.md'), 'utf8')
const folder = tempFolder()
const at = (name: string): string => join(folder, name)

const scan = async (...args: string[]): Promise<CaseDocument> => {
  const { text, code } = await runCli([...args, '--to', 'json', '--quiet'])
  expect(code).toBe(0)
  return JSON.parse(text) as CaseDocument
}

describe('the page about plug-ins shows some that work', () => {
  beforeAll(() => {
    mkdirSync(at('node_modules'))
    symlinkSync(ROOT, at('node_modules/ashiato'))
    writeFileSync(at('package.json'), '{ "type": "module" }')
    for (const [code, name = ''] of page.matchAll(/(?<=```js\n)\/\/ ([\w-]+\.js)[\s\S]*?(?=```)/g)) writeFileSync(at(name), code)
    writeFileSync(at('login.ndjson'), /(?<=```json\n)[^`]*/.exec(page)?.[0] ?? '')
  })

  it('a rule, whose parameters can be set', async () => {
    const found = async (...args: string[]): Promise<number> => {
      const { findings } = await scan(DEMO_CASE, '--plugin', at('night-logins.js'), '--only', 'night-logins', ...args)
      return findings.reduce((sum, { count }) => sum + count, 0)
    }
    const night = await found()
    expect(night).toBeGreaterThan(1)
    expect(await found('--set', 'night-logins.hours=24')).toBeGreaterThan(night)
    expect(await found('--set', 'night-logins.hours=0')).toBe(0)
  })

  it('a format, with a line of it', async () => {
    const { run, summary } = await scan(at('login.ndjson'), '--plugin', at('my-shop.js'))
    expect(run.inputs).toMatchObject([{ format: 'my-shop', records: 1, used: 1, first: '2026-11-08T17:06:04.000Z' }])
    expect(summary.events).toBe(1)
  })

  it('an output, chosen like a built-in one', async () => {
    const { text, code } = await runCli([DEMO_CASE, '--plugin', at('reset-list.js'), '--to', 'reset-list', '--quiet'])
    const { accounts } = await scan(DEMO_CASE)
    const taken = accounts.filter(({ verdict }) => verdict === 'compromised').map(({ account }) => `"${account}"\n`)
    expect(taken.length).toBeGreaterThan(0)
    expect({ text, code }).toEqual({ text: taken.join(''), code: 0 })
  })

  it('a provider, which stands in the place of the built-in one of its id', async () => {
    writeFileSync(at('my-okta.js'), readFileSync(at('my-site.js'), 'utf8').replace("id: 'my-site'", "id: 'okta'"))
    const { accounts } = await scan(DEMO_CASE, '--plugin', at('my-okta.js'))
    const commands = accounts.flatMap(({ checklist }) => checklist.flatMap(({ commands }) => commands.map(({ command }) => command)))
    expect(commands.filter((command) => command.includes('bin/console user:disable -- ')).length).toBeGreaterThan(1)
    expect(commands.join('\n')).not.toContain('okta.com')
  })

  it.each([
    ['rule', "{ id: 'mine', title: {} }", 'rule "mine" has no severity'],
    ['formats', "[{ id: 'mine' }]", 'format "mine" has no title'],
    ['report', 'null', 'report "unknown" has no id'],
    ['thing', "{ id: 'mine' }", 'exports no part'],
  ])('what is not whole is refused before anything is read: %s', async (name, value, complaint) => {
    writeFileSync(at(`${name}.mjs`), `export const ${name} = ${value}`)
    const { text, code } = await runCli([DEMO_CASE, '--plugin', at(`${name}.mjs`)])
    expect(text).toContain(complaint)
    expect(code).toBe(2)
  })
})
