import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseStep } from '../../src/model/case.ts'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { planAccount } from '../../src/recovery/plan/plan-account.ts'
import type { RecoveryAccount, RecoveryCampaign } from '../../src/recovery/recovery-input.ts'
import { account, anyAccount, anyCampaigns, campaign, input } from './support/accounts.ts'

const stepsOf = (who: RecoveryAccount, campaigns: readonly RecoveryCampaign[] = []): readonly CaseStep[] =>
  buildChecklists(input([who], campaigns), { lang: 'en' }).accountSteps(who)
const basesOf = (steps: readonly CaseStep[]): string[] => steps.map((step) => step.id.split('.')[0] ?? '')

/** Both there → in this order. */
const inOrder = (bases: readonly string[], ...chain: string[]): boolean =>
  chain.every((first, i) =>
    chain.slice(i + 1).every((then) => !bases.includes(first) || !bases.includes(then) || bases.indexOf(first) < bases.indexOf(then)),
  )

const always = (check: (bases: readonly string[], who: RecoveryAccount, steps: readonly CaseStep[], active: boolean) => boolean): void => {
  fc.assert(
    fc.property(anyAccount, anyCampaigns, (who, campaigns) => {
      const steps = stepsOf(who, campaigns)
      const bases = basesOf(steps)
      expect(check(bases, who, steps, planAccount(who, campaigns, {}).facts.active), bases.join(' ')).toBe(true)
    }),
    { numRuns: 1500 },
  )
}
const isSure = (who: RecoveryAccount): boolean => who.verdict === 'compromised' || who.decision === 'confirmed'
const isOpen = (who: RecoveryAccount): boolean => who.decision !== 'cleared'
const hasTraces = (who: RecoveryAccount): boolean =>
  who.contactChanged !== null || who.factorChanged || who.roleGranted || who.tokenCreated || who.forwardingChanged || who.consentGranted

describe("order of an account's steps, for any finding set × provider × flags", () => {
  it('every plan can be ordered, and names each step once', () => always((bases) => new Set(bases).size === bases.length))

  it('removes factors, grants, tokens and roles between revocation and reset', () =>
    always(
      (bases) =>
        !bases.includes('R2') || (inOrder(bases, 'E1', 'E2', 'R2') && inOrder(bases, 'E1', 'E4', 'R2') && inOrder(bases, 'E5', 'R2')),
    ))

  it('a reset after a takeover never comes without revocation, factors and grants', () =>
    always(
      (bases, who) =>
        !bases.includes('R2') ||
        (who.verdict === 'targeted' && who.decision !== 'confirmed') ||
        ['E1', 'E2', 'E4'].every((base) => bases.includes(base)),
    ))

  it('restores a changed contact before any reset link, identity check and notice', () =>
    always(
      (bases, who) =>
        inOrder(bases, 'E3', 'R2') &&
        inOrder(bases, 'E3', 'R1') &&
        inOrder(bases, 'E3', 'N1') &&
        (who.contactChanged === null ||
          who.kind !== 'takeover' ||
          !bases.includes('R2') ||
          bases.includes('E3') ||
          (who.verdict === 'targeted' && who.decision !== 'confirmed')),
    ))

  it('proves identity before a new credential, and unblocks last', () =>
    always(
      (bases) =>
        inOrder(bases, 'R1', 'R2', 'R3', 'R4') && inOrder(bases, 'C1', 'R4') && inOrder(bases, 'E1', 'R4') && inOrder(bases, 'E2', 'R4'),
    ))

  it('whoever is blocked gets unblocked in a takeover', () =>
    always((bases, who) => who.kind !== 'takeover' || !bases.includes('C1') || bases.includes('R4')))

  it('preserves first unless the attack is active; then lists, containment, full export', () =>
    always((bases, _who, _steps, active) => {
      if (!bases.includes('P1')) return true
      if (!active) return bases[0] === 'P1'
      return inOrder(bases, 'P0', 'C1', 'P1') && inOrder(bases, 'P0', 'E1', 'P1') && (!bases.includes('E1') || bases[0] === 'P0')
    }))

  it('Google: sign-out, tokens and backup codes before suspension', () =>
    always(
      (bases, who) =>
        who.provider !== 'google-workspace' || (inOrder(bases, 'E1', 'C1') && inOrder(bases, 'E2', 'C1') && inOrder(bases, 'E4', 'C1')),
    ))

  it('hijacked sessions are ended before the account is blocked', () =>
    always((bases, who) => !who.findingTypes.includes('session-moved') || who.kind !== 'takeover' || inOrder(bases, 'E1', 'C1')))

  it('follow-up comes after all but the removal of a leaver', () =>
    always((bases) => bases.filter((base) => base !== 'E6').at(-1) === 'F1' || bases.length === 0))

  it('a rogue application is disabled before its grants are removed', () =>
    always((bases) => inOrder(bases, 'E4A', 'E1') && inOrder(bases, 'E4A', 'E4')))

  it('every revocation says what remains', () =>
    always((_bases, _who, steps) => steps.every((step) => step.id !== 'E1' || (step.residualRisk ?? '') !== '')))
})

describe('how far one may go', () => {
  it('a single weak signal: ask, reversible steps only, no block, no reset', () =>
    always((bases, who, steps) => {
      const weak =
        who.kind === 'takeover' &&
        who.verdict === 'suspected' &&
        who.decision === 'pending' &&
        who.findingTypes.length <= 1 &&
        !hasTraces(who) &&
        who.class !== 'C' &&
        !who.flags.includes('campaignSource')
      if (!weak) return true
      return (
        bases.includes('ASK') &&
        !['C1', 'E1', 'E2', 'R2'].some((base) => bases.includes(base)) &&
        steps.every((step) => step.reversible === null || step.reversible === 'yes')
      )
    }))

  it('linked to a campaign: revocation and reset, nobody is asked', () =>
    always((bases, who) => {
      const linked = who.kind === 'takeover' && who.verdict === 'suspected' && isOpen(who) && who.flags.includes('campaignSource')
      return !linked || (bases.includes('E1') && !bases.includes('ASK') && bases.includes('R2'))
    }))

  it('password known, not in: reset at next login, never a block', () =>
    always((bases, who, steps) => {
      const known =
        who.kind === 'takeover' && who.verdict === 'targeted' && who.decision === 'pending' && who.flags.includes('passwordKnown')
      return !known || (steps.some((step) => step.id === 'R2.next-login') && !bases.includes('C1') && bases.includes('N1'))
    }))

  it('misuse: quiet evidence, never the person concerned', () =>
    always((bases, who, steps, active) => {
      if (who.kind !== 'misuse' || bases.length === 0) return true
      const contacted = ['ASK', 'N1', 'N3', 'R1', 'R2'].some((base) => bases.includes(base))
      return !contacted && steps.some((step) => step.id === 'P1.quiet') && (active || inOrder(bases, 'P1', 'H1', 'C1'))
    }))

  it('exposure: a fault is stopped first, nobody is blocked or reset', () =>
    always(
      (bases, who) =>
        who.kind !== 'exposure' ||
        bases.length === 0 ||
        (inOrder(bases, 'P1', 'X1', 'E1') && !bases.includes('C1') && !bases.includes('R2') && bases.includes('X2')),
    ))

  it('undetermined, cleared, and merely targeted accounts get nothing', () =>
    always(
      (bases, who) =>
        (who.decision !== 'cleared' && (isSure(who) || who.verdict === 'suspected' || who.flags.includes('passwordKnown'))) ||
        bases.length === 0,
    ))

  it('class C with a reused password and an e-mail id is reached by another channel', () =>
    always((_bases, who, steps) => {
      const risky =
        who.kind === 'takeover' &&
        who.class === 'C' &&
        (who.flags.includes('mailboxAtRisk') || (who.names.length > 0 && who.findingTypes.includes('single-source-stuffing')))
      if (!risky || !isOpen(who) || (who.verdict === 'targeted' && who.decision !== 'confirmed')) return true
      const notices = steps.filter((step) => step.id.startsWith('N1')).map((step) => step.id)
      return (
        notices.every((id) => id === 'N1.other-channel' || id === 'N1.post') && steps.every((step) => step.id !== 'R2' && step.id !== 'R1')
      )
    }))

  it('a factor in the hands of one who has those of others: identity in person, no phone', () => {
    const ids = stepsOf(account({ findingTypes: ['shared-factor', 'single-source-stuffing'], class: 'C' })).map((step) => step.id)
    expect(ids).toContain('R1.in-person')
    expect(ids).toContain('N1.post')
    expect(ids).toContain('N3')
  })

  it("an insider's running export is stopped before the full export of evidence; a leaver needs no decision", () => {
    const running = stepsOf(account({ kind: 'misuse', findingTypes: ['supplier-window', 'mass-export'], active: true })).map(
      (step) => step.id,
    )
    expect(running.indexOf('C1')).toBeLessThan(running.indexOf('P1.quiet'))
    const leaver = stepsOf(account({ kind: 'misuse', findingTypes: ['departed-login'] })).map((step) => step.id)
    expect(leaver).not.toContain('H1')
    expect(leaver.at(-1)).toBe('E6')
  })

  it('the matrix rows, as they come out', () => {
    const ids = (findingTypes: string[], changes: Partial<RecoveryAccount> = {}): string =>
      stepsOf(account({ findingTypes, ...changes }))
        .map((step) => step.id)
        .join(' ')
    expect(ids(['single-source-stuffing'])).toBe('P1 C1 C4 E1 E2 E3.check E4 R1 R2 R3 R4 R5 N1 F1')
    expect(ids(['session-moved'])).toBe('P1 E1 C1 E2 E3.check E4 R1 R2 R3 R4 N1 F1')
    expect(ids(['change-after-doubt'], { contactChanged: { old: 'a@example.com', new: 'b@example.net' } })).toBe(
      'P1 C4 E3 C1 E1 E2 E4 R1 R2 R3 R4 N1.both-addresses F1',
    )
    expect(ids(['rare-consent'], { consentGranted: true })).toBe('P1 E4A E1 E4 R1 N1.consenters F1')
    expect(ids(['impossible-travel'], { verdict: 'suspected' })).toBe('P1 ASK C3 F1')
    expect(ids(['new-context-success'], { verdict: 'suspected', flags: ['campaignSource'] })).toBe('P1 E1 E2 E4 R2 N1 F1')
    expect(ids(['mass-export'], { provider: 'google-workspace' })).toBe('P1 C4 E1 E2 E4 C1 R1 R2 R3 R4 S1 N1 F1')
  })
})

describe('classes', () => {
  it('keep the order rules for any mix of accounts', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { minLength: 6, maxLength: 12 }), anyCampaigns, (accounts, campaigns) => {
        const { classSteps } = buildChecklists(input(accounts, campaigns), { lang: 'en' })
        for (const name of ['A', 'B', 'C'] as const) {
          const bases = classSteps.filter((step) => step.class === name).map((step) => step.id.split(/[/.]/)[1] ?? '')
          const isOrdered = inOrder(bases, 'E1', 'E2', 'R2', 'R3', 'R4') && inOrder(bases, 'E3', 'R1', 'R2') && inOrder(bases, 'E4', 'R2')
          expect(isOrdered, bases.join(' ')).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('carry the accounts concerned, and only beyond five', () => {
    const accounts = Array.from({ length: 7 }, (_, i) => account({ account: `id-${i}`, class: i === 6 ? 'C' : 'A' }))
    const { classSteps } = buildChecklists(input(accounts, [campaign()]), { lang: 'ja' })
    expect(classSteps.find((step) => step.id === 'A/E1')?.list).toEqual(['id-0', 'id-1', 'id-2', 'id-3', 'id-4', 'id-5'])
    expect(classSteps.find((step) => step.id === 'A/E1')?.text).toContain('対象 6アカウント')
    expect(classSteps.find((step) => step.id.startsWith('C/N1'))?.id).toBe('C/N1.other-channel')
    expect(buildChecklists(input(accounts.slice(0, 5)), { lang: 'ja' }).classSteps).toEqual([])
  })
})

describe('what was done in an account that somebody was talked into opening to an application', () => {
  const plain = account({ findingTypes: [], consentGranted: true })
  it.each([
    ['a changed contact', { contactChanged: { old: null, new: 'new@example.net' } }, 'E3'],
    ['mail that is forwarded', { forwardingChanged: true }, 'E3'],
    ['a changed factor', { factorChanged: true }, 'E2'],
    ['a role', { roleGranted: true }, 'E5'],
  ] as const)('is undone besides: %s', (_what, done, step) => {
    expect(basesOf(stepsOf(plain))).not.toContain(step)
    expect(basesOf(stepsOf({ ...plain, ...done }))).toContain(step)
  })
})
