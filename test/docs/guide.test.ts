import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEMO_ACCOUNT, DEMO_ACCOUNT_ID, DEMO_CASE } from '../../scripts/docs/demo.ts'
import { ROOT, runCli } from '../../scripts/docs/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const guide = readFileSync(join(ROOT, 'docs/GUIDE.md'), 'utf8')
const folder = tempFolder()

const configuration = (): string => /```yaml\n(# Parameters[\s\S]*?)```/.exec(guide)?.[1] ?? ''

describe('the guide', () => {
  it('shows a configuration that works, and that counts', async () => {
    const path = join(folder, 'ashiato.yaml')
    writeFileSync(path, configuration())
    const { text, code } = await runCli([DEMO_CASE, '--config', path, '--to', 'json', '--quiet'])
    expect(code).toBe(0)
    const { run } = JSON.parse(text) as { run: { options: { parameters: string[] }; rules: { ran: string[] } } }
    expect(run.options.parameters).toContain('account-guessing.failures=20')
    expect(run.rules.ran).not.toContain('user-enumeration')
  })
  it('is right that a mistake in it is a usage error that names its place', async () => {
    const path = join(folder, 'broken.yaml')
    writeFileSync(path, 'rules:\n  account-guessing: 3\n')
    const { text, code } = await runCli([DEMO_CASE, '--config', path])
    expect(code).toBe(2)
    expect(text).toContain('broken.yaml:2:')
  })
  it('follows an account that was judged taken over, from the log to its own checklist', () => {
    const [, account = '', list = '', checklist = ''] = guide.split(/^## [345]\. .+$/m)
    expect(account).toContain(`${DEMO_ACCOUNT_ID}  ${DEMO_ACCOUNT}`)
    expect(account).toContain('judged taken over')
    expect(list).toMatch(new RegExp(`^${DEMO_ACCOUNT_ID},okta,.*,compromised,`, 'm'))
    expect(checklist).toMatch(new RegExp(`^ *Account ${DEMO_ACCOUNT_ID}`, 'm'))
    expect(checklist.indexOf('send no reset link before')).toBeGreaterThan(0)
    expect(checklist.indexOf('send no reset link before')).toBeLessThan(checklist.indexOf('Force a password reset'))
  })
  it('lists exactly the accounts that are compromised or suspected for the reset', async () => {
    const { text } = await runCli([DEMO_CASE, '--to', 'csv', '--part', 'accounts', '--quiet'])
    const bad = text.split('\n').filter((line) => /,(?:compromised|suspected),/.test(line))
    const shown = (guide.split(/^## [45]\. .+$/m)[1] ?? '').split('\n').filter((line) => /,okta,/.test(line))
    expect(bad.length).toBeGreaterThan(0)
    expect(shown).toEqual(bad)
  })
})
