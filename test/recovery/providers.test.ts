import { describe, expect, it } from 'vitest'
import { ACCOUNT_STEPS } from '../../src/recovery/catalogue/account-steps.ts'
import { fillCommands } from '../../src/recovery/commands.ts'
import { PROVIDER_ACTS, type Provider, type ProviderAct, type ProviderCommand } from '../../src/recovery/define-provider.ts'
import { fillCommand } from '../../src/recovery/fill-command.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { inLanguage } from '../../src/recovery/bilingual.ts'

const text = (provider: Provider, act: ProviderAct): string => (provider.acts[act] ?? []).map((command) => command.command).join('\n')
const everyCommand = (): readonly { id: string; act: ProviderAct; command: ProviderCommand }[] =>
  providers.flatMap(({ id, acts }) => PROVIDER_ACTS.flatMap((act) => (acts[act] ?? []).map((command) => ({ id, act, command }))))

/** What a provider has no command for; the sentence of the step stands alone there. */
const LACKING: Readonly<Record<string, readonly ProviderAct[]>> = {
  aws: ['list-sessions', 'restore-contact'],
  'azure-b2c': ['remove-role'],
  duo: ['list-sessions', 'list-grants', 'revoke-sessions', 'restore-contact', 'remove-role', 'force-reset'],
  gigya: ['remove-role'],
  linux: ['restore-contact'],
  supabase: ['remove-role'],
  windows: ['restore-contact'],
  wordpress: ['export-log', 'list-factors', 'remove-factors'],
}
const values = {
  account: "u|7'x",
  name: 'taro@example.jp',
  since: '2026-10-21T00:00:00.000Z',
  until: '2026-12-20T00:00:00.000Z',
  oldContact: 'old@example.com',
  sources: ['203.0.113.7/32'],
  sources4: ['203.0.113.7/32'],
  sources6: ['2001:db8:1:2::/64'],
  part: '1',
  keys: ['SHA256:oTgw5nZk1JvXuQyXHnQ0n2qkQm1o1d7S8T4Z1exampl'],
}

describe('providers', () => {
  it.each(providers)('$id: every act is as read by a person', async (provider) => {
    const lines = PROVIDER_ACTS.flatMap((act) =>
      (provider.acts[act] ?? []).flatMap((command) => [
        `${act}  [${command.reversible}${command.unverified === true ? ', check before use' : ''}${command.byHand === true ? ', by hand' : ''}] ${inLanguage(command.permission ?? '-', 'en')}`,
        `  ${fillCommand(command.command, values, provider.shell ?? 'posix')}`,
        ...(command.fallback === undefined
          ? []
          : [
              `  without ${command.fallback.needs.en} [${command.fallback.permission}]: ${fillCommand(command.fallback.command, values, provider.shell ?? 'posix')}`,
            ]),
        ...(command.residualFor === undefined ? [] : [`  goes on for up to ${command.residualFor}`]),
        `  proof: ${command.proof === undefined ? '-' : inLanguage(command.proof.text, 'en')}`,
      ]),
    )
    await expect(`${provider.title}\n${provider.setup.join('\n')}\n\n${lines.join('\n')}\n`).toMatchFileSnapshot(
      `goldens/${provider.id}.txt`,
    )
  })

  it.each(providers.filter(({ id }) => id !== 'generic'))('$id: offers what a takeover asks for, or is known not to', (provider) => {
    const needed: readonly ProviderAct[] = [
      'export-log',
      'list-sessions',
      'list-factors',
      'list-grants',
      'block-account',
      'unblock-account',
      'revoke-sessions',
      'remove-factors',
      'restore-contact',
      'remove-role',
      'force-reset',
    ]
    expect(
      needed.filter((act) => (provider.acts[act] ?? []).length === 0),
      'an act that the system does not have belongs to LACKING, above in this file, with the reason',
    ).toEqual(LACKING[provider.id] ?? [])
    for (const act of ['block-account', 'revoke-sessions', 'force-reset'] as const) {
      const first = provider.acts[act]?.[0]
      if (first !== undefined) expect(first.permission && first.userImpact?.ja, act).toBeTruthy()
    }
    const revoking = provider.acts['revoke-sessions'] ?? []
    expect(revoking.length === 0 || revoking.some(({ residual }) => (residual?.ja ?? '') !== '')).toBe(true)
  })

  it('how long something goes on working is a duration, and is said in words as well', () => {
    for (const { id, command } of everyCommand()) {
      if (command.residualFor === undefined) continue
      expect(command.residualFor, id).toMatch(/^P(\d+D|T\d+[HM])$/)
      expect(command.residual?.ja, id).toBeTruthy()
    }
  })

  it('what must be filled in by hand says so: bulk scripts leave it out', () => {
    const blank =
      /(?<![$"{\w])(?!UTF_|NEXT_)[A-Z]{2,}(?:_[A-Z]+)*_(?:ID|ALIAS|NAME|KEY|REF|PASSWORD|CONTROLLER)\b|\bHOST\b|=PROVIDER\b|\bSERIAL\b/
    for (const { id, act, command } of everyCommand()) {
      const template = command.command.replaceAll('UPDATE_PASSWORD', '')
      if (blank.test(template)) expect(command.byHand, `${id} ${act}: ${template}`).toBe(true)
    }
  })

  it('what a plan may lack has another command beside it', () => {
    const found = everyCommand().filter(({ command }) => command.fallback !== undefined)
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(['auth0', 'cognito', 'okta']))
    const [sessions] = fillCommands(findProvider('auth0'), findProvider('auth0').acts['revoke-sessions'] ?? [], values, 'ja')
    const [, instead] = fillCommands(findProvider('auth0'), findProvider('auth0').acts['revoke-sessions'] ?? [], values, 'en')
    expect(sessions?.note).toContain('Enterpriseプランが必要')
    expect(instead).toMatchObject({ note: 'without the Enterprise plan', command: expect.stringContaining('--blocked=true') })
  })

  it('containment never deletes or deactivates an account', () => {
    for (const provider of providers) expect(text(provider, 'block-account')).not.toMatch(/deactivate\b|\bdelete\b|userdel/)
    expect(text(findProvider('okta'), 'block-account')).toMatch(/lifecycle\/suspend/)
  })

  it('Linux: expiry, keys and sessions; Entra: a residual window; Auth0: the fallback without Enterprise', () => {
    expect(text(findProvider('linux'), 'block-account')).toMatch(/usermod -L -e 1[^]*authorized_keys/)
    expect(text(findProvider('linux'), 'revoke-sessions')).toMatch(/terminate-user[^]*pkill/)
    expect(findProvider('m365').acts['revoke-sessions']?.[0]?.residual?.en).toMatch(/Residual window.*guests/)
    expect(findProvider('auth0').acts['revoke-sessions']?.[0]?.fallback?.needs.ja).toMatch(/Enterprise/)
    expect(text(findProvider('windows'), 'force-reset')).toMatch(/1\.\.2/)
  })

  it('aliases, own providers and unknown ones', () => {
    expect(findProvider('cloudtrail').id).toBe('aws')
    expect(findProvider('okta', [{ id: 'okta', title: 'Ours', setup: [], acts: {} }]).title).toBe('Ours')
    expect(findProvider('my-shop')).toMatchObject({ id: 'generic', acts: {} })
  })

  it("what was read nowhere says so, and each step's acts exist", () => {
    const unread = everyCommand().filter(({ command }) => command.unverified)
    expect([...new Set(unread.map(({ id, act }) => `${id} ${act}`))]).toEqual(['forgerock remove-role', 'onelogin unblock-account'])
    for (const step of Object.values(ACCOUNT_STEPS)) for (const act of step.acts ?? []) expect(PROVIDER_ACTS).toContain(act)
  })
})
