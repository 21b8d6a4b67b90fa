import type { Finding } from '../model/finding.ts'
import type { CaseKind, Harm, HarmClass, Verdict } from '../model/vocabulary.ts'
import type { EventTable } from '../order/event-table.ts'
import { SESSION_MOVED, strangersRows } from './strangers-rows.ts'
import { classOf, harmOf } from './after-login.ts'
import { decideKind } from './case-kind.ts'
import { GUESSING_RULES, isOfAttack, type AttackSource } from './sources/attack-source.ts'
import type { Fusion } from './fusion/fuse-logins.ts'
import type { WaveHit } from './campaigns/wave-hits.ts'
import { inheritedSignals, inheritedSuccesses } from './inherited.ts'
import { isThinAt, learnHistory, NO_HISTORY, type History } from './history.ts'
import { passwordKnownRows } from './password-known.ts'
import type { ResetWave } from './reset-waves.ts'
import type { RowReader } from './row-reader.ts'
import type { AccountSession } from './sessions.ts'
import { actSignals } from './signals/acts.ts'
import { collectSignals, inTellingOrder } from './signals/collect.ts'
import { explainVerdict } from './signals/explain.ts'
import type { Signal } from './signals/signal.ts'
import { suspiciousSessions } from './suspicious-sessions.ts'

/** One account with its verdict and everything it stands on. Times in epoch µs. */
export interface JudgedAccount {
  readonly key: number
  readonly verdict: Verdict
  readonly kind: CaseKind
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
  /** Logins in an attack's hours from addresses that are known by nothing else. */
  readonly waveHits: ReadonlyMap<number, WaveHit>
  /** Lines that many accounts use as a matter of course, by source. */
  readonly sharedLines: ReadonlySet<number>
  readonly flagged: Uint8Array
  readonly fusion: Fusion
  /** Resets in the middle of a wave of requests that led nowhere, by row. */
  readonly resetHits: ReadonlyMap<number, ResetWave>
  /** A program's login for one of many: it says nothing about the person. */
  readonly isOnBehalf: (row: number) => boolean
  /** Formats with at least one successful login in this log. */
  readonly successFormats: ReadonlySet<string>
}

/** Guesses that a rule reported and that come from nowhere: the log has no address, or only those of the service's own proxies. */
const guessesFromNowhere = (findings: readonly Finding[], { table, read }: JudgeContext): readonly number[] =>
  findings
    .filter(({ rule, severity }) => GUESSING_RULES.has(rule) && severity !== 'low' && severity !== 'info')
    .flatMap((finding) => finding.rows)
    .filter((row) => read.isAttempt(row) && (read.source(row) < 0 || table.places.isProxy(read.source(row))))

/** The account's rows that an attack failed with. */
const attemptRows = (rows: Int32Array, findings: readonly Finding[], context: JudgeContext): readonly number[] => {
  const { sources, read } = context
  const fromSources = [...rows].filter((row) => read.isAttempt(row) && sources.has(read.source(row)))
  return [...new Set([...fromSources, ...guessesFromNowhere(findings, context)])].toSorted((left, right) => left - right)
}

/** Only tried: nothing that needs a look at what is usual for the account. Most accounts of a large campaign are of this kind. */
const isOnlyTried = (rows: Int32Array, findings: readonly Finding[], { read, sources, waveHits, resetHits }: JudgeContext): boolean =>
  findings.every(({ rule }) => GUESSING_RULES.has(rule)) &&
  !rows.some(
    (row) => resetHits.has(row) || waveHits.has(row) || read.isRefusal(row) || (read.isSuccess(row) && sources.has(read.source(row))),
  )

/** No login of the account stands out. */
const isPlain = (key: number, { fusion }: JudgeContext): boolean => !fusion.byAccount.has(key) && !fusion.failedBefore.has(key)

const recordsSuccesses = (rows: Int32Array, { read, successFormats }: JudgeContext): boolean =>
  rows.some((row) => successFormats.has(read.cls(row).format))

const harmsOf = (sessions: readonly AccountSession[], read: RowReader): ReadonlySet<Harm> =>
  new Set(
    sessions.flatMap(({ rows }) =>
      rows.flatMap((row) => (['failure', 'blocked'].includes(read.cls(row).outcome) ? [] : (harmOf(read.cls(row).action) ?? []))),
    ),
  )

const DAY_US = 24 * 3600 * 1e6

/**
 * What was usual before a moment: neither flagged events nor those of attack sources teach it. Where little came before, what came more than
 * a day later counts as well: an export of a few days begins in the middle of everybody's life. Asked for the same moments again and again.
 */
const createPast = (rows: Int32Array, { read, sources, flagged, isOnBehalf }: JudgeContext): ((time: number) => History) => {
  const known = new Map<number, History>()
  const isUsual = (row: number): boolean => {
    const source = sources.get(read.source(row))
    return flagged[row] !== 1 && !isOnBehalf(row) && (source === undefined || !isOfAttack(source, row, read))
  }
  /** A machine that was on the owner's line, then or later, is the owner's: a new phone comes home. */
  const withMachines = (history: History): History => {
    const devices = new Set(history.devices)
    for (const row of rows)
      if (read.device(row) >= 0 && history.sources.has(read.source(row)) && read.isSuccess(row) && isUsual(row))
        devices.add(read.device(row))
    return devices.size === history.devices.size ? history : { ...history, devices }
  }
  const around = (time: number): History =>
    learnHistory(rows, read, Number.POSITIVE_INFINITY, (row) => (read.time(row) < time || read.time(row) > time + DAY_US) && isUsual(row))
  return (time) => {
    let history = known.get(time)
    if (history === undefined) {
      const before = learnHistory(rows, read, time, isUsual)
      known.set(time, (history = withMachines(isThinAt(before, time) ? around(time) : before)))
    }
    return history
  }
}

const spanOf = (times: readonly number[]): { readonly first: number | undefined; readonly last: number | undefined } => {
  if (times.length === 0) return { first: undefined, last: undefined }
  return { first: times.reduce((least, time) => Math.min(least, time)), last: times.reduce((most, time) => Math.max(most, time)) }
}

/** Judges one account over its own rows (time order) and findings; `undefined` when nothing is worth listing. */
export const judgeAccount = (
  key: number,
  rows: Int32Array,
  findings: readonly Finding[],
  context: JudgeContext,
): JudgedAccount | undefined => {
  const { table, read, sources, sharedLines } = context
  const tries = attemptRows(rows, findings, context)
  const fused = context.fusion.byAccount.get(key) ?? []
  const simple = isPlain(key, context) && isOnlyTried(rows, findings, context)
  const historyBefore = createPast(rows, context)
  const isSharedLine = (row: number): boolean => sharedLines.has(read.source(row))
  const found = simple
    ? []
    : collectSignals({
        rows,
        findings,
        sources,
        waveHits: context.waveHits,
        read,
        historyBefore,
        isSharedLine,
        isOnBehalf: context.isOnBehalf,
        fused,
        resetHits: context.resetHits,
        standsOut: (row) => context.fusion.standsOut(key, row),
      })
  // A list may hit at its first try: then the success alone ties the account to its source.
  const entries = found.flatMap(({ rule, success }) => (rule === 'attack-source' ? (success ?? []) : []))
  const attackSources = [...new Set([...tries, ...entries].flatMap((row) => sources.get(read.source(row)) ?? []))]
  const known = passwordKnownRows(rows, findings, { sources, read, historyBefore })
  const { verdict, kind } = decideKind({
    signals: found,
    attempts: tries.length,
    passwordKnown: known.length > 0,
    recordsSuccesses: recordsSuccesses(rows, context),
  })
  if (verdict === undefined) return undefined
  const hit = verdict === 'compromised' || verdict === 'suspected'
  const compromisedAt = found.find(({ weight }) => weight === 'compromised')?.at
  const firstHit = found.find(({ weight }) => weight !== 'context')?.at
  const usual = simple ? NO_HISTORY : historyBefore(firstHit ?? Number.POSITIVE_INFINITY)
  const inherited = hit && firstHit !== undefined ? inheritedSuccesses(rows, firstHit, usual, read) : []
  const sessions = hit
    ? suspiciousSessions(rows, found, { table, read, sources, flagged: context.flagged, usual, inherited, sharedLines })
    : []
  const signals = [
    ...found,
    ...inheritedSignals(inherited, found, table, read),
    ...actSignals(sessions, found, read),
    ...explainVerdict({
      verdict,
      found,
      usual,
      tries,
      attackSources,
      known,
      rows,
      read,
      recordsSuccesses: recordsSuccesses(rows, context),
    }),
  ].toSorted(inTellingOrder)
  // A stolen session is suspicious from the theft on: before, it is its owner's.
  const stolenFrom = new Set(
    signals.flatMap(({ messageId, rows: [from] }) => (messageId === SESSION_MOVED && from !== undefined ? [from] : [])),
  )
  const shown = signals.flatMap((signal) => signal.rows.filter((row) => !stolenFrom.has(row)))
  const times = [...shown, ...strangersRows({ sessions, signals }, read)].map(read.time)
  const harms = harmsOf(sessions, read)
  return {
    key,
    verdict,
    kind,
    passwordKnown: !hit && known.length > 0,
    signals,
    findings,
    sessions,
    usual,
    harms,
    // Harm classes are about what a stranger did.
    class: hit && kind === 'takeover' ? classOf(harms) : null,
    attempts: tries.length,
    attackSources,
    compromisedAt: verdict === 'compromised' && kind === 'takeover' ? compromisedAt : undefined,
    ...spanOf(times),
  }
}
