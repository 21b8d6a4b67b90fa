import type { Random } from '../../kernel/random.ts'
import type { Action } from '../../model/vocabulary.ts'
import { chance } from '../chance.ts'
import type { Person } from '../world/people.ts'

/** What people do once they are in, per visit. Estimates of a shop's order of magnitude; changes of contact and factor are rare, and not never. */
const ACTS: readonly (readonly [Action, number])[] = [
  ['profile-view', 0.22],
  ['message-read', 0.05],
  ['purchase', 0.1],
  ['points-use', 0.06],
  ['profile-change', 0.006],
  ['address-change', 0.006],
  ['payment-method-change', 0.005],
  ['password-change', 0.003],
  ['email-change', 0.0015],
  ['phone-change', 0.0012],
  ['mfa-enroll', 0.002],
  ['mfa-remove', 0.0004],
  ['consent-grant', 0.004],
]

export const drawActs = (random: Random, person: Person): Action[] =>
  ACTS.filter(([action, share]) => chance(random, action === 'mfa-remove' && person.mfa === undefined ? 0 : share)).map(
    ([action]) => action,
  )
