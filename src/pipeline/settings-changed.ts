import type { CaseSession } from '../model/case.ts'
import type { Action } from '../model/vocabulary.ts'

/**
 * Codes by which an external identity is linked with one account, or unlinked: a way back into that account, and no setting of the
 * service. Keycloak's user events, WSO2's audit, Cognito's API, Auth0's Management API, Supabase's and Zitadel's events, Gigya's endpoints,
 * as their formats read them.
 */
const LINKS_OF_ONE_ACCOUNT: readonly RegExp[] = [
  /(?:^|\/|_)FEDERATED_IDENTITY(?:_|\/|$)/,
  /^create-federated-user-association$/,
  /^Admin(?:Link|Disable)ProviderForUser$/,
  /\busers\/:id\/identities\b/,
  /(?:^|\/)identity_unlinked$/,
  /^user\.human\.externalidp\./,
  /^socialize\.(?:add|remove)connection\//i,
]

const isOfOneAccount = (code: string | null): boolean => code !== null && LINKS_OF_ONE_ACCOUNT.some((link) => link.test(code))

/** Did they change whom the service trusts for logins, or what a login needs? That is everybody's; an account's own link is not. */
export const hasChangedSettings = (done: ReadonlySet<Action>, sessions: readonly CaseSession[]): boolean => {
  if (done.has('policy-change')) return true
  if (!done.has('identity-provider-change')) return false
  const seen = sessions.flatMap(({ actions }) => actions.filter(({ action }) => action === 'identity-provider-change'))
  // What was done to others, or beyond the actions that a session lists, is not seen here.
  return seen.length === 0 || seen.some(({ code }) => !isOfOneAccount(code))
}
