import type { Classification } from '../define-format.ts'

/** Actions with which Cloudflare keeps a request away from the site (SecurityAction, WAFAction), in lower case. */
export const edgeActions: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>> = {
  block: { outcome: 'blocked', reason: 'policy-denied' },
  challenge: { outcome: 'blocked', reason: 'policy-denied' },
  jschallenge: { outcome: 'blocked', reason: 'policy-denied' },
  managedchallenge: { outcome: 'blocked', reason: 'policy-denied' },
  connectionclose: { outcome: 'blocked', reason: 'policy-denied' },
  forceconnectionclose: { outcome: 'blocked', reason: 'policy-denied' },
}

/** What Cloudflare knows of the password that was sent (LeakedCredentialCheckResult). */
export const leakedCredentials: Readonly<Record<string, string>> = {
  password_leaked: 'password-leaked',
  username_and_password_leaked: 'name-and-password-leaked',
  username_password_similar: 'similar-password-leaked',
  username_leaked: 'name-leaked',
}

/** Cloudflare Access: the action, and whether the policy let the person in. Who is not let in has shown who they are. */
export const accessActions: Readonly<
  Record<string, Readonly<Record<string, Pick<Classification, 'action' | 'outcome' | 'reason' | 'accountKnown'>>>>
> = {
  login: {
    true: { action: 'login', outcome: 'success', accountKnown: true },
    false: { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  },
  logout: {
    true: { action: 'logout', outcome: 'success' },
  },
}
