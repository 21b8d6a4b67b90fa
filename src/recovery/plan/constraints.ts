import type { Base } from '../catalogue/account-steps.ts'
import type { Profile } from './profile.ts'

/** What order rules depend on besides the steps themselves. */
export interface OrderFacts {
  readonly profile: Profile
  readonly provider: string
  /** The attacker is at it now: containment precedes the full export. */
  readonly active: boolean
}

/** `first` comes before every one of `then`, where `when` holds and all of `with` are in the plan. */
interface OrderRule {
  readonly first: Base
  readonly then: readonly Base[]
  readonly when?: (facts: OrderFacts) => boolean
  readonly with?: readonly Base[]
  readonly why: string
}

const EVICT: readonly Base[] = ['E1', 'E2', 'E3', 'E4', 'E4A', 'E5', 'E6']
const RECOVER: readonly Base[] = ['R1', 'R2', 'R3', 'R4', 'R5']
const everyoneElse: readonly Base[] = [
  'P0',
  'P1',
  'S1',
  'X1',
  'X2',
  'ASK',
  'H1',
  'C1',
  'C3',
  'C4',
  ...EVICT.filter((base) => base !== 'E6'),
  ...RECOVER,
  'N1',
  'N3',
]
const isActive = (facts: OrderFacts): boolean => facts.active
const isQuiet = (facts: OrderFacts): boolean => !facts.active
const isGoogle = (facts: OrderFacts): boolean => facts.provider === 'google-workspace'

/** The ordering traps as data; tests hold every plan against the traps independently of this table. */
const ORDER_RULES: readonly OrderRule[] = [
  {
    first: 'P1',
    then: ['ASK', 'H1', 'X1', 'C1', 'C3', 'C4', ...EVICT, ...RECOVER],
    when: isQuiet,
    why: 'containment and reset delete traces',
  },
  { first: 'P0', then: ['P1', 'C1', 'C4', ...EVICT, ...RECOVER], why: 'the lists vanish with eviction' },
  { first: 'C1', then: ['P1'], when: isActive, why: 'a full export must not delay stopping an active attack' },
  { first: 'E1', then: ['P1'], when: isActive, why: 'a full export must not delay stopping an active attack' },
  { first: 'P1', then: RECOVER, why: 'a reset overwrites what the export shows' },
  { first: 'E1', then: ['E2', 'E4', 'R2'], with: ['R2'], why: 'factors and grants are removed between revocation and reset' },
  { first: 'E2', then: ['R2', 'R3', 'R4'], why: "an attacker's factor outlives the reset" },
  { first: 'E3', then: ['R1', 'R2', 'R4', 'N1'], why: 'reset links and notices go to the contact on file' },
  { first: 'E4', then: ['R2', 'R4'], why: 'grants and tokens outlive the reset' },
  { first: 'E4A', then: ['E1', 'E4', 'R2', 'R4'], why: 'an enabled application asks for the next consent' },
  { first: 'E5', then: ['R2', 'R4'], why: 'a role is a way back in' },
  { first: 'E1', then: ['R4', 'E6'], why: 'sessions end before access returns, and before an account is removed' },
  { first: 'C1', then: ['R4', 'E6'], why: 'unblocking follows blocking' },
  { first: 'R1', then: ['R2', 'R3', 'R4'], why: 'no new credential for somebody unproven' },
  { first: 'R2', then: ['R3', 'R4'], why: 'unblock with the old password and the attacker is back' },
  { first: 'R3', then: ['R4'], why: 'factors are registered before access returns' },
  { first: 'ASK', then: ['C1', 'C3', ...EVICT, ...RECOVER, 'N1'], when: isQuiet, why: 'the owner remains a possible explanation' },
  { first: 'H1', then: ['C1', 'E1', 'E4', 'E5', 'E6', 'S1'], when: isQuiet, why: 'legal and HR decide before access is cut' },
  { first: 'X1', then: ['E1', 'X2'], why: 'new sessions would be mixed up again' },
  { first: 'E1', then: ['C1'], when: isGoogle, why: 'sign-out, app passwords and backup codes cannot be changed on a suspended user' },
  { first: 'E2', then: ['C1'], when: isGoogle, why: 'backup codes cannot be changed on a suspended user' },
  { first: 'E4', then: ['C1'], when: isGoogle, why: 'app passwords are deleted before suspension' },
  ...everyoneElse.map((first): OrderRule => ({ first, then: ['F1', 'E6'], why: 'watching starts when everything is done' })),
]

export type Pair = readonly [Base, Base]

/** The pairs that bind these steps under these facts. */
export const bindingPairs = (steps: ReadonlySet<Base>, facts: OrderFacts, extra: readonly Pair[]): readonly Pair[] => {
  const ruled = ORDER_RULES.filter((rule) => (rule.when?.(facts) ?? true) && (rule.with ?? []).every((base) => steps.has(base))).flatMap(
    (rule) => rule.then.map((then): Pair => [rule.first, then]),
  )
  return [...ruled, ...extra].filter(([first, then]) => first !== then && steps.has(first) && steps.has(then))
}
