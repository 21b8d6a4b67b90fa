import type { FoldRecord } from '../define-format.ts'

const isRefusalBy = (teller: string, { action, outcome, code }: FoldRecord): boolean =>
  action === 'login' && outcome === 'failure' && code?.startsWith(`${teller}/`) === true

/**
 * Of a wrong password the user store writes a line, without an address, and where the audit of logins is switched on the framework writes
 * another, with one (UserMgtFailureAuditLogger and AuthenticationAuditLoggingHandler): of one account's within a moment each of the
 * framework's stands for one of the store's.
 */
export const foldRefusals = (records: readonly FoldRecord[]): readonly number[] => {
  let told = records.filter((record) => isRefusalBy('Login', record)).length
  return [...records.keys()].filter((row) => !isRefusalBy('Authentication', records[row] as FoldRecord) || told-- <= 0)
}
