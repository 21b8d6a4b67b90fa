import { describe, expect, it } from 'vitest'
import type { Base } from '../../src/recovery/catalogue/account-steps.ts'
import { mergeSequences, orderSteps } from '../../src/recovery/plan/order-steps.ts'

const steps = (text: string): readonly Base[] => text.split(' ').filter((one) => one !== '') as Base[]
const merged = (...sequences: readonly string[]): string => mergeSequences(sequences.map(steps)).join(' ')

describe('several sequences as one', () => {
  it.each([
    [[], ''],
    [['P1 C1 E1'], 'P1 C1 E1'],
    // What is new stands right behind what stands before it in its own sequence.
    [['P1 C1 E1', 'C1 R1 E1'], 'P1 C1 R1 E1'],
    [['P1 C1', 'R1 P1'], 'R1 P1 C1'],
    [['P1 C1', 'C1 R1 R2'], 'P1 C1 R1 R2'],
    [['P1', 'R1 R2', 'E1 E2'], 'E1 E2 R1 R2 P1'],
    // Where two contradict each other the first is kept, and nothing new goes back in front.
    [['P1 C1 E1', 'E1 P1 R1'], 'P1 C1 E1 R1'],
    [['P1 C1 E1', 'P1 C1 E1'], 'P1 C1 E1'],
  ])('%j → %s', (sequences, one) => {
    expect(merged(...sequences)).toBe(one)
  })
})

describe('an order', () => {
  const ordered = (preferred: string, ...pairs: readonly string[]): string =>
    orderSteps(
      steps(preferred),
      pairs.map((pair) => steps(pair) as [Base, Base]),
    ).join(' ')

  it('is the preferred one where no pair demands another', () => {
    expect(ordered('P1 C1 E1')).toBe('P1 C1 E1')
    expect(ordered('P1 C1 E1', 'P1 E1')).toBe('P1 C1 E1')
    expect(ordered('')).toBe('')
  })
  it('is changed no more than a pair demands', () => {
    expect(ordered('P1 C1 E1 R1', 'E1 C1')).toBe('P1 E1 C1 R1')
    expect(ordered('P1 C1 E1 R1', 'R1 P1')).toBe('C1 E1 R1 P1')
    expect(ordered('P1 C1 E1', 'E1 C1', 'C1 P1')).toBe('E1 C1 P1')
  })
  it('is not changed for a step that is not in the plan', () => {
    expect(ordered('P1 C1', 'E1 P1', 'C1 E1')).toBe('P1 C1')
  })
  it('is none where pairs contradict each other: the steps are named', () => {
    expect(() => ordered('P1 C1 E1', 'C1 E1', 'E1 C1')).toThrow('among C1 E1')
  })
})
