import type { Computed, Path } from '../define-format.ts'
import { isPartOfPage } from '../web-request.ts'

type Value = string | undefined

/** Whose session a request was of, as the site says it, and the request. */
type Told = (...values: readonly Value[]) => readonly [account: Value, session: Value, method: Value, target: Value]

/**
 * Pages that a member's session asked for, where the log names both. What is sent to a page may be what somebody typed into it, which is
 * why only what was asked for counts.
 */
export const memberAt = (from: readonly Path[], told: Told): Computed => ({
  from,
  to: (...values) => {
    const [account, session, method, target] = told(...values)
    if (account === undefined || session === undefined || method !== 'GET' || target === undefined) return undefined
    return isPartOfPage(target) ? undefined : 'member'
  },
})
