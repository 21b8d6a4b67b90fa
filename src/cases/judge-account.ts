import type { Finding } from '../model/finding.ts'
import type { HarmClass, Verdict } from '../model/vocabulary.ts'
import type { EventTable } from '../order/event-table.ts'
import { classOf, harmOf, type Harm } from './after-login.ts'
import type { AttackSource } from './attack-sources.ts'
import { learnHistory, noveltyOf, type History } from './history.ts'
import type { RowReader } from './row-reader.ts'
import { cutSessions, type AccountSession } from './sessions.ts'
import { collectSignals, type Signal } from './signals.ts'
import { decideVerdict } from './verdict.ts'

/** One account with its verdict and everything it stands on. Times in epoch µs. */
export interface JudgedAccount {
  readonly key: number
  readonly verdict: Verdict
  readonly passwordKnown: boolean
  readonly signals: readonly Signal[]
  readonly findings: readonly Finding[]
  readonly sessions: readonly AccountSession[]
  readonly usual: History
  readonly harms: ReadonlySet<Harm>
  readonly class: HarmClass | null
  readonly attempts: number
  readonly attackSources: readonly AttackSource[]
  readonly first: number | undefined
  readonly compromisedAt: number | undefined
  readonly last: number | undefined
}

export interface JudgeContext {
  readonly table: EventTable
  readonly read: RowReader
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly flagged: Uint8Array
  /** Formats with at least one successful login in this log. */
  readonly successFormats: ReadonlySet<string>
}

const sourcesThatTried = (rows: Int32Array, { sources, read }: JudgeContext): AttackSource[] => {
  const found = new Set<AttackSource>()
  for (const row of rows) {
    const source = sources.get(read.source(row))
    if (source !== undefined && read.isAttempt(row)) found.add(source)
  }
  return [...found]
}

const countAttempts = (rows: Int32Array, { sources, read }: JudgeContext): number => {
  let attempts = 0
  for (const row of rows) if (read.isAttempt(row) && sources.has(read.source(row))) attempts += 1
  return attempts
}

/** The right password came from an attack source, or under a storm of refused prompts, and the second factor held. */
const passwordKnownRows = (rows: Int32Array, findings: readonly Finding[], { sources, read }: JudgeContext): number[] => {
  const fatigue = findings.filter(({ rule }) => rule === 'mfa-fatigue').flatMap((finding) => finding.rows)
  const fromAttack = [...rows].filter((row) => read.isPasswordKnown(row) && sources.has(read.source(row)))
  return [...new Set([...fromAttack, ...fatigue.filter((row) => read.isPasswordKnown(row))])].toSorted((left, right) => left - right)
}

const passwordKnownSignal = (rows: readonly number[], read: RowReader): Signal[] => {
  const last = rows.at(-1)
  if (last === undefined) return []
  return [{
    rule: 'password-known', weight: 'context', messageId: 'reason.mfa-stopped', at: read.time(last), rows, success: undefined,
    data: { time: { time: read.time(last) }, source: read.sourceText(last) ?? '' },
  }]
}

const triedSignal = (rows: Int32Array, attempts: number, tried: readonly AttackSource[], { sources, read }: JudgeContext): Signal[] => {
  const own = [...rows].filter((row) => read.isAttempt(row) && sources.has(read.source(row)))
  const [first] = own
  if (first === undefined) return []
  return [{ rule: 'attempts', weight: 'context', messageId: 'reason.tried-by-campaign', at: read.time(first), rows: own, success: undefined, data: { attempts, sources: tried.length } }]
}

/** After a hit, a later success whose network and agent are both foreign inherits the suspicion (the checker, then the buyer). */
const suspiciousSuccesses = (rows: Int32Array, signals: readonly Signal[], usual: History, compromisedAt: number | undefined, context: JudgeContext): Set<number> => {
  const { read, flagged, sources } = context
  const found = new Set(signals.flatMap(({ success }) => success ?? []))
  for (const row of rows) {
    if (!read.isSuccess(row)) continue
    if (flagged[row] === 1) found.add(row)
    const source = sources.get(read.source(row))
    if (source !== undefined && read.time(row) >= source.first && !usual.sources.has(source.source) && found.size > 0) found.add(row)
    if (compromisedAt === undefined || read.time(row) < compromisedAt) continue
    const novelty = noveltyOf(row, usual, read)
    if (!novelty.thin && novelty.network && novelty.agent) found.add(row)
  }
  return found
}

const noSignal = (key: number, context: JudgeContext, rows: Int32Array, findings: readonly Finding[]): boolean =>
  findings.every(({ rule }) => rule === 'account-guessing' || rule === 'distributed-guessing') &&
  !rows.some((row) => context.read.isSuccess(row) && context.sources.has(context.read.source(row))) && key >= 0

const recordsSuccesses = (rows: Int32Array, { read, successFormats }: JudgeContext): boolean =>
  rows.some((row) => successFormats.has(read.cls(row).format))

const harmsOf = (sessions: readonly AccountSession[], read: RowReader): ReadonlySet<Harm> =>
  new Set(sessions.flatMap(({ rows }) => rows.flatMap((row) => (read.cls(row).outcome === 'failure' ? [] : (harmOf(read.cls(row).action) ?? [])))))

const NO_HISTORY: History = {
  logins: 0, since: Number.NaN, sources: new Map(), networks: new Map(), countries: new Map(), agents: new Map(),
  sample: { sources: new Map(), networks: new Map(), countries: new Map(), agents: new Map() },
}

const noSuccessSignal = (rows: Int32Array, { read }: JudgeContext): Signal => ({
  rule: 'coverage', weight: 'context', messageId: 'reason.no-success-recorded', at: read.time(rows[0] as number), rows: [], success: undefined,
  data: { format: read.cls(rows[0] as number).format },
})

const THIN_BELOW = 5

/** Judges one account over its own rows (time order) and findings; `undefined` when nothing is worth listing. */
export const judgeAccount = (key: number, rows: Int32Array, findings: readonly Finding[], context: JudgeContext): JudgedAccount | undefined => {
  const { table, read, sources, flagged } = context
  const tried = sourcesThatTried(rows, context)
  const guessed = findings.some(({ rule }) => rule === 'account-guessing' || rule === 'distributed-guessing')
  const attempts = countAttempts(rows, context)
  const simple = noSignal(key, context, rows, findings)
  const isUsual = (row: number): boolean => flagged[row] !== 1 && !((sources.get(read.source(row))?.first ?? Number.POSITIVE_INFINITY) <= read.time(row))
  const historyBefore = (time: number): History => learnHistory(rows, read, time, isUsual)
  const found = simple ? [] : collectSignals({ rows, findings, sources, read, historyBefore })
  const known = passwordKnownRows(rows, findings, context)
  const passwordKnown = known.length > 0
  const verdict = decideVerdict({ signals: found, attempts: attempts + (guessed ? 1 : 0), passwordKnown, recordsSuccesses: recordsSuccesses(rows, context) })
  if (verdict === undefined) return undefined
  const hit = verdict === 'compromised' || verdict === 'suspected'
  const compromisedAt = found.find(({ weight }) => weight === 'compromised')?.at
  const firstHit = found.find(({ weight }) => weight !== 'context')?.at
  const usual = simple ? NO_HISTORY : historyBefore(firstHit ?? Number.POSITIVE_INFINITY)
  const bad = hit ? suspiciousSuccesses(rows, found, usual, compromisedAt, context) : new Set<number>()
  const sessions = hit ? cutSessions(table, rows, read).filter((session) => session.rows.some((row) => bad.has(row))) : []
  const signals = [
    ...(found.some(({ rule }) => rule === 'attack-source') ? [] : triedSignal(rows, attempts, tried, context)),
    ...found,
    ...(hit ? [] : passwordKnownSignal(known, read)),
    ...(verdict === 'undetermined' ? [noSuccessSignal(rows, context)] : []),
    ...thinSignal(hit, usual, found),
  ].toSorted((left, right) => left.at - right.at)
  const times = [...signals.flatMap((signal) => signal.rows.map(read.time)), ...sessions.flatMap((session) => session.rows.map(read.time))]
  const harms = harmsOf(sessions, read)
  return {
    key, verdict, passwordKnown, signals, findings, sessions, usual, harms, class: hit ? classOf(harms) : null, attempts, attackSources: tried,
    first: times.length === 0 ? undefined : times.reduce((least, time) => Math.min(least, time)),
    compromisedAt: verdict === 'compromised' ? compromisedAt : undefined,
    last: times.length === 0 ? undefined : times.reduce((most, time) => Math.max(most, time)),
  }
}

const thinSignal = (hit: boolean, usual: History, found: readonly Signal[]): Signal[] => {
  const at = found.find(({ weight }) => weight !== 'context')?.at
  if (!hit || at === undefined || usual.logins >= THIN_BELOW) return []
  return [{ rule: 'history', weight: 'context', messageId: 'reason.thin-history', data: { logins: usual.logins }, at, rows: [], success: undefined }]
}
