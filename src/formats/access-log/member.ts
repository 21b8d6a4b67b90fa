import type { Computed, Looked, Path } from '../define-format.ts'
import { MEMBER_KEYS, SESSION_KEYS } from '../web-json-names.ts'
import { isPartOfPage } from '../web-request.ts'

type Value = string | undefined

/** Whose session a request was of, as the site says it, and the request. */
type Told = (...values: readonly Value[]) => readonly [account: Value, session: Value, method: Value, target: Value]

const isPage = (method: Value, target: Value): boolean => method === 'GET' && target !== undefined && !isPartOfPage(target)

/**
 * Pages that a member's session asked for, where the log names both. What is sent to a page may be what somebody typed into it, which is
 * why only what was asked for counts.
 */
export const memberAt = (from: readonly Path[], told: Told): Computed => ({
  from,
  to: (...values) => {
    const [account, session, method, target] = told(...values)
    return account !== undefined && session !== undefined && isPage(method, target) ? 'member' : undefined
  },
})

const isThere = (value: Value): boolean => value !== undefined && value !== '' && value !== '-' && value !== 'null'

/**
 * The same of requests as JSON: `request` makes method and target of the values at `from`. Names that a member may have are many, and most
 * requests tell before that they are no member's page.
 */
export const memberInJson = (from: readonly Path[], request: (...values: readonly Value[]) => readonly [Value, Value]): Looked => ({
  from: [...from, ...SESSION_KEYS, ...MEMBER_KEYS],
  look: (read) => {
    const hasOne = (keys: readonly string[], start: number): boolean => keys.some((_, at) => isThere(read(start + at)))
    const isMembers = isPage(...request(...from.map((_, at) => read(at)))) && hasOne(SESSION_KEYS, from.length)
    return isMembers && hasOne(MEMBER_KEYS, from.length + SESSION_KEYS.length) ? 'member' : undefined
  },
})
