import { describe, expect, it } from 'vitest'
import { ACCOUNT_STEPS } from '../../src/recovery/catalogue/account-steps.ts'
import { PROVIDER_ACTS, type Provider, type ProviderAct } from '../../src/recovery/define-provider.ts'
import { fillCommand } from '../../src/recovery/fill-command.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { providers } from '../../src/recovery/providers/registry.ts'

const text = (provider: Provider, act: ProviderAct): string => (provider.acts[act] ?? []).map((command) => command.command).join('\n')
const complete = providers.filter((provider) => provider.id !== 'generic' && provider.id !== 'aws')
const values = {
  account: "u|7'x",
  name: 'taro@example.jp',
  since: '2026-10-21T00:00:00.000Z',
  until: '2026-12-20T00:00:00.000Z',
  oldContact: 'old@example.com',
  sources: ['203.0.113.7/32'],
  sources4: ['203.0.113.7/32'],
  sources6: ['2001:db8:1:2::/64'],
}

describe('providers', () => {
  it.each(providers)('$id: every act is as read by a person', async (provider) => {
    const lines = PROVIDER_ACTS.flatMap((act) =>
      (provider.acts[act] ?? []).flatMap((command) => [
        `${act}  [${command.reversible}${command.unverified === true ? ', check before use' : ''}] ${command.permission ?? '-'}`,
        `  ${fillCommand(command.command, values, provider.shell ?? 'posix')}`,
        `  proof: ${command.proof?.text ?? '-'}`,
      ]),
    )
    await expect(`${provider.title}\n${provider.setup.join('\n')}\n\n${lines.join('\n')}\n`).toMatchFileSnapshot(
      `goldens/${provider.id}.txt`,
    )
  })

  it.each(complete)('$id: has evidence, block, revocation, factors and reset, each with its facts', (provider) => {
    const needed: readonly ProviderAct[] = [
      'export-log',
      'list-sessions',
      'list-factors',
      'list-grants',
      'block-account',
      'unblock-account',
      'revoke-sessions',
      'remove-factors',
      'remove-role',
      'force-reset',
    ]
    for (const act of needed) expect(provider.acts[act]?.length ?? 0, act).toBeGreaterThan(0)
    for (const act of ['block-account', 'revoke-sessions', 'force-reset'] as const) {
      const first = provider.acts[act]?.[0]
      expect(first?.permission && first.userImpact?.ja && first.proof?.text, act).toBeTruthy()
    }
    expect(provider.acts['revoke-sessions']?.some((command) => (command.residual?.ja ?? '') !== '')).toBe(true)
  })

  it('containment never deletes or deactivates an account', () => {
    for (const provider of providers) expect(text(provider, 'block-account')).not.toMatch(/deactivate\b|\bdelete\b|userdel/)
    expect(text(findProvider('okta'), 'block-account')).toMatch(/lifecycle\/suspend/)
  })

  it('Linux: expiry, keys and sessions; Entra: a residual window; Auth0: the fallback without Enterprise', () => {
    expect(text(findProvider('linux'), 'block-account')).toMatch(/usermod -L -e 1[^]*authorized_keys/)
    expect(text(findProvider('linux'), 'revoke-sessions')).toMatch(/terminate-user[^]*pkill/)
    expect(findProvider('m365').acts['revoke-sessions']?.[0]?.residual?.en).toMatch(/Residual window.*guests/)
    expect(findProvider('auth0').acts['revoke-sessions']?.[0]?.note?.ja).toMatch(/Enterprise/)
  })

  it('aliases, own providers and unknown ones', () => {
    expect(findProvider('cloudtrail').id).toBe('aws')
    expect(findProvider('okta', [{ id: 'okta', title: 'Ours', setup: [], acts: {} }]).title).toBe('Ours')
    expect(findProvider('my-shop')).toMatchObject({ id: 'generic', acts: {} })
  })

  it("everything from memory says so, and each step's acts exist", () => {
    for (const command of Object.values(findProvider('aws').acts).flat()) expect(command.unverified).toBe(true)
    for (const step of Object.values(ACCOUNT_STEPS)) for (const act of step.acts ?? []) expect(PROVIDER_ACTS).toContain(act)
  })
})
