import type { Computed, Path } from '../define-format.ts'
import { MEMBER_KEYS, SESSION_KEYS } from '../web-json-names.ts'
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

const isThere = (value: Value): boolean => value !== undefined && value !== '' && value !== '-' && value !== 'null'

/** The same of requests as JSON: `request` makes method and target of the values at `from`. */
export const memberInJson = (from: readonly Path[], request: (...values: readonly Value[]) => readonly [Value, Value]): Computed =>
  memberAt([...MEMBER_KEYS, ...SESSION_KEYS, ...from], (...values) => {
    const members = values.slice(0, MEMBER_KEYS.length)
    const sessions = values.slice(MEMBER_KEYS.length, MEMBER_KEYS.length + SESSION_KEYS.length)
    return [members.find(isThere), sessions.find(isThere), ...request(...values.slice(MEMBER_KEYS.length + SESSION_KEYS.length))]
  })
