import type { Computed, Path } from '../define-format.ts'

type Value = string | undefined

/** Whose session a request was of, as the site says it, and the request. */
type Told = (...values: readonly Value[]) => readonly [account: Value, session: Value, method: Value, target: Value]

/** What pages are made of: browsers fetch dozens for each. */
const PART_OF_PAGE = /\.(?:css|js|mjs|map|json|png|jpe?g|gif|svg|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp4|webm|mp3|txt|xml)(?:[?#]|$)/i

/**
 * Pages that a member's session asked for, where the log names both. What is sent to a page may be what somebody typed into it, which is
 * why only what was asked for counts.
 */
export const memberAt = (from: readonly Path[], told: Told): Computed => ({
  from,
  to: (...values) => {
    const [account, session, method, target] = told(...values)
    if (account === undefined || session === undefined || method !== 'GET' || target === undefined) return undefined
    return PART_OF_PAGE.test(target) ? undefined : 'member'
  },
})
