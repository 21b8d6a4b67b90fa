import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 10, 2)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const NIGHT = 11 * DAY + 17 * 60

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36'
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'
/** As the built-in tables know them: a rented machine in Germany, a line in Brazil. */
const RENTED = '167.99.134.12'
const AWAY = '187.8.118.147'

interface Deed {
  readonly minute: number
  readonly who: string
  readonly does?: string
  readonly to?: string
  readonly ip?: string
  readonly program?: string
  readonly session?: string
  readonly fails?: boolean
}

const PEOPLE = ['admin', 'bob', 'chika', 'dai', 'emi', 'fumi', 'goro', 'hana']
const homeOf = (who: string): string => `118.0.4.${PEOPLE.indexOf(who) + 10}`
const user = (who: string) => ({ id: `00u${who}`, type: 'User', alternateId: `${who}@corp.example`, displayName: who })

/** One record of Okta's System Log. */
const record = (deed: Deed, index: number) => {
  const { minute, who, does = 'user.session.start', to, ip = homeOf(who), program = WINDOWS, session, fails } = deed
  return {
    uuid: `${index}-${minute}-${who}`,
    published: new Date(START + minute * MINUTE_MS).toISOString(),
    eventType: does,
    version: '0',
    severity: 'INFO',
    displayMessage: does,
    actor: user(who),
    client: { ipAddress: ip, userAgent: { rawUserAgent: program } },
    outcome: fails === true ? { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' } : { result: 'SUCCESS' },
    authenticationContext: { externalSessionId: session ?? `${who}-${Math.floor(minute / DAY)}-${ip}` },
    target: to === undefined ? [] : [user(to)],
  }
}

/** Everybody's mornings, and what else was done. */
const scan = (deeds: readonly Deed[]): Promise<CaseDocument> => {
  const mornings = PEOPLE.flatMap((who, person) =>
    [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day): Deed => ({ minute: day * DAY + person, who })),
  )
  const records = [...mornings, ...deeds].toSorted((left, right) => left.minute - right.minute).map(record)
  return scanLogs({ 'okta.ndjson': records.map((one) => JSON.stringify(one)).join('\n') })
}

const verdictOf = (document: CaseDocument, who = 'bob'): string | undefined => accountOf(document, `00u${who}`)?.verdict
const told = (document: CaseDocument, who = 'bob'): readonly string[] =>
  accountOf(document, `00u${who}`)?.reasons.map(({ messageId }) => messageId) ?? []

describe('a session that goes on elsewhere, with another program', () => {
  const app = { who: 'bob', does: 'user.authentication.sso', session: 'S' }
  const there = { ip: AWAY, program: LINUX }
  const begun: Deed = { minute: NIGHT, who: 'bob', session: 'S' }
  const goesOn: Deed = { ...app, ...there, minute: NIGHT + 30 }

  it('was stolen', async () => {
    const document = await scan([begun, goesOn])
    expect(told(document)).toContain('reason.session-moved')
    expect(verdictOf(document)).toBe('compromised')
  })
  it('was not, where nobody had got in with it before', async () => {
    expect(told(await scan([{ ...begun, fails: true }, goesOn]))).not.toContain('reason.session-moved')
  })
  it('was not, where its user has just logged in from there', async () => {
    const login: Deed = { ...there, minute: NIGHT + 28, who: 'bob', session: 'T' }
    expect(told(await scan([begun, login, goesOn]))).not.toContain('reason.session-moved')
    const early = { ...login, minute: NIGHT + 8 }
    expect(told(await scan([begun, early, goesOn]))).toContain('reason.session-moved')
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
    expect(told(await scan([...guesses, entry]))).toContain('reason.guessed')
  })
  it('was not, with a password that an operator has set since', async () => {
    const reset: Deed = { minute: NIGHT + 45, who: 'admin', does: 'user.account.reset_password', to: 'bob' }
    expect(told(await scan([...guesses, reset, entry]))).not.toContain('reason.guessed')
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
    expect(told(document)).toContain('reason.script-login')
    expect(verdictOf(document)).toBe('suspected')
  })
  it('is something of its own where it comes again on another day', async () => {
    const again = [2, 4].map((day): Deed => ({ ...login, minute: NIGHT + day * DAY }))
    expect(told(await scan([login, ...again]))).not.toContain('reason.script-login')
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
    expect(told(document)).toContain('reason.token-elsewhere')
    expect(verdictOf(document)).toBe('suspected')
  })
  it('is weak where the account has that program elsewhere, too', async () => {
    const early = { minute: 5 * DAY, who: 'bob', ip: '118.0.9.1', program: LINUX }
    expect(verdictOf(await scan([use(NIGHT, RENTED, LINUX), { ...early, minute: NIGHT + 2 * DAY }]))).not.toBe('suspected')
  })
})
