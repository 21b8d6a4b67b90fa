import { lineDepth, programDepth } from '../scores/packed-novelty.ts'
import type { Like } from './trace-tails.ts'

/** What kind of login each is, by how new it is to its account; logins by position. */
export interface LoginKinds {
  /** Of an account that was seen on one day only. */
  readonly isNewcomer: (at: number) => boolean
  /** From a line that is new to the account. */
  readonly isElsewhere: (at: number) => boolean
  /** From a new place: only such may be a thief's. */
  readonly isSubject: (at: number) => boolean
  readonly likeOf: (at: number) => Like
}

export const loginKinds = (novelty: ArrayLike<number>): LoginKinds => {
  const isNewcomer = (at: number): boolean => (novelty[at] as number) < 0
  const isElsewhere = (at: number): boolean => !isNewcomer(at) && lineDepth(novelty[at] as number) > 0
  return {
    isNewcomer,
    isElsewhere,
    isSubject: (at) => isNewcomer(at) || isElsewhere(at),
    likeOf: (at) => {
      if (isNewcomer(at)) return 'newcomers'
      return programDepth(novelty[at] as number) === 2 ? 'machines' : 'others'
    },
  }
}
