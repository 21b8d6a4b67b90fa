import { hashHex } from '../../kernel/hash.ts'
import { toIso } from '../../kernel/time.ts'
import type { CaseSession } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { Severity } from '../../model/vocabulary.ts'
import { harmOf } from '../rows/after-login.ts'
import type { Citations } from './cite.ts'
import { withDeeds } from './deeds-of.ts'
import type { KeyLogins } from './key-logins.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import type { AccountSession } from '../rows/sessions.ts'

const ACTIONS_CAP = 50

/** Risk of a session, 0–100: how sure it is that somebody else was in, raised by what was done. */
const BASE_RISK: Readonly<Record<JudgedAccount['verdict'], number>> = { compromised: 80, suspected: 50, undetermined: 30, targeted: 20 }
const SEVERITY_RISK: Readonly<Record<Severity, number>> = { info: 0, low: 0, medium: 4, high: 8, critical: 10 }
const HARM_RISK = { viewed: 2, changed: 6, points: 10, purchase: 10, acted: 10 } as const

/** A source on the organisation's intelligence list adds to whatever else is known. */
const INTEL_RISK = 10

const riskOf = (
  account: Pick<JudgedAccount, 'verdict'>,
  findings: readonly Finding[],
  harms: readonly (keyof typeof HARM_RISK)[],
): number => {
  const raised =
    BASE_RISK[account.verdict] +
    Math.max(0, ...findings.map(({ severity }) => SEVERITY_RISK[severity])) +
    (findings.some(({ rule }) => rule === 'known-bad-login') ? INTEL_RISK : 0) +
    Math.max(0, ...harms.map((harm) => HARM_RISK[harm]))
  return Math.min(100, raised)
}

type Entered = Pick<JudgedAccount, 'key' | 'verdict' | 'findings'>
type Rows = Pick<JudgedCase, 'table' | 'read'>

/** The provider's session id where the log has one, otherwise a digest of account, start and place. */
const sessionId = (account: Entered, session: AccountSession, judged: Rows, citations: Citations): string => {
  const [first] = session.rows as readonly [number, ...number[]]
  const provided = citations.get(first)?.draft?.session
  if (session.provided >= 0 && provided !== undefined) return provided
  const { table, read } = judged
  return `session-${hashHex([table.accounts.get(account.key), read.time(first), read.sourceText(first), read.agentText(first)].join('\u0000')).slice(0, 12)}`
}

const distinct = <Value>(values: readonly (Value | undefined)[]): readonly Value[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/** The key that let the session in, held against those of the account's logins before. */
const keyOf = (first: number, earlier: readonly number[], citations: Citations): Pick<CaseSession, 'key'> => {
  const fingerprint = citations.get(first)?.draft?.credential
  if (fingerprint === undefined) return {}
  const used = earlier.flatMap((row) => citations.get(row)?.draft?.credential ?? [])
  return { key: { fingerprint, known: used.includes(fingerprint), compared: used.length } }
}

/** One session of an account, as the document shows it. */
export const writeSession = (
  account: Entered,
  session: AccountSession,
  judged: Rows,
  citations: Citations,
  keyLogins: readonly number[] = [],
): CaseSession => {
  const { table, read } = judged
  const { rows } = session
  const [first] = rows as readonly [number, ...number[]]
  const own = new Set(rows)
  const isOwn = (row: number): boolean => table.account.get(row) === account.key
  const findings = account.findings.filter((finding) => finding.rows.some((row) => own.has(row)))
  const network = table.places.networkOf(table.place.get(first))
  const ips = distinct(rows.map((row) => table.places.ips.get(table.places.ip[table.place.get(row)] ?? -1)))
  const countries = distinct(rows.map((row) => read.countryText(row)))
  const agents = distinct(rows.map((row) => read.agentText(row)))
  return {
    id: sessionId(account, session, judged, citations),
    account: table.accounts.get(account.key) ?? null,
    start: toIso(read.time(first)),
    end: toIso(read.time(rows.at(-1) as number)),
    ips,
    country: countries.join(' → ') || null,
    network: network === undefined ? null : { asn: network.asn ?? null, org: network.org ?? null, kind: network.kind },
    agent: agents.join(' → ') || null,
    ...keyOf(first, keyLogins, citations),
    risk: riskOf(
      account,
      findings,
      rows.flatMap((row) => (isOwn(row) ? (harmOf(read.cls(row).action) ?? []) : 'acted')),
    ),
    findings: findings.map(({ id }) => id),
    actions: rows.slice(0, ACTIONS_CAP).map((row) => {
      const { action, outcome, code } = read.cls(row)
      const on = isOwn(row) ? undefined : table.accounts.get(table.account.get(row))
      return { time: toIso(read.time(row)), action, outcome, code: code ?? null, ...(on === undefined ? {} : { on }) }
    }),
    moreActions: Math.max(0, rows.length - ACTIONS_CAP),
  }
}

/** The suspicious sessions of one account, in time order. */
export const writeSessions = (
  account: JudgedAccount,
  judged: JudgedCase,
  citations: Citations,
  keyLogins: KeyLogins,
): readonly CaseSession[] =>
  withDeeds(account, judged.table, judged.read).map((session) =>
    writeSession(account, session, judged, citations, keyLogins.get(account.key) ?? []),
  )
