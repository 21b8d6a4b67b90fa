import { complain, type Complaint } from '../../i18n/complaint.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { isUserError } from '../../kernel/user-error.ts'
import type { Flaw } from './check.ts'

/** Which part of which file: what a complaint about it begins with. */
export interface Named {
  readonly path: string
  readonly kind: string
  readonly id: string
}

const LONGEST = 40

/** A value as a complaint names it: what it says, or what it is. */
const given = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST))
  if (Array.isArray(value)) return 'list'
  if (value instanceof RegExp) return 'pattern'
  if (typeof value === 'function') return 'function'
  return typeof value === 'object' && value !== null ? 'map' : String(value)
}

/** A part that holds the wrong thing, in the user's words for where that is. */
export const complainOf = (named: Named, { at, value, wants }: Flaw): Complaint => {
  if (typeof wants !== 'string') return complain('complaint.plugin-word', { ...named, at, given: given(value), known: wants.join(', ') })
  if (value === undefined) return complain('complaint.plugin-part', { ...named, missing: at })
  return complain('complaint.plugin-value', { ...named, at, given: given(value), wants })
}

/** An error out of a plug-in's own code, told from a bug of this program. The stack stays the plug-in's, for `--debug`. */
const ownError = (named: Named, error: unknown): Error => {
  if (isUserError(error)) return error
  const own = complain('complaint.plugin-failed', { ...named, detail: reasonOf(error) })
  if (error instanceof Error && error.stack !== undefined) own.stack = error.stack
  return own
}

/** Calls into a plug-in: whatever is thrown there is said as its own. */
export const calling = <Result>(named: Named, call: () => Result): Result => {
  try {
    return call()
  } catch (error) {
    throw ownError(named, error)
  }
}

type Callable = (...args: readonly unknown[]) => unknown

/** A function of a plug-in that answers for what it throws. */
export const answering =
  (named: Named, own: Callable): Callable =>
  (...args) =>
    calling(named, () => own(...args))
