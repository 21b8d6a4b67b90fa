import { describe, expect, it } from 'vitest'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { matchProofs, type ProofEvent } from '../../src/recovery/match-proofs.ts'
import type { CaseStep } from '../../src/model/case.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { account, input } from './support/accounts.ts'

const event = (time: string, changes: Partial<ProofEvent>): ProofEvent => ({
  time,
  action: 'other',
  outcome: 'success',
  code: null,
  source: null,
  network: null,
  byOther: false,
  evidence: { record: time, where: { input: 0, line: 1, offset: 0, length: 1 } },
  ...changes,
})
const LOG_END = '2026-11-25T00:00:00Z'
const provenSteps = (provider: string, events: ProofEvent[], logEnd = LOG_END): readonly CaseStep[] => {
  const who = account({ provider, account: '00uABC' })
  const steps = buildChecklists(input([who]), { lang: 'en' }).accountSteps(who)
  return matchProofs(steps, events, {
    provider: findProvider(provider),
    after: '2026-11-20T17:20:00Z',
    badSources: new Set(['203.0.113.7']),
    usual: new Set(['192.0.2.10', 'Example Mobile (AS64500)']),
    logEnd,
  })
}
const statesOf = (provider: string, events: ProofEvent[], logEnd = LOG_END): Record<string, string> =>
  Object.fromEntries(
    provenSteps(provider, events, logEnd)
      .filter((step) => step.state !== 'open')
      .map((step) => [step.id, `${step.state} ${step.stateBy?.record}`]),
  )

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

  it('what was issued before is waited for, until the log reaches beyond it', () => {
    const cleared = [event('2026-11-20T18:00:00Z', { code: 'user.session.clear', byOther: true, source: '198.51.100.1' })]
    const steps = (logEnd: string): string | undefined => statesOf('okta', cleared, logEnd)['E1']
    expect(steps('2026-11-20T18:30:00Z')).toBe('waiting 2026-11-20T18:00:00Z')
    expect(steps('2026-11-20T19:00:00Z')).toBe('done 2026-11-20T18:00:00Z')
  })
  it('the account itself proves a step only from a usual place; somebody else from anywhere but the bad source', () => {
    const change = (changes: Partial<ProofEvent>): Record<string, string> =>
      statesOf('okta', [event('2026-11-20T18:00:00Z', { action: 'password-change', ...changes })])
    expect(change({ source: '198.51.100.200' })).toEqual({})
    expect(change({ source: '192.0.2.10' })).toMatchObject({ R2: 'done 2026-11-20T18:00:00Z' })
    expect(change({ source: '198.51.100.200', network: 'Example Mobile (AS64500)' })).toMatchObject({ R2: 'done 2026-11-20T18:00:00Z' })
    expect(change({ source: '198.51.100.200', byOther: true })).toMatchObject({ R2: 'done 2026-11-20T18:00:00Z' })
  })
  it('a login after the block contradicts it, unless it was lifted before', () => {
    const block = event('2026-11-20T18:00:00Z', { action: 'account-disable', byOther: true })
    const login = event('2026-11-20T20:00:00Z', { action: 'login', source: '192.0.2.10' })
    const lift = event('2026-11-20T19:00:00Z', { action: 'account-enable', byOther: true })
    expect(statesOf('okta', [block, login])['C1']).toBe('contradicted 2026-11-20T20:00:00Z')
    expect(statesOf('okta', [block, lift, login])).toMatchObject({ C1: 'done 2026-11-20T18:00:00Z', R4: 'done 2026-11-20T19:00:00Z' })
  })
  it('tells a login past the block, which may be the owner, from the attacker being in again', () => {
    const block = event('2026-11-20T18:00:00Z', { action: 'account-disable', byOther: true })
    const login = event('2026-11-20T20:00:00Z', { action: 'login', source: '192.0.2.10' })
    const thief = event('2026-11-20T21:00:00Z', { action: 'login', source: '203.0.113.7' })
    const whyOf = (events: ProofEvent[]): unknown => provenSteps('okta', events).find(({ id }) => id === 'C1')?.stateWhy
    expect(whyOf([block, login])).toBe('login-after-block')
    expect(statesOf('okta', [block, login, thief])['C1']).toBe('contradicted 2026-11-20T21:00:00Z')
    expect(whyOf([block, login, thief])).toBeUndefined()
  })
  it('what Keycloak writes with every edit lifts a block only after one, and a demand for a new password leaves it in force', () => {
    const edit = (hour: string, code: string, action: ProofEvent['action'] = 'profile-change'): ProofEvent =>
      event(`2026-11-20T${hour}:00:00Z`, { action, code: `UPDATE users/:id ${code}`, byOther: true })
    const block = edit('18', 'enabled=false', 'account-disable')
    const reset = edit('19', 'enabled=false UPDATE_PASSWORD', 'password-reset')
    const lift = edit('20', 'enabled=true UPDATE_PASSWORD', 'password-reset')
    const login = event('2026-11-20T21:00:00Z', { action: 'login', source: '192.0.2.10' })
    expect(statesOf('keycloak', [edit('17', 'enabled=true'), edit('20', 'enabled=true'), login])).toEqual({})
    expect(statesOf('keycloak', [block, reset, lift, login])).toEqual({
      C1: 'done 2026-11-20T18:00:00Z',
      R2: 'done 2026-11-20T19:00:00Z',
      R4: 'done 2026-11-20T20:00:00Z',
    })
    expect(statesOf('keycloak', [block, reset, login])['C1']).toBe('contradicted 2026-11-20T21:00:00Z')
  })
  it("a thief's change after a step contradicts it, a refused attempt does not", () => {
    const cleared = event('2026-11-20T18:00:00Z', { code: 'user.session.clear', byOther: true })
    const from = (changes: Partial<ProofEvent>): ProofEvent => event('2026-11-20T21:00:00Z', { source: '203.0.113.7', ...changes })
    expect(statesOf('okta', [cleared, from({ action: 'email-change' })])['E1']).toBe('contradicted 2026-11-20T21:00:00Z')
    expect(statesOf('okta', [cleared, from({ action: 'login', outcome: 'failure' })])['E1']).toBe('done 2026-11-20T18:00:00Z')
    expect(statesOf('okta', [cleared, from({ action: 'password-reset-request' })])['E1']).toBe('done 2026-11-20T18:00:00Z')
  })
  it("PingOne's USER.UNLOCKED proves nothing: a forced password change writes it too", () => {
    expect(
      statesOf('pingone', [
        event('2026-11-20T18:00:00Z', { action: 'account-unlock', code: 'USER.UNLOCKED/SUCCESS', byOther: true }),
        event('2026-11-20T18:00:00Z', { action: 'password-reset', code: 'PASSWORD.FORCE_CHANGE/SUCCESS', byOther: true }),
      ]),
    ).toEqual({ R2: 'done 2026-11-20T18:00:00Z' })
  })
  it('what an earlier log proved stays proven, waits on, and can still be contradicted', () => {
    const who = account({ provider: 'okta', account: '00uABC' })
    const before = buildChecklists(input([who]), { lang: 'en' })
      .accountSteps(who)
      .map((step) =>
        step.id === 'E1'
          ? { ...step, state: 'waiting' as const, stateAt: '2026-11-20T18:00:00Z', waitingUntil: '2026-11-20T19:00:00.000Z' }
          : step,
      )
    const context = {
      provider: findProvider('okta'),
      after: '2026-11-20T17:20:00Z',
      badSources: new Set(['203.0.113.7']),
      usual: new Set<string>(),
      logEnd: LOG_END,
    }
    const after = (events: ProofEvent[]): unknown => matchProofs(before, events, context).find(({ id }) => id === 'E1')
    expect(after([])).toMatchObject({ state: 'done', stateAt: '2026-11-20T18:00:00Z' })
    expect(JSON.stringify(after([]))).not.toContain('waitingUntil')
    expect(after([event('2026-11-22T00:00:00Z', { action: 'session-use', source: '203.0.113.7' })])).toMatchObject({
      state: 'contradicted',
    })
  })
})
