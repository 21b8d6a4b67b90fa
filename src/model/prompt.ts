/**
 * One answer on the telephone is told by some providers under two names within the second (Okta: `user.mfa.okta_verify.deny_push` and the failed
 * `user.authentication.auth_via_mfa`): so close, two names are one answer. Under one name each is one of its own.
 */
export const SAME_ANSWER_MS = 2000
