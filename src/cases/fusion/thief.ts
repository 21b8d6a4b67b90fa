/** What may stand beside a login from a new address. */
export const TRACES = ['failed', 'barren', 'reset', 'forgotten', 'changed', 'renewed', 'seized'] as const
export type Trace = (typeof TRACES)[number]

/**
 * How many thieves do what takes an account over, at once: assumptions (of the manual hijackers a minority locks the owner out, Bursztein
 * et al., IMC 2014). Whoever reads the victim's mail needs no password to try first; whoever changes the password only, the owner finds
 * out at the next login.
 */
export const THIEVES_SHARE: Readonly<Partial<Record<Trace, number>>> = {
  reset: 0.12,
  forgotten: 0.01,
  changed: 0.25,
  renewed: 0.05,
  // Some of those who do two of these: the account is theirs then, and owners hardly ever need both.
  seized: 0.1,
}

/** What is done about the account, beside what is tried. */
export const ACTS = ['reset', 'forgotten', 'changed', 'renewed'] as const satisfies readonly Trace[]

/** Thieves who do nothing of the kind. */
export const WITHOUT_ACT = 1 - ACTS.reduce((sum, act) => sum + (THIEVES_SHARE[act] ?? 0), 0)
/** log10 of that; nearly all owners do not. */
export const NO_ACT = Math.log10(WITHOUT_ACT)

/**
 * Whether the login was the first try of the day from a place new to the account; others failed there, or at another one, or more than people
 * do who try at home and on the way.
 */
export const TRIES = { none: 0, there: 1, scattered: 2, many: 3 } as const
export const MANY_SCATTERED = 6
/** How thieves' logins divide over these: an assumption. Half of them know the password for sure; lists are tried through many addresses. */
export const THIEVES_TRIES: readonly number[] = [0.5, 0.3, 0.1, 0.1]

/**
 * What came of it where the account had been used from before, within days: nothing; it opened as before; it failed, or the password had to be
 * set anew; an operator shut the account.
 */
export const REPLY = { none: 0, kept: 1, lost: 2, stopped: 3 } as const
/**
 * How thieves' acts divide over these, where the password was changed and where it was not: assumptions. Nobody tells the owner the new
 * password, and an owner who stays logged in notices late; of a changed contact the owner learns by chance.
 */
export const THIEVES_REPLIES = {
  withPassword: [0.45, 0.05, 0.4, 0.1],
  without: [0.5, 0.3, 0.12, 0.08],
} as const satisfies Readonly<Record<string, readonly number[]>>
