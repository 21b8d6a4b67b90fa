import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs } from './support.ts'

/** A small office in Okta's System Log, by minutes since a Monday: everybody's mornings, and what a test adds. */
const START = Date.UTC(2026, 10, 2)
const MINUTE_MS = 60_000
export const DAY = 24 * 60
export const NIGHT = 11 * DAY + 17 * 60

export const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'
export const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36'
export const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'
/** As the built-in tables know them: a rented machine in Germany, a line in Brazil. */
export const RENTED = '167.99.134.12'
export const AWAY = '187.8.118.147'

export interface Deed {
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
export const homeOf = (who: string): string => `118.0.4.${PEOPLE.indexOf(who) + 10}`
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
export const scan = (deeds: readonly Deed[]): Promise<CaseDocument> => {
  const mornings = PEOPLE.flatMap((who, person) =>
    [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day): Deed => ({ minute: day * DAY + person, who })),
  )
  const records = [...mornings, ...deeds].toSorted((left, right) => left.minute - right.minute).map(record)
  return scanLogs({ 'okta.ndjson': records.map((one) => JSON.stringify(one)).join('\n') })
}

export const verdictOf = (document: CaseDocument, who: string): string | undefined => accountOf(document, `00u${who}`)?.verdict
export const told = (document: CaseDocument, who: string): readonly string[] =>
  accountOf(document, `00u${who}`)?.reasons.map(({ messageId }) => messageId) ?? []
