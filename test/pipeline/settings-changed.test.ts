import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasChangedSettings } from '../../src/pipeline/settings-changed.ts'
import type { CaseSession } from '../../src/model/case.ts'
import type { Action } from '../../src/model/vocabulary.ts'

const sessionOf = (...codes: readonly (string | null)[]): CaseSession =>
  ({ actions: codes.map((code) => ({ time: '', action: 'identity-provider-change', outcome: 'success', code })) }) as unknown as CaseSession
const changed = (codes: readonly (string | null)[], done: readonly Action[] = ['identity-provider-change']): boolean =>
  hasChangedSettings(new Set(done), [sessionOf(...codes)])

/** The codes that the fixtures of a format have for such acts. */
const codesOf = (format: string): readonly string[] => {
  const folder = `fixtures/formats/${format}`
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readFileSync(`${folder}/${name}/expected.ndjson`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { action: string; code?: string })
    .flatMap(({ action, code }) => (action === 'identity-provider-change' && code !== undefined ? [code] : []))
}

describe('whom the service trusts', () => {
  it.each([
    ['keycloak', /^(?:REMOVE_)?FEDERATED_IDENTITY/],
    ['zitadel', /externalidp/],
    ['wso2', /federated-user-association/],
    ['auth0', /users\/:id\/identities/],
    ['cognito', /ProviderForUser$/],
    ['supabase', /identity_unlinked/],
    ['gigya', /connection\//],
  ])('is not changed by linking one account with an external identity (%s)', (format, link) => {
    const links = codesOf(format).filter((code) => link.test(code))
    expect(links.length).toBeGreaterThan(0)
    for (const code of links) expect(changed([code]), code).toBe(false)
  })
  it('is changed by a new identity provider, also beside such a link, and by a policy', () => {
    expect(changed(['CreateIdentityProvider'])).toBe(true)
    expect(changed(['AdminLinkProviderForUser'])).toBe(false)
    expect(changed(['AdminLinkProviderForUser', 'CreateIdentityProvider'])).toBe(true)
    expect(changed(['FEDERATED_IDENTITY_LINK'], ['policy-change'])).toBe(true)
    expect(changed(['FEDERATED_IDENTITY_LINK'], ['login'])).toBe(false)
    expect(changed([null])).toBe(true)
    expect(changed([])).toBe(true)
  })
})
