import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCOUNT_STEPS, baseOf, type StepId } from '../../src/recovery/catalogue/account-steps.ts'
import { PREVENTION } from '../../src/recovery/catalogue/prevention-steps.ts'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { MATRIX, rowById, rowOfFinding } from '../../src/recovery/plan/matrix.ts'
import { SERVICE_FEATURES, type ServiceFeature } from '../../src/model/vocabulary.ts'
import { SIGNAL_IDS } from '../../src/cases/signals/signals-told.ts'
import { rules } from '../../src/rules/registry.ts'
import { account, anyAccount, anyCampaigns, campaign, input } from './support/accounts.ts'

describe('the matrix of findings and steps', () => {
  it.each(rules.map(({ id }) => id))('%s has a row', (id) => {
    expect(
      MATRIX.some(({ findings }) => findings.includes(id)),
      `The rule "${id}" has no row in src/recovery/plan/matrix.ts. Add its id to the row whose steps its finding asks for ` +
        `(rows: ${MATRIX.map((row) => row.id).join(', ')}); rules about a source alone belong to "attempts" or "sign-up", ` +
        'rules about one account to the row of the attack they see. A new kind of attack gets a row of its own.',
    ).toBe(true)
  })

  it.each([...SIGNAL_IDS])('%s, which no rule reports, has a row', (id) => {
    expect(MATRIX.some(({ findings }) => findings.includes(id))).toBe(true)
  })

  it('names nothing that nobody raises, and no row that nothing leads to', () => {
    const raised = new Set([...rules.map(({ id }) => id), ...SIGNAL_IDS])
    expect(MATRIX.flatMap(({ findings }) => findings).filter((finding) => !raised.has(finding))).toEqual([])
    // What was done in the account leads there (`rowsOfFacts`).
    expect(MATRIX.filter(({ findings }) => findings.length === 0).map(({ id }) => id)).toEqual(['contact-change'])
  })

  it.each(['en', 'ja'] as const)('asks for logs that tell of their own gaps only where some have any (%s)', (lang) => {
    const topics = (hasGaps: boolean): readonly string[] =>
      buildChecklists({ ...input([account()], [campaign()]), hasGaps }, { lang })
        .caseSteps.filter(({ id }) => id.startsWith('case/L2.'))
        .map(({ text }) => text)
    expect(topics(true)).toContain(PREVENTION['log-integrity'][lang])
    expect(topics(false)).not.toContain(PREVENTION['log-integrity'][lang])
  })

  it('names each finding in one row only, and only steps and topics that exist', () => {
    const named = MATRIX.flatMap((row) => row.findings)
    expect(named.filter((finding, i) => named.indexOf(finding) !== i)).toEqual([])
    const bases = new Set(Object.keys(ACCOUNT_STEPS).map((id) => baseOf(id as StepId)))
    for (const row of MATRIX) {
      for (const base of row.steps) expect(bases.has(base), `${row.id} ${base}`).toBe(true)
      for (const topic of row.prevent) expect(PREVENTION[topic].ja).toBeTruthy()
    }
    expect(rowById(rowOfFinding('somebody-elses-sigma-rule'))?.id).toBe('default')
  })

  it('takes no right away from a customer in whose name support acted', () => {
    const stepsOf = (...findingTypes: string[]): readonly string[] => {
      const who = account({ findingTypes })
      const made = buildChecklists(input([who]), { lang: 'en' })
      return [...made.accountSteps(who), ...made.caseSteps].map(({ id }) => id)
    }
    expect(stepsOf('new-context-success', 'impersonation').filter((id) => /^(?:E5|case\/L2\.approval)$/.test(id))).toEqual([])
    expect(stepsOf('new-context-success', 'role-granted')).toEqual(expect.arrayContaining(['E5', 'case/L2.approval']))
  })

  it('lets no account go with the password that let the attacker in', () => {
    for (const { id, steps } of MATRIX) if (steps.includes('R4')) expect(steps, id).toContain('R2')
  })
})

const FORBIDDEN: Readonly<Record<ServiceFeature, RegExp>> = {
  mfa: /^(?:E2|R3)(?:\.|$)/,
  'high-risk-actions': /^(?:case\/)?C4(?:\.|$)/,
  'third-party-apps': /^E4A?(?:\.|$)/,
  roles: /^E5(?:\.|$)/,
  passwords: /^(?:case\/E1$|R2(?:\.|$))/,
  'login-challenge': /^(?:case\/)?C3(?:\.|$)/,
}

describe('what a service does not have', () => {
  it('is asked of nobody, whatever the case', () => {
    fc.assert(
      fc.property(
        fc.array(anyAccount, { minLength: 1, maxLength: 8 }),
        anyCampaigns,
        fc.subarray([...SERVICE_FEATURES]),
        (accounts, campaigns, lacks) => {
          const made = buildChecklists(input(accounts, campaigns), { lang: 'ja', lacks })
          const steps = [...made.caseSteps, ...made.classSteps, ...accounts.flatMap((who) => made.accountSteps(who))]
          const ids = steps.map(({ id, scope }) => (scope === 'class' ? id.slice(2) : id))
          expect(lacks.flatMap((feature) => ids.filter((id) => FORBIDDEN[feature].test(id)))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('sessions are ended all the same where there are no passwords', () => {
    const { caseSteps } = buildChecklists(input([account()], [campaign()]), { lang: 'en', lacks: ['passwords'] })
    expect(caseSteps.find(({ id }) => id === 'case/E1.sessions')?.text).toBe('End all sessions (1 account)')
  })
})

describe('bleeding of the whole service', () => {
  it('points, sources, challenge, sessions, then closing the login: the business decides', () => {
    const { caseSteps } = buildChecklists(input([account({ class: 'C' })], [campaign({ active: true })]), { lang: 'ja' })
    expect(caseSteps.slice(0, 5).map(({ id }) => id)).toEqual(['case/C4', 'case/C2', 'case/C3', 'case/E1', 'case/C5'])
    expect(caseSteps.filter(({ owner }) => owner === 'business').map(({ id }) => id)).toEqual(['case/C4', 'case/C3', 'case/C5'])
  })

  it('nobody talks of closing the login once the attack is over', () => {
    const { caseSteps } = buildChecklists(input([account()], [campaign()]), { lang: 'ja' })
    expect(caseSteps.map(({ id }) => id)).not.toContain('case/C5')
  })
})
