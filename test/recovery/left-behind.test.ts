import { describe, expect, it } from 'vitest'
import { accountSteps } from '../../src/recovery/account-steps.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { account, input } from './support/accounts.ts'

/** What goes on working after a new password, by provider: each is listed before anything is removed, and taken away. */
const LEFT_BEHIND: Readonly<Record<string, readonly (readonly [what: string, listed: RegExp, removed: RegExp])[]>> = {
  auth0: [
    ['factors and passkeys', /authentication-methods'/, /delete 'users\/\S+\/authentication-methods/],
    ['grants', /get 'grants/, /delete 'grants/],
    ['linked identities', /get 'users\/[^/']+'/, /delete 'users\/\S+\/identities/],
    ['roles', /get 'users\/[^/']+\/roles'/, /delete 'users\/\S+\/roles/],
  ],
  authentik: [
    ['app passwords and API tokens', /GET .*\/core\/tokens\/\?/, /DELETE .*\/core\/tokens\/TOKEN_ID/],
    ['consents', /GET .*user_consent/, /DELETE .*user_consent/],
    ['linked identities', /GET .*user_connections/, /DELETE .*user_connections/],
  ],
  aws: [
    ['SSH keys', /list-ssh-public-keys/, /delete-ssh-public-key/],
    ['credentials of services', /list-service-specific-credentials/, /delete-service-specific-credential/],
    ['certificates', /list-signing-certificates/, /delete-signing-certificate/],
    ['policies', /list-attached-user-policies/, /detach-user-policy/],
    ['groups', /list-groups-for-user/, /remove-user-from-group/],
  ],
  'azure-b2c': [['grants', /GET .*oauth2PermissionGrants/, /DELETE .*oauth2PermissionGrants\/GRANT_ID/]],
  entra: [
    ['rules that forward or hide mail, hidden ones too', /Get-InboxRule .*-IncludeHidden/, /Disable-InboxRule/],
    ['forwarding', /Get-Mailbox .*'Forward\*'/, /Set-Mailbox .*-ForwardingSmtpAddress \$null/],
    ['delegates', /Get-MailboxPermission/, /Remove-MailboxPermission/],
    ['grants', /Get-MgUserOauth2PermissionGrant/, /Remove-MgOauth2PermissionGrant/],
    ['secrets of applications', /Get-MgUserOwnedObject/, /Update-MgServicePrincipal/],
    ['passkeys', /authentication\/methods'/, /fido2Methods/],
  ],
  forgerock: [
    ['grants', /GET .*oauth2\/applications\?_queryFilter/, /DELETE .*oauth2\/applications\//],
    ['trusted devices', /trusted/, /DELETE .*devices\/trusted\/DEVICE_ID/],
  ],
  gigya: [
    ['linked identities', /include=identities-all/, /socialize\.removeConnection/],
    ['remembered devices', /include=\S*rba/, /tfa\.unregisterDevice/],
  ],
  'google-workspace': [
    ['filters', /show filters/, /delete filter FILTER_ID/],
    ['delegates', /show delegates/, /delete delegate DELEGATE_ADDRESS/],
    ['forwarding', /show forwardingaddresses/, /forward off/],
    ['app passwords', /show asps/, /deprovision/],
    ['grants', /show tokens/, /delete token clientid/],
    ['roles', /report admin/, /delete admin ROLE_ASSIGNMENT_ID/],
  ],
  keycloak: [['applications', /consents'/, /clients\/CLIENT_UUID' .*enabled=false/]],
  linux: [
    ['jobs', /crontab -l -u/, /crontab -u \S+ -r/],
    ['services and shell files', /find \/etc\/cron\.d .*-newermt/, /disable-linger/],
    ['keys in every file of keys', /authorized_keys\*/, /authorized_keys\.incident/],
  ],
  okta: [
    ['linked identities', /GET .*\/idps'/, /DELETE .*\/idps\/IDP_ID\/users\//],
    ['API tokens', /GET .*\/grants'/, /DELETE .*api-tokens/],
  ],
  onelogin: [['rights of administrators', /\/roles'/, /DELETE .*privileges\/PRIVILEGE_ID\/users\//]],
  pingone: [['linked identities', /GET .*linkedAccounts/, /DELETE .*linkedAccounts\/LINKED_ACCOUNT_ID/]],
  salesforce: [['linked identities', /FROM ThirdPartyAccountLink/, /Auth\.AuthToken\.revokeAccess/]],
  supabase: [['linked identities', /admin\/users\/[^/']+'/, /delete from auth\.identities/]],
  windows: [
    ['delegation and foreign SIDs', /msDS-AllowedToActOnBehalfOfOtherIdentity.*SIDHistory/, /Remove-ADGroupMember/],
    ['jobs', /Get-ScheduledTask/, /Remove-ADGroupMember/],
    ['certificates', /userCertificate/, /certutil .*-revoke/],
  ],
  wordpress: [['administrators and code', /application-password list/, /user list --role=administrator/]],
  zitadel: [
    ['memberships', /memberships\/_search/, /DELETE .*orgs\/me\/members/],
    ['roles in projects', /users\/grants\/_search/, /DELETE .*\/grants\/GRANT_ID/],
  ],
}

/** An account in which everything was done that an intruder does to stay. */
const everything = (provider: string) =>
  account({
    provider,
    class: 'B',
    findingTypes: ['single-source-stuffing', 'rare-consent'],
    contactChanged: { old: 'old@example.jp', new: 'new@example.net' },
    factorChanged: true,
    roleGranted: true,
    tokenCreated: true,
    forwardingChanged: true,
    consentGranted: true,
  })

describe('what an intruder leaves behind', () => {
  const cases = Object.entries(LEFT_BEHIND).flatMap(([id, rows]) => rows.map((row) => [id, ...row] as const))
  it.each(cases)('%s: %s', (id, _, listed, removed) => {
    const who = everything(id)
    const steps = accountSteps(who, input([who]), { lang: 'en' })
    const printed = steps.map(({ commands }) => commands.map(({ command, note }) => `${command} ${note ?? ''}`).join('\n'))
    const [preserving, later] = [printed[steps.findIndex((step) => step.id === 'P1')] ?? '', printed.slice(1).join('\n')]
    expect(preserving).toMatch(listed)
    expect(later).toMatch(removed)
  })

  it('of every system that has more than second factors', () => {
    const known = new Set([...Object.keys(LEFT_BEHIND), 'cognito', 'duo', 'generic', 'identity-platform'])
    expect(providers.filter(({ id }) => !known.has(id)).map(({ id }) => id)).toEqual([])
    expect(findProvider('cognito').acts['remove-identities']?.[0]?.note?.en).toContain('linked since the incident')
  })
})
