import type { Finding } from '../../model/finding.ts'
import { NO_HISTORY, type History } from '../habits/history.ts'
import { handAgainst } from '../intruders/intruders.ts'
import type { JudgeContext } from './judge-context.ts'
import { createPast } from './past.ts'
import { passwordKnownRows } from './password-known.ts'
import { collectSignals } from '../signals/collect.ts'
import { ATTACK_SOURCE, type Signal } from '../signals/signal.ts'
import { GUESSING_RULES, type AttackSource } from '../sources/attack-source.ts'

/** What the log says of an account, before anything is decided. */
export interface AccountEvidence {
  /** Rows that an attack failed with. */
  readonly tries: readonly number[]
  readonly found: readonly Signal[]
  readonly attackSources: readonly AttackSource[]
  /** Rows that tell that somebody else knows the password. */
  readonly known: readonly number[]
  /** What was usual before a moment. */
  readonly usualBefore: (time: number) => History
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
const isOnlyTried = (
  rows: Int32Array,
  findings: readonly Finding[],
  { read, sources, waveHits, resetHits, intruders }: JudgeContext,
): boolean =>
  findings.every(({ rule }) => GUESSING_RULES.has(rule)) &&
  !rows.some(
    (row) =>
      resetHits.has(row) ||
      waveHits.has(row) ||
      read.isRefusal(row) ||
      intruders.acts.has(row) ||
      (read.isSuccess(row) && (sources.has(read.source(row)) || intruders.hands.has(read.source(row)))),
  )

/** No login of the account stands out. */
const isPlain = (key: number, { fusion }: JudgeContext): boolean => !fusion.byAccount.has(key) && !fusion.failedBefore.has(key)

/** Does any log that knows the account record successful logins? */
export const recordsSuccesses = (rows: Int32Array, { read, successFormats }: JudgeContext): boolean =>
  rows.some((row) => successFormats.has(read.cls(row).format))

/** Gathers what the account's own rows (time order) and findings say. */
export const gatherEvidence = (key: number, rows: Int32Array, findings: readonly Finding[], context: JudgeContext): AccountEvidence => {
  const {
    read,
    sources,
    sharedLines,
    waveHits,
    isOnBehalf,
    isCommuted,
    isFarUsual,
    isHomeCountry,
    isRented,
    resetHits,
    fusion,
    intruders,
    table,
    deeds,
  } = context
  const simple = isPlain(key, context) && isOnlyTried(rows, findings, context) && !deeds.has(key)
  const historyBefore = createPast(rows, context)
  const signals = (): readonly Signal[] =>
    collectSignals({
      rows,
      findings,
      sources,
      waveHits,
      read,
      historyBefore,
      isSharedLine: (row) => sharedLines.has(read.source(row)),
      isOnBehalf,
      isCommuted,
      isFarUsual,
      isHomeCountry,
      isRented,
      fused: fusion.byAccount.get(key) ?? [],
      resetHits,
      table,
      deeds: deeds.get(key) ?? [],
      handOf: (row) => handAgainst(key, read.source(row), intruders),
      isIntrudersAct: (row) => intruders.acts.has(row),
      isLikelyOwners: (row) => fusion.isLikelyOwners(key, row),
      standsOut: (row) => fusion.standsOut(key, row),
    })
  const found = simple ? [] : signals()
  const tries = attemptRows(rows, findings, context)
  // A list may hit at its first try: then the success alone ties the account to its source.
  const entries = found.flatMap(({ rule, success }) => (rule === ATTACK_SOURCE ? (success ?? []) : []))
  const known = passwordKnownRows(rows, findings, { sources, read, historyBefore })
  return {
    tries,
    found,
    attackSources: [...new Set([...tries, ...entries].flatMap((row) => sources.get(read.source(row)) ?? []))],
    known,
    // Of those who were only tried nobody is told what is usual.
    usualBefore: simple && known.length === 0 ? () => NO_HISTORY : historyBefore,
  }
}
