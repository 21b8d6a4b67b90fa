import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { inLanguage } from '../../src/recovery/bilingual.ts'
import { BY_HAND, isByHand } from '../../src/recovery/by-hand.ts'
import { ACCOUNT_STEPS, type StepId } from '../../src/recovery/catalogue/account-steps.ts'
import { declaredCommands } from '../../src/recovery/commands.ts'
import { PROVIDER_ACTS, type Provider, type ProviderAct } from '../../src/recovery/define-provider.ts'
import { matchProofs } from '../../src/recovery/match-proofs.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import type { Action } from '../../src/model/vocabulary.ts'
import { account, input } from './support/accounts.ts'

/** Whose logs tell of an account of the provider; elsewhere the format of the same name. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  linux: ['sshd'],
  aws: ['cloudtrail'],
  cognito: ['cognito', 'cloudtrail'],
  entra: ['entra', 'm365'],
}
/** Read, but the owner's own doing, another act, or nobody's: each is explained where the provider is declared. */
const READ_AND_NO_PROOF: Readonly<Record<string, readonly string[]>> = {
  'azure-b2c': ['E2'],
  duo: ['E2'],
  entra: ['E4'],
  pingone: ['R4'],
  supabase: ['E3'],
}

interface Read {
  readonly actions: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
}

/** What the formats read as done, by their fixtures: every cell of every code table has one. */
const readOf = ({ id }: Provider): Read => {
  const folders = (FORMATS[id] ?? [id]).map((format) => new URL(`../../fixtures/formats/${format}/`, import.meta.url))
  const events = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(`${name}/expected.ndjson`, folder)))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { action: string; outcome: string; code?: string })
    .filter(({ outcome }) => outcome === 'success' || outcome === 'info')
  const prefixes = (code: string): readonly string[] => code.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))
  return {
    actions: new Set(events.map(({ action }) => action)),
    codes: new Set(events.flatMap(({ code }) => (code === undefined ? [] : prefixes(code.toLowerCase())))),
  }
}

const codesOf = (provider: Provider, acts: readonly ProviderAct[]): readonly string[] =>
  declaredCommands(provider, acts).flatMap(({ proof }) => (proof?.codes ?? []).map((code) => code.toLowerCase()))

const isProvable = (provider: Provider, id: StepId, { actions, codes }: Read): boolean => {
  const { acts = [], proofActions = [] } = ACCOUNT_STEPS[id]
  const ofOthers = new Set(
    codesOf(
      provider,
      PROVIDER_ACTS.filter((act) => !acts.includes(act)),
    ),
  )
  const own = codesOf(provider, acts).filter((code) => !ofOthers.has(code))
  return own.some((code) => codes.has(code)) || proofActions.some((action) => actions.has(action))
}

const changing = (provider: Provider): readonly StepId[] =>
  (Object.keys(ACCOUNT_STEPS) as StepId[]).filter((id) =>
    (ACCOUNT_STEPS[id].acts ?? []).some((act) => !/^(?:list|export)-/.test(act) && provider.acts[act] !== undefined),
  )

describe.each(providers.filter(({ id }) => id !== 'generic'))('$id', (provider) => {
  it('each step that changes something is either proven by a record that we read, or said to be ticked off by hand', () => {
    const read = readOf(provider)
    expect(read.codes.size).toBeGreaterThan(0)
    const exceptions = READ_AND_NO_PROOF[provider.id] ?? []
    const unproven = changing(provider).filter((id) => !isProvable(provider, id, read))
    expect(changing(provider).filter((id) => isByHand(provider, id))).toEqual(
      changing(provider).filter((id) => unproven.includes(id) || exceptions.includes(id)),
    )
    // An exception that is none any more must go.
    for (const id of exceptions) expect(isProvable(provider, id as StepId, read)).toBe(true)
  })

  it('says so in both languages, where it is so and nowhere else', () => {
    const who = account({ provider: provider.id, account: 'u1' })
    for (const lang of ['en', 'ja'] as const) {
      const steps = buildChecklists(input([who]), { lang }).accountSteps(who)
      expect(steps.length).toBeGreaterThan(3)
      for (const { id, proof } of steps) expect((proof ?? '').includes(BY_HAND[lang]), id).toBe(isByHand(provider, id as StepId))
    }
  })
})

/** The step after newer logs show one record of somebody else's doing on the account. */
const stateAfter = (id: string, action: Action, code: string, step: string): string | undefined => {
  const who = account({
    provider: id,
    account: 'u1',
    contactChanged: { old: 'old@example.com', new: 'new@example.com' },
    roleGranted: true,
  })
  const steps = buildChecklists(input([who]), { lang: 'en' }).accountSteps(who)
  expect(steps.map((one) => one.id)).toContain(step)
  const after = matchProofs(
    steps,
    [
      {
        time: '2026-11-22T00:00:00.000Z',
        action,
        outcome: 'success',
        code,
        source: null,
        network: null,
        byOther: true,
        evidence: { record: 'r', where: { input: 0, line: 1, offset: 0, length: 1 } },
      },
    ],
    {
      provider: findProvider(id),
      after: '2026-11-21T00:00:00.000Z',
      badSources: new Set(),
      usual: new Set(),
      logEnd: '2026-11-23T00:00:00.000Z',
    },
  )
  return after.find((one) => one.id === step)?.state
}

describe('what looks like a proof and is none', () => {
  it.each([
    ['zitadel', 'token-revoke', 'oidc_session.refresh_token.revoked', 'E1'],
    // A grant, an API token, an app password taken back ends no session; a login's refresh token is no grant.
    ['entra', 'token-revoke', 'Remove delegated permission grant', 'E1'],
    ['entra', 'token-revoke', 'Remove delegated permission grant', 'E4'],
    ['okta', 'token-revoke', 'system.api_token.revoke/SUCCESS', 'E1'],
    ['google-workspace', 'token-revoke', 'revoke', 'E1'],
    ['google-workspace', 'token-revoke', 'REVOKE_ASP', 'E1'],
    ['wordpress', 'token-revoke', 'user_application_password_revoked', 'E1'],
    ['keycloak', 'token-revoke', 'REVOKE_GRANT', 'E1'],
    ['auth0', 'token-revoke', 'srrt', 'E4'],
    ['pingone', 'account-unlock', 'PASSWORD.UNLOCKED/SUCCESS', 'R4'],
    ['supabase', 'recovery-change', 'generate_recovery_codes', 'E3'],
    ['duo', 'mfa-remove', 'user_update/Bypass', 'E2'],
    // The attacker's own failures lock an account, for a while.
    ['okta', 'account-lock', 'user.account.lock/FAILURE', 'C1'],
    ['linux', 'account-lock', 'pam-lock', 'C1'],
    ['auth0', 'other', 'sapi * clients', 'E5'],
    ['keycloak', 'other', 'UPDATE users/:id', 'E5'],
  ] as const)('%s: %s (%s) does not tick off %s', (id, action, code, step) => {
    expect(stateAfter(id, action, code, step)).toBe('open')
  })
})

describe('what an administrator did', () => {
  it.each([
    ['auth0', 'other', 'sapi DELETE users/:id/roles', 'E5'],
    ['keycloak', 'other', 'DELETE users/:id/role-mappings/clients/:id', 'E5'],
    ['entra', 'other', 'Remove member from role', 'E5'],
    ['entra', 'other', 'Remove member from role.', 'E5'],
    ['google-workspace', 'other', 'UNASSIGN_ROLE', 'E5'],
    ['windows', 'other', '4733', 'E5'],
    ['cognito', 'other', 'AdminRemoveUserFromGroup', 'E5'],
    ['pingone', 'other', 'ROLE_ASSIGNMENT.DELETED/SUCCESS', 'E5'],
    ['linux', 'other', 'power-taken', 'E5'],
    ['linux', 'account-disable', 'account-locked', 'C1'],
    ['linux', 'password-reset', 'expiry-changed', 'R2'],
    ['okta', 'token-revoke', 'app.oauth2.as.consent.revoke/SUCCESS', 'E4'],
    ['zitadel', 'token-revoke', 'user.pat.removed', 'E4'],
  ] as const)('%s: %s (%s) ticks off %s', (id, action, code, step) => {
    expect(stateAfter(id, action, code, step)).toBe('done')
  })
})

describe('what stands beside a command', () => {
  /** Words of English prose; names of events, rights and commands of a vendor are its own, quoted ones what the log says. */
  const PROSE =
    /(?<![^\s(])(?:an?|the|by|of|or|at|on|with|event|events|left|logged|locked|removed|changed|lifted|twice|administrator|application|access)(?![^\s,;)])/
  it('is Japanese in Japanese', () => {
    const found = providers.flatMap((provider) =>
      PROVIDER_ACTS.flatMap((act) =>
        (provider.acts[act] ?? []).flatMap(({ proof, permission }) =>
          [proof?.text, permission]
            .flatMap((text) => (text === undefined ? [] : [inLanguage(text, 'ja')]))
            .map((text) => `${provider.id} ${act}: ${text}`),
        ),
      ),
    )
    expect(found.length).toBeGreaterThan(200)
    // Exchange's role is called so.
    const said = found.map((text) => text.replaceAll(/"[^"]*"/g, '').replace('Exchange administrator', ''))
    expect(said.filter((text) => PROSE.test(text.slice(text.indexOf(':') + 1)))).toEqual([])
  })
})

describe('steps of a class', () => {
  const proofOf = (providersOf: readonly string[], lang: 'en' | 'ja'): string => {
    const many = providersOf.map((provider, n) => account({ provider, account: `u${n}` }))
    return buildChecklists(input(many), { lang }).classSteps.find(({ id }) => id === 'A/E1')?.proof ?? ''
  }

  it('say it too: of all, or by the name of the system whose log is silent', () => {
    const eight = (...ids: readonly string[]): readonly string[] => Array.from({ length: 8 }, (_, n) => ids[n % ids.length] as string)
    for (const lang of ['en', 'ja'] as const) {
      expect(proofOf(eight('okta'), lang)).not.toContain(BY_HAND[lang])
      expect(proofOf(eight('salesforce'), lang)).toContain(BY_HAND[lang])
      const mixed = proofOf(eight('okta', 'salesforce'), lang)
      expect(mixed).not.toContain(BY_HAND[lang])
      expect(mixed).toMatch(
        lang === 'ja' ? /Salesforce[^。]*のログでは完了を確認できない/ : /from the log of Salesforce[^.]*: tick it off by hand/,
      )
      expect(mixed).not.toContain('Okta')
    }
  })
})
