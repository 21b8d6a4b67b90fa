import { describe, expect, it } from 'vitest'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { matchProofs, type ProofEvent } from '../../src/recovery/match-proofs.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { account, input } from './support/accounts.ts'

const event = (time: string, changes: Partial<ProofEvent>): ProofEvent => ({
  time,
  action: 'other',
  outcome: 'success',
  code: null,
  source: null,
  evidence: { record: time, where: { input: 0, line: 1, offset: 0, length: 1 } },
  ...changes,
})
const statesOf = (provider: string, events: ProofEvent[]): Record<string, string> => {
  const who = account({ provider, account: '00uABC' })
  const steps = buildChecklists(input([who]), { lang: 'en' }).accountSteps(who)
  const matched = matchProofs(steps, events, {
    provider: findProvider(provider),
    after: '2026-11-20T17:20:00Z',
    badSources: new Set(['203.0.113.7']),
  })
  return Object.fromEntries(
    matched.filter((step) => step.state !== 'open').map((step) => [step.id, `${step.state} ${step.stateBy?.record}`]),
  )
}

describe('matchProofs', () => {
  it('ticks off by code, with or without the outcome appended, and by action', () => {
    expect(
      statesOf('okta', [
        event('2026-11-20T18:00:00Z', { code: 'user.session.clear/SUCCESS' }),
        event('2026-11-20T18:05:00Z', { action: 'account-disable' }),
      ]),
    ).toEqual({ E1: 'done 2026-11-20T18:00:00Z', C1: 'done 2026-11-20T18:05:00Z' })
  })
  it('a success from a bad source afterwards contradicts', () => {
    expect(
      statesOf('okta', [
        event('2026-11-20T18:10:00Z', { action: 'session-use', source: '203.0.113.7' }),
        event('2026-11-20T18:00:00Z', { code: 'user.session.clear' }),
      ]),
    ).toEqual({ E1: 'contradicted 2026-11-20T18:10:00Z' })
  })
  it("an ambiguous code, an earlier event, a failure and the attacker's own act prove nothing", () => {
    expect(
      statesOf('auth0', [
        event('2026-11-20T18:00:00Z', { code: 'sapi' }),
        event('2026-11-20T17:10:00Z', { action: 'mfa-remove' }),
        event('2026-11-20T18:00:00Z', { action: 'password-change', outcome: 'failure' }),
        event('2026-11-20T18:00:01Z', { action: 'password-change', source: '203.0.113.7' }),
      ]),
    ).toEqual({})
  })
})
