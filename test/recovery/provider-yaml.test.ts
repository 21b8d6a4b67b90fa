import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { loadProvider } from '../../src/recovery/provider-yaml.ts'
import { account, input } from './support/accounts.ts'

const errorsOf = (yaml: string): string[] => {
  const loaded = loadProvider(yaml, 'shop.yaml')
  return 'errors' in loaded ? loaded.errors.map((error) => `${error.line}:${error.column} ${error.message}`) : []
}

describe("a home-made site's provider", () => {
  it('the example of the docs loads, and its commands reach the checklist', () => {
    const page = readFileSync(new URL('../../docs/PROVIDERS.md', import.meta.url), 'utf8')
    const loaded = loadProvider(/```yaml\n([^]*?)```/.exec(page)?.[1] ?? '', 'my-shop.yaml')
    expect('errors' in loaded ? loaded.errors : []).toEqual([])
    if (!('provider' in loaded)) return
    const who = account({ provider: 'my-shop', account: "00123'; rm -rf /" })
    const steps = buildChecklists(input([who]), { lang: 'ja', providers: [loaded.provider] }).accountSteps(who)
    expect(steps.find((step) => step.id === 'E1')?.commands[0]?.command).toBe("php bin/console app:session:purge -- '00123'\\''; rm -rf /'")
    expect(steps.find((step) => step.id === 'C1')?.userImpact).toBe('本人もログインできなくなる')
  })

  it('takes the shortest form', () => {
    expect(
      loadProvider('id: shop\ntitle: Shop\ncommands:\n  revoke-sessions: "php bin/console app:session:purge {account}"\n', 'shop.yaml'),
    ).toMatchObject({
      provider: {
        id: 'shop',
        acts: { 'revoke-sessions': [{ command: 'php bin/console app:session:purge {account}', reversible: 'no', source: 'shop.yaml' }] },
      },
    })
  })

  it('takes short words, beside the id as well', () => {
    const loaded = loadProvider(
      'id: shop\nrevoke:\n  command: "php bin/console app:session:purge {account}"\n  residual-for: PT30M\n  residual: up to 30 minutes\n',
      'shop.yaml',
    )
    expect(loaded).toMatchObject({ provider: { acts: { 'revoke-sessions': [{ residualFor: 'PT30M' }] } } })
    expect(loadProvider('id: shop\nrevoke: "php bin/console app:session:purge {account}"\n', 'shop.yaml')).toMatchObject({
      provider: { acts: { 'revoke-sessions': [{ command: 'php bin/console app:session:purge {account}' }] } },
    })
    expect(errorsOf('id: shop\nrevoke:\n  command: x\n  residual-for: 30m\n')[0]).toMatch(/^4:17 residual-for/)
  })

  it('says every error with its line and column', () => {
    expect(
      errorsOf(
        'id: Shop\ncommands:\n  block-acount: "x"\n  revoke-sessions: "x \'{account}\'"\n  force-reset:\n    command: "x {user}"\n    reversible: maybe\n',
      ),
    ).toEqual([
      expect.stringMatching(/^1:5 id:/),
      expect.stringMatching(/^3:3 unknown key "block-acount"/),
      expect.stringMatching(/^4:20 .*stands inside quotes/),
      expect.stringMatching(/^6:14 \{user\} is unknown/),
      expect.stringMatching(/^7:17 reversible/),
    ])
    expect(errorsOf('id: [')).not.toEqual([])
    expect(errorsOf('')[0]).toMatch(/^1:1 a provider file/)
    expect(errorsOf('id: a\ncommands:\n  block-account:\n')[0]).toMatch(/^3:17 a command is/)
    expect(errorsOf('id: a\nid: b\ncommands: {}\n')[0]).toMatch(/^2:1 /)
  })

  it('hostile YAML does nothing', () => {
    expect(errorsOf('__proto__: {polluted: yes}\nid: a\ncommands: {}\n')[0]).toMatch(/unknown key/)
    expect(errorsOf(`a: &a [x, x]\nid: *a\ncommands: *a\n`).length).toBeGreaterThan(0)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
