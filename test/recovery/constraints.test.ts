import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Base } from '../../src/recovery/catalogue/account-steps.ts'
import { bindingPairs, type OrderFacts } from '../../src/recovery/plan/constraints.ts'
import { orderSteps } from '../../src/recovery/plan/order-steps.ts'

/**
 * What must hold whatever order the findings prefer. The plans of real findings mostly prefer the right one already, so that they alone
 * would not notice a rule that is gone: here the preference is turned round.
 */
const STEPS = 'P0 P1 S1 X1 X2 ASK H1 C1 C3 C4 E1 E2 E3 E4 E4A E5 E6 R1 R2 R3 R4 R5 N1 N3 F1'.split(' ') as readonly Base[]
const EVICTING = 'E1 E2 E3 E4 E4A E5 E6'
const RECOVERING = 'R1 R2 R3 R4 R5'

const QUIET: OrderFacts = { profile: 'full', provider: 'okta', active: false }
const ACTIVE: OrderFacts = { ...QUIET, active: true }
const GOOGLE: OrderFacts = { ...QUIET, provider: 'google-workspace' }

/** `first`: what comes after it. */
type Traps = Readonly<Record<string, string>>
const ALWAYS: Traps = {
  P0: `P1 C1 C4 ${EVICTING} ${RECOVERING} F1`,
  P1: `${RECOVERING} F1 E6`,
  E1: 'R4 E6',
  E2: 'R2 R3 R4',
  E3: 'R1 R2 R4 N1',
  E4: 'R2 R4',
  E4A: 'E1 E4 R2 R4',
  E5: 'R2 R4',
  C1: 'R4 E6',
  R1: 'R2 R3 R4',
  R2: 'R3 R4',
  R3: 'R4',
  X1: 'E1 X2',
}
/** An account is watched, and a leaver's removed, when everything else is done. */
const LAST: Traps = Object.fromEntries(STEPS.filter((step) => step !== 'F1' && step !== 'E6').map((step) => [step, 'F1 E6']))
const WITH_RESET: Traps = { E1: 'E2 E4 R2' }
const WHILE_QUIET: Traps = {
  P1: `ASK H1 X1 C1 C3 C4 ${EVICTING} ${RECOVERING}`,
  ASK: `C1 C3 ${EVICTING} ${RECOVERING} N1`,
  H1: 'C1 E1 E4 E5 E6 S1',
}
const WHILE_ACTIVE: Traps = { C1: 'P1', E1: 'P1' }
const AT_GOOGLE: Traps = { E1: 'C1', E2: 'C1', E4: 'C1' }

const pairsOf = (traps: Traps): readonly (readonly [string, string])[] =>
  Object.entries(traps).flatMap(([first, then]) => then.split(' ').map((step) => [first, step] as const))

const broken = (order: readonly Base[], traps: Traps): readonly string[] => {
  const at = new Map<string, number>(order.map((base, index) => [base, index]))
  return pairsOf(traps).flatMap(([first, then]) => {
    const [left, right] = [at.get(first), at.get(then)]
    return left === undefined || right === undefined || left < right ? [] : [`${first} before ${then}`]
  })
}

const ordered = (preferred: readonly Base[], facts: OrderFacts): readonly Base[] =>
  orderSteps(preferred, bindingPairs(new Set(preferred), facts, []))

describe('the order rules', () => {
  it.each([
    ['quiet', QUIET, [ALWAYS, LAST, WHILE_QUIET]],
    ['active', ACTIVE, [ALWAYS, LAST, WHILE_ACTIVE]],
    ['Google', GOOGLE, [ALWAYS, LAST, WHILE_QUIET, AT_GOOGLE]],
  ] as const)('hold whatever is preferred (%s)', (_, facts, traps) => {
    const check = (preferred: readonly Base[]): void => {
      const order = ordered(preferred, facts)
      expect(order.toSorted()).toEqual(preferred.toSorted())
      const binding = preferred.includes('R2') ? [...traps, WITH_RESET] : traps
      expect(binding.flatMap((some) => broken(order, some))).toEqual([])
    }
    check(STEPS.toReversed())
    // Two steps alone have nobody between them to hold the order by chance.
    for (const left of STEPS) for (const right of STEPS) if (left !== right) check([left, right])
    for (const step of ['E2', 'E4'] as const) check(['R2', step, 'E1'])
    fc.assert(fc.property(fc.shuffledSubarray([...STEPS]), check))
  })

  it('bind no more than that: an attack under way is stopped before the full export, and Google alone suspends last', () => {
    const first = (pair: readonly Base[], facts: OrderFacts): Base | undefined => ordered(pair, facts)[0]
    expect(first(['E1', 'P1'], ACTIVE)).toBe('E1')
    expect(first(['ASK', 'P1'], ACTIVE)).toBe('ASK')
    expect(first(['C1', 'ASK'], ACTIVE)).toBe('C1')
    expect(first(['C1', 'H1'], ACTIVE)).toBe('C1')
    expect(first(['P1', 'C1'], QUIET)).toBe('P1')
    expect(first(['C1', 'E1'], QUIET)).toBe('C1')
    expect(first(['E1', 'C1'], QUIET)).toBe('E1')
    // Without a reset nothing has to stand between revocation and reset.
    expect(first(['E2', 'E1'], ACTIVE)).toBe('E2')
    expect(first(['E4', 'E1'], ACTIVE)).toBe('E4')
    expect(ordered(['R2', 'E2', 'E1'], ACTIVE)).toEqual(['E1', 'E2', 'R2'])
  })

  it('take what a finding adds, and leave out steps that are not in the plan and pairs of a step with itself', () => {
    expect(bindingPairs(new Set<Base>(['C4', 'E3']), QUIET, [['C4', 'E3']])).toEqual([['C4', 'E3']])
    expect(bindingPairs(new Set<Base>(['C4', 'E3']), QUIET, [['E3', 'E3']])).toEqual([])
    expect(bindingPairs(new Set<Base>(['C4']), QUIET, [['C4', 'E3']])).toEqual([])
    expect(bindingPairs(new Set<Base>(['P1', 'C1']), QUIET, [])).toEqual([['P1', 'C1']])
  })
})
