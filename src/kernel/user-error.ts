/**
 * A user's mistake: one clear message of three parts. Told from bugs by its brand, not by `instanceof`, so that it
 * survives two copies of the package. `exitCode` 2: usage or configuration; 3: the result is incomplete.
 */
export interface UserError extends Error {
  readonly isUserError: true
  readonly exitCode: 2 | 3
}

/**
 * @param lookedFor what was looked for, and where
 * @param next what to do next; may be empty
 */
export const userError = (lookedFor: string, next = '', exitCode: 2 | 3 = 2): UserError =>
  Object.assign(new Error(next === '' ? lookedFor : `${lookedFor}\n  ${next}`), { isUserError: true as const, exitCode })

export const isUserError = (error: unknown): error is UserError =>
  error instanceof Error && 'isUserError' in error && error.isUserError === true
