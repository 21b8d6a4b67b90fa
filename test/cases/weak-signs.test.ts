import { describe, expect, it } from 'vitest'
import { AWAY, DAY, LINUX, MAC, NIGHT, RENTED, scan, told, verdictOf, type Deed } from './office.ts'

describe('a session that goes on elsewhere, with another program', () => {
  const app = { who: 'bob', does: 'user.authentication.sso', session: 'S' }
  const there = { ip: AWAY, program: LINUX }
  const begun: Deed = { minute: NIGHT, who: 'bob', session: 'S' }
  const goesOn: Deed = { ...app, ...there, minute: NIGHT + 30 }

  it('was stolen', async () => {
    const document = await scan([begun, goesOn])
    expect(told(document, 'bob')).toContain('reason.session-moved')
    expect(verdictOf(document, 'bob')).toBe('compromised')
  })
  it('was not, where nobody had got in with it before', async () => {
    expect(told(await scan([{ ...begun, fails: true }, goesOn]), 'bob')).not.toContain('reason.session-moved')
  })
  it('was not, where its user has just logged in from there', async () => {
    const login: Deed = { ...there, minute: NIGHT + 28, who: 'bob', session: 'T' }
    expect(told(await scan([begun, login, goesOn]), 'bob')).not.toContain('reason.session-moved')
    const early = { ...login, minute: NIGHT + 8 }
    expect(told(await scan([begun, early, goesOn]), 'bob')).toContain('reason.session-moved')
  })
})

describe('a login after many wrong passwords from many places', () => {
  const guesses = Array.from({ length: 40 }, (_, index): Deed => ({
    minute: NIGHT + index,
    who: 'bob',
    fails: true,
    ip: `177.${20 + index}.10.7`,
    program: LINUX,
  }))
  const entry: Deed = { minute: NIGHT + 50, who: 'bob', ip: AWAY, program: LINUX }

  it('was guessed', async () => {
    expect(told(await scan([...guesses, entry]), 'bob')).toContain('reason.guessed')
  })
  it('was not, with a password that an operator has set since', async () => {
    const reset: Deed = { minute: NIGHT + 45, who: 'admin', does: 'user.account.reset_password', to: 'bob' }
    expect(told(await scan([...guesses, reset, entry]), 'bob')).not.toContain('reason.guessed')
  })
})

describe('where the owner of an entered account is later', () => {
  it('is no address of the intruder, and whoever else is there is nobody else', async () => {
    const entered: readonly Deed[] = [
      { minute: NIGHT, who: 'admin', ip: RENTED, program: MAC },
      { minute: NIGHT + 3, who: 'admin', does: 'user.mfa.factor.activate', to: 'admin', ip: RENTED, program: MAC },
    ]
    const congress = ['admin', 'bob', 'chika', 'dai', 'emi'].map((who, index): Deed => ({
      minute: NIGHT + 2 * DAY + index,
      who,
      ip: AWAY,
      program: LINUX,
    }))
    const document = await scan([...entered, ...congress])
    expect(verdictOf(document, 'admin')).toBe('compromised')
    for (const who of ['bob', 'chika', 'dai', 'emi']) expect(told(document, who)).not.toContain('reason.same-hand')
  })
})

describe("a script in a person's account", () => {
  const SCRIPT = 'python-requests/2.32.3'
  const login: Deed = { minute: NIGHT, who: 'bob', ip: RENTED, program: SCRIPT }

  it('is a tool with a list', async () => {
    const document = await scan([login])
    expect(told(document, 'bob')).toContain('reason.script-login')
    expect(verdictOf(document, 'bob')).toBe('suspected')
  })
  it('is something of its own where it comes again on another day', async () => {
    const again = [2, 4].map((day): Deed => ({ ...login, minute: NIGHT + day * DAY }))
    expect(told(await scan([login, ...again]), 'bob')).not.toContain('reason.script-login')
  })
})

describe('a token in use where nobody logged in', () => {
  const use = (minute: number, ip: string, program: string): Deed => ({
    minute,
    who: 'bob',
    does: 'user.authentication.sso',
    session: 'unknown',
    ip,
    program,
  })

  it('was stolen, if nothing of it is known', async () => {
    const document = await scan([use(NIGHT, RENTED, LINUX)])
    expect(told(document, 'bob')).toContain('reason.token-elsewhere')
    expect(verdictOf(document, 'bob')).toBe('suspected')
  })
  it('is weak where the account has that program elsewhere, too', async () => {
    const early = { minute: 5 * DAY, who: 'bob', ip: '118.0.9.1', program: LINUX }
    expect(verdictOf(await scan([use(NIGHT, RENTED, LINUX), { ...early, minute: NIGHT + 2 * DAY }]), 'bob')).not.toBe('suspected')
  })
})
