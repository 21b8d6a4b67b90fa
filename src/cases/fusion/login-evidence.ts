import type { LoginReader } from '../rows/login-reader.ts'
import type { LoginTable } from '../rows/login-table.ts'
import type { LocatedLogins } from '../scores/logins.ts'

/** Traces around a login from an address new to the account, by position in `Logins`. Counts stop at `MOST`. */
export interface LoginEvidence {
  /** Attempts on the account in the day before, from addresses that it had never logged in from. */
  readonly failed: Uint8Array
  /** Other identifiers that failed at the login's address and never got in there. */
  readonly barren: Uint8Array
  /** `TRIES`: where it failed, if it did. */
  readonly tries: Uint8Array
  /** 1: the password was set anew within the hour before, from the same address, though nobody had typed a wrong one there. */
  readonly reset: Uint8Array
  /** 1: it was set anew after failing there, as people do who forgot it. */
  readonly forgotten: Uint8Array
  /** 1: contact or factor changed within the hour after. */
  readonly changed: Uint8Array
  /** 1: only the password changed within the hour after. */
  readonly renewed: Uint8Array
  /** 1: contact or factor changed, and the password changed or set anew, in one visit. */
  readonly seized: Uint8Array
  /** `REPLY`: what came of such an act where the account had been used from before. */
  readonly reply: Uint8Array
}

export const MOST = 20

export interface EvidenceContext {
  readonly table: LoginTable
  readonly read: LoginReader
  readonly logins: LocatedLogins
  readonly novelty: Int32Array
}
