/**
 * One answer on the telephone is told by some providers twice within the second (Okta: `user.mfa.okta_verify.deny_push` and the failed
 * `user.authentication.auth_via_mfa`); nobody gets and answers a second prompt so soon.
 */
export const SAME_ANSWER_MS = 2000
