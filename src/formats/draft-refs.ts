/**
 * Beside a draft: numbers for texts that the store has met before, so that it need not look them up again. A draft's text
 * may then be absent although the field is there, and `textOf` gives it: a number beside an absent text means just that.
 */
export interface DraftRefs {
  account: number
  username: number
  ip: number
  userAgent: number
  client: number
  textOf: (ref: number) => string
}

export const NO_REFS: Readonly<DraftRefs> = { account: -1, username: -1, ip: -1, userAgent: -1, client: -1, textOf: () => '' }

/** Fields whose texts repeat enough. */
export type RefField = Exclude<keyof DraftRefs, 'textOf'>
