import { describe, expect, it } from 'vitest'
import { notifyList, resetList } from '../../src/casefolder/account-list.ts'
import { draftFiles } from '../../src/casefolder/documents/draft-files.ts'
import { personsOf } from '../../src/casefolder/figures.ts'
import { describeActions } from '../../src/i18n/describe/session.ts'
import { AWAY, DAY, homeOf, LINUX, MAC, NIGHT, RENTED, scan, told, verdictOf, WINDOWS, type Deed } from './office.ts'
import { accountOf } from './support.ts'

const NOBODY_COLLECTED = { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null }

const intruder = (minute: number, deed: Omit<Deed, 'minute'>): Deed => ({ minute: NIGHT + minute, ip: RENTED, program: MAC, ...deed })
/** Somebody gets into the administrator's account and adds a factor: that much is certain by itself. */
const ENTERED = [intruder(0, { who: 'admin' }), intruder(3, { who: 'admin', does: 'user.mfa.factor.activate', to: 'admin' })]

describe('the hand that held one account', () => {
  it('is known again in another, which a login alone would not tell', async () => {
    const login = intruder(25, { who: 'bob' })
    expect(verdictOf(await scan([login]), 'bob')).not.toBe('compromised')
    const document = await scan([...ENTERED, login])
    expect(verdictOf(document, 'bob')).toBe('compromised')
    expect(told(document, 'bob')).toContain('reason.same-hand')
    // What follows from the administrator's account is no evidence for it.
    expect(told(document, 'admin')).not.toContain('reason.same-hand')
  })
  it('leaves room for another reading where the program is another', async () => {
    expect(verdictOf(await scan([...ENTERED, intruder(25, { who: 'bob', program: LINUX })]), 'bob')).toBe('suspected')
  })
  it('may be the owner with the program that the account always has, in the same hotel', async () => {
    const hotel = { ip: AWAY, who: 'bob', program: WINDOWS }
    const robbed = ENTERED.map((deed) => ({ ...deed, ip: AWAY }))
    expect(verdictOf(await scan(robbed), 'admin')).toBe('compromised')
    expect(verdictOf(await scan([...robbed, { minute: NIGHT + 25, ...hotel }]), 'bob')).not.toBe('compromised')
    expect(verdictOf(await scan([...robbed, { minute: NIGHT + 25, ...hotel, program: MAC }]), 'bob')).toBe('compromised')
  })
  it('is not seen in people who come from there as a habit', async () => {
    const office = ['chika', 'dai', 'emi', 'fumi'].flatMap((who) =>
      [1, 4, 8].map((day): Deed => ({ minute: day * DAY + 600, who, ip: RENTED, program: MAC })),
    )
    const document = await scan([...office, ...ENTERED, intruder(25, { who: 'bob' })])
    for (const who of ['chika', 'dai', 'emi', 'fumi', 'bob']) expect(told(document, who)).not.toContain('reason.same-hand')
  })
  it('is not seen in an owner who has been there before', async () => {
    const own = { who: 'bob', ip: RENTED, program: WINDOWS }
    const document = await scan([{ minute: 2 * DAY + 60, ...own }, ...ENTERED, { minute: NIGHT + 25, ...own }])
    expect(told(document, 'bob')).not.toContain('reason.same-hand')
  })
})

describe('what is done to others from an account that somebody else holds', () => {
  const RESET = intruder(8, { who: 'admin', does: 'user.mfa.factor.reset_all', to: 'bob' })

  it('is told on both sides, and asks for steps without a question to the owner', async () => {
    const document = await scan([...ENTERED, RESET])
    const bob = accountOf(document, '00ubob')
    expect(bob?.verdict).toBe('suspected')
    expect(bob?.flags).toContain('factorChanged')
    expect(bob?.class).toBe('B')
    expect(told(document, 'bob')).toContain('reason.acted-on')
    expect(told(document, 'admin')).toContain('reason.acted-on-others')
    const steps = bob?.checklist.map(({ id }) => id.split('/').at(-1)) ?? []
    expect(steps).toEqual(expect.arrayContaining(['E1', 'E2', 'R2']))
    expect(steps).not.toContain('ASK')
  })
  it('stands in the session of the account from which it was done, with the account to which, and is no change of its own', async () => {
    const document = await scan([...ENTERED, RESET, { ...RESET, minute: RESET.minute + 1, to: 'chika' }])
    const [session, ...others] = document.sessions.filter(({ account }) => account === '00uadmin')
    expect(others).toEqual([])
    expect(session?.actions.map(({ action, on }) => [action, on])).toEqual([
      ['login', undefined],
      ['mfa-enroll', undefined],
      ['mfa-remove', '00ubob'],
      ['mfa-remove', '00uchika'],
    ])
    if (session === undefined) throw new Error('the session is missing')
    expect(describeActions(session, { lang: 'en', zone: 'UTC' })).toContain('(of 2 other accounts)')
    expect(describeActions(session, { lang: 'ja', zone: 'UTC' })).toContain('(ほかの2アカウントに対して)')
    const reset = resetList(document, 'UTC')
    const acts = reset[0]?.indexOf('actions_after_login') ?? -1
    expect(reset.filter(([account]) => account === '00uadmin').map((row) => row[acts])).toEqual(['mfa-enroll'])
  })
  it('is an administrator’s work where nobody else holds the account, or did not yet', async () => {
    const own = { ...RESET, ip: homeOf('admin'), program: WINDOWS }
    expect(verdictOf(await scan([own]), 'bob')).toBeUndefined()
    expect(told(await scan([...ENTERED, own]), 'bob')).not.toContain('reason.acted-on')
    expect(told(await scan([...ENTERED, { ...RESET, minute: NIGHT - 60, ip: homeOf('admin') }]), 'bob')).not.toContain('reason.acted-on')
  })
  it('includes accounts that are made: every login in them is the intruder’s, and nobody is asked or told', async () => {
    const elsewhere = { minute: NIGHT + 3 * DAY, who: 'svc-backup', ip: '81.2.69.160', program: LINUX }
    const document = await scan([...ENTERED, intruder(5, { who: 'admin', does: 'user.lifecycle.create', to: 'svc-backup' }), elsewhere])
    const made = accountOf(document, '00usvc-backup')
    expect(made?.verdict).toBe('compromised')
    expect(made?.flags).toContain('madeByIntruder')
    expect(made?.sessions).toHaveLength(1)
    const steps = made?.checklist.map(({ id }) => id.split('/').at(-1)) ?? []
    expect(steps).toEqual(expect.arrayContaining(['C1', 'E1', 'E5', 'E6.planted']))
    for (const step of ['ASK', 'R1', 'R2', 'R4', 'N1']) expect(steps).not.toContain(step)
    // Nobody is behind it: no person to count, to tell, or to send a link to.
    expect(personsOf(document)).toMatchObject({ judged: 2, made: 1, most: 1 })
    for (const list of [resetList(document, 'UTC'), notifyList(document, 'UTC')])
      expect(list.slice(1).map(([account]) => account)).toEqual(['00uadmin'])
    for (const [lang, words] of [
      ['ja', '攻撃者が作成した 1アカウント は人数に含めない'],
      ['en', '1 account that the intruder made not counted'],
    ] as const) {
      const [clocks] = draftFiles(
        { document, handling: NOBODY_COLLECTED, legal: { laws: [], awareAt: null, department: null } },
        { lang, zone: 'UTC' },
        new Map(),
      ).filter(({ name }) => name === `legal-clocks.${lang}.md`)
      expect(clocks?.text).toContain(words)
    }
  })
  it('is what a stranger does after a login that alone proves nothing', async () => {
    const login = intruder(0, { who: 'admin' })
    const made = intruder(5, { who: 'admin', does: 'user.lifecycle.create', to: 'svc-backup' })
    expect(verdictOf(await scan([login]), 'admin')).toBe('suspected')
    const document = await scan([login, made])
    expect(verdictOf(document, 'admin')).toBe('compromised')
    expect(accountOf(document, '00uadmin')?.checklist.map(({ id }) => id.split('/').at(-1))).toContain('E5')
    // What was done is on record, though nothing was done to the account itself.
    expect(accountOf(document, '00uadmin')?.harms).toEqual(['acted'])
    expect(document.summary.afterLogin.acted).toBe(1)
    expect((await scan([login])).summary.afterLogin).not.toHaveProperty('acted')
    // Hours later, or by the machine that the owner always has, it may be the owner's work on a journey.
    expect(verdictOf(await scan([login, { ...made, minute: NIGHT + 90 }]), 'admin')).toBe('suspected')
    const journey = [login, made].map((deed) => ({ ...deed, program: WINDOWS }))
    expect(verdictOf(await scan(journey), 'admin')).not.toBe('compromised')
  })
  it('needs no login: a key of the account’s, from a country where it never was', async () => {
    const made = intruder(5, { who: 'admin', does: 'user.lifecycle.create', to: 'svc-backup' })
    const document = await scan([made])
    expect(verdictOf(document, 'admin')).toBe('suspected')
    expect(told(document, 'admin')).toContain('reason.acted-from-elsewhere')
    expect(verdictOf(await scan([{ ...made, ip: '118.0.9.9' }]), 'admin')).toBeUndefined()
  })
  it('asks for what was changed for everybody to be undone, once', async () => {
    const provider = intruder(12, { who: 'admin', does: 'system.idp.lifecycle.create' })
    expect((await scan([...ENTERED, provider])).steps.map(({ id }) => id)).toContain('case/E7')
    expect((await scan(ENTERED)).steps.map(({ id }) => id)).not.toContain('case/E7')
  })
})
