import { createAccountPast } from './account-past.ts'
import type { LoginContext } from './login-context.ts'
import type { Popularity } from './popularity.ts'
import { createSeenValues } from './seen-values.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** What an account showed again more than a day later, as bits; those of `AccountPast.knows` and the machine. */
export const AGAIN = { address: 1, network: 2, kind: 4, device: 8 } as const

/** What came of each login, from a day later on: whoever moved, bought a machine or opened an account comes back with it. */
export interface LaterLives {
  /** By position in `Logins`: bits of `AGAIN`. */
  readonly again: Uint8Array
  /** By position: class of the number of logins that came later. 0: none, or it is the account's first, which is compared with them at once. */
  readonly later: Uint8Array
}

export const LATER_CLASSES = 4
const classOfLater = (count: number): number => (count >= 5 ? 3 : count >= 2 ? 2 : count)

/**
 * Walks through one account's logins from the last to the first. Where something came later, the first login is told by what is new about
 * it against that (`packed`).
 */
export const createLaterWalk = (popularity: Popularity) => {
  const life = createAccountPast(popularity)
  const devices = createSeenValues()
  return (
    context: LoginContext,
    start: number,
    end: number,
    found: LaterLives & { readonly packed: Int32Array; readonly common: Uint8Array },
  ): void => {
    const { time, device } = context
    if ((time[end - 1] as number) - (time[start] as number) <= DAY_US) return
    life.clear()
    devices.clear()
    let next = end - 1
    for (let at = end - 1; at >= start; at -= 1) {
      for (; next > at && (time[next] as number) - (time[at] as number) > DAY_US; next -= 1) {
        life.learn(context, next)
        devices.add(device[next] as number)
      }
      if (at > start) found.later[at] = classOfLater(end - 1 - next)
      found.again[at] = life.knows(context, at) | (devices.has(device[at] as number) ? AGAIN.device : 0)
    }
    const gapUs = (time[next + 1] as number) - (time[start] as number)
    found.common[start] = life.commonness()
    found.packed[start] = life.compare(context, start, { logins: end - 1 - next, gapUs, isSame: false })
  }
}
