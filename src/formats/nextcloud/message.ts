import { recall } from '../../kernel/recall.ts'

/** What a message says: its code, and whom it names. */
export interface NextcloudMessage {
  readonly code: string | undefined
  readonly user?: string
  readonly method?: string
}

/**
 * Source: lib/private/User/Session.php, Security/Bruteforce/Throttler.php and apps/admin_audit of the server's code.
 * A typed name ends where the words that Nextcloud wrote itself begin, the last time they occur.
 */
const MESSAGES: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['log/login-failed', /^Login failed: '?(?<user>.*?)'? \(Remote IP: '?[^')]{2,60}'?\)$/],
  ['audit/login-failed', /^Login failed: "(?<user>.*)"$/],
  ['throttle/login', /^Bruteforce attempt from "[^"]{2,60}" detected for action "login"\.?$/],
  ['throttle/other', /^Bruteforce attempt from "[^"]{2,60}" detected for action "[^"]{1,60}"\.?$/],
  ['audit/login-started', /^Login attempt: ".*"$/],
  ['audit/login-successful', /^Login successful: "(?<user>.*)"$/],
  ['audit/logout', /^Logout occurred(?: for "(?<user>.*)")?$/],
  ['audit/factor-failed', /^Failed two factor attempt by user .* \((?<user>[^()]*)\) with provider (?<method>.*)$/],
  ['audit/factor-passed', /^Successful two factor attempt by user .* \((?<user>[^()]*)\) with provider (?<method>.*)$/],
  ['audit/user-created', /^User created: "(?<user>.*)"$/],
  ['audit/user-deleted', /^User deleted: "(?<user>.*)"$/],
  ['audit/user-enabled', /^User enabled: "(?<user>.*)"$/],
  ['audit/user-disabled', /^User disabled: "(?<user>.*)"$/],
  ['audit/password-changed', /^Password of user "(?<user>.*)" has been changed$/],
  ['audit/email-changed', /^Email address changed for user (?<user>.*)$/],
  ['audit/made-admin', /^User "(?<user>.*)" added to group "admin"$/],
  ['log/untrusted-domain', /^Trusted domain error\. /],
]

const parse = (message: string): NextcloudMessage => {
  for (const [code, pattern] of MESSAGES) {
    const match = pattern.exec(message)
    if (match === null) continue
    const { user, method } = match.groups ?? {}
    return { code, ...(user !== undefined && { user }), ...(method !== undefined && { method }) }
  }
  return { code: undefined }
}

const recalled = recall(parse)

/** Reads one message. */
export const readMessage = (message: string | undefined): NextcloudMessage => recalled(message ?? '')
