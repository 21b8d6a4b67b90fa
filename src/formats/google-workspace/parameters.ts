import { lookup } from '../../kernel/lookup.ts'
import type { Computed, Path } from '../define-format.ts'
import { NO_SECOND_FACTOR } from './login-codes.ts'

/** Where one parameter's value may stand: each export of the same events has a place of its own. */
export type Parameter = (name: string) => readonly Path[]

export const first = (...values: readonly (string | undefined)[]): string | undefined =>
  values.find((value) => value !== undefined && value !== '')

/** What every export tells by parameters alone. */
export const parameterFields = (parameter: Parameter) => ({
  mfaMethod: {
    from: parameter('login_challenge_method'),
    to: (...values: readonly (string | undefined)[]) =>
      values.find((value) => value !== undefined && (value === 'password' || lookup(NO_SECOND_FACTOR, value) === undefined)),
  },
  protocol: parameter('login_type'),
  providerRisk: {
    from: parameter('is_suspicious'),
    to: (...values: readonly (string | undefined)[]) => (first(...values)?.toLowerCase() === 'true' ? 'suspicious' : undefined),
  },
})

/** Parameters that decide what an event is, in the order of `byActivity`. */
export const decisiveParameters = (parameter: Parameter): readonly Computed[] =>
  ['login_failure_type', 'login_challenge_method', 'login_challenge_status'].map((name) => ({ from: parameter(name), to: first }))

/** Who acted, where it was on somebody else: the users acted on are named in these places. */
export const actorOn = (email: Path, named: readonly Path[]): Computed => ({
  from: [email, ...named],
  to: (acting, ...names) => (first(...names) === acting ? undefined : acting),
})
