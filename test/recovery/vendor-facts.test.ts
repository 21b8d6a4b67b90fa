import { describe, expect, it } from 'vitest'
import type { ProviderAct } from '../../src/recovery/define-provider.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'

const commands = (id: string, act: ProviderAct): readonly string[] => (findProvider(id).acts[act] ?? []).map(({ command }) => command)
const codes = (id: string, act: ProviderAct): readonly string[] =>
  (findProvider(id).acts[act] ?? []).flatMap(({ proof }) => proof?.codes ?? [])

/** What a vendor's documentation says and a command would quietly get wrong; each was printed wrongly once. */
describe('facts that a command must not get wrong', () => {
  it('PingOne: without a time to come in unlockAt nothing is locked', () => {
    const [, until] = /"unlockAt":"([^"]+)"/.exec(commands('pingone', 'block-account')[0] ?? '') ?? []
    expect(Date.parse(until ?? '')).toBeGreaterThan(Date.parse('2090-01-01'))
  })

  it('Salesforce: tokens are no rows to delete, a reset sends mail, histories have no column Type', () => {
    expect(commands('salesforce', 'revoke-tokens').join()).toMatch(/SELECT DeleteToken FROM OauthToken.*services\/oauth2\/revoke/)
    expect(commands('salesforce', 'revoke-tokens').join()).not.toContain('delete record')
    expect(findProvider('salesforce').acts['force-reset']?.[0]?.note?.ja).toContain('送られる')
    expect(commands('salesforce', 'remove-factors').join()).toMatch(/SELECT VerificationTime,VerificationMethod/)
  })

  it('PingAM: passkeys are deleted one by one, only OATH and push are reset', () => {
    const factors = commands('forgerock', 'remove-factors').join('\n')
    expect(factors).toMatch(/DELETE .*2fa\/webauthn\/DEVICE_ID/)
    expect(factors).not.toContain('webauthn?_action=reset')
  })

  it('GAM 7 takes roles away by assignment; ZITADEL keeps tokens of machine users in its management API', () => {
    expect(commands('google-workspace', 'remove-role')).toEqual(['gam print admins user {account}', 'gam delete admin ROLE_ASSIGNMENT_ID'])
    expect(commands('zitadel', 'revoke-grants').join()).toContain('/management/v1/users/')
  })

  it('OpenSSH since 9.8 logs connections as sshd-session', () => {
    for (const program of ['sshd', 'sshd-session', 'sshd-auth'])
      expect(commands('linux', 'export-log')[0]).toMatch(new RegExp(`_COMM=${program}(?= )`))
  })

  it('Keycloak writes ACTION where credentials and consents are removed; an old password is no way to the new one', () => {
    expect(codes('keycloak', 'remove-factors')).toContain('ACTION users/:id/credentials/:id')
    expect(codes('keycloak', 'revoke-grants')).toContain('ACTION users/:id/consents/:id')
    expect(codes('keycloak', 'remove-identities')).toContain('DELETE users/:id/federated-identity/:id')
    expect(codes('keycloak', 'force-reset')).toContain('ACTION users/:id/reset-password')
    for (const id of ['keycloak', 'aws']) expect(commands(id, 'force-reset')[0]).toMatch(/password.*"\$\(openssl rand/)
  })

  it('SAP Customer Data Cloud: the audit has a host of its own', () => {
    expect(commands('gigya', 'export-log')[0]).toContain(`'https://audit.'"$DC"'.gigya.com/audit.search'`)
    expect(commands('gigya', 'revoke-sessions')[0]).toContain(`'https://accounts.'"$DC"'.gigya.com/accounts.logout'`)
  })
})
