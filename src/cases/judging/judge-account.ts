import type { Finding } from '../../model/finding.ts'
import { isAffected, type CaseKind, type Harm, type HarmClass, type Verdict } from '../../model/vocabulary.ts'
import { gatherEvidence, recordsSuccesses, type AccountEvidence } from './account-evidence.ts'
import { classOf, harmOf } from '../rows/after-login.ts'
import { decideKind } from './case-kind.ts'
import { doneRows } from '../strangers/done-actions.ts'
import { NO_HISTORY, type History } from '../habits/history.ts'
import { inheritedSignals, inheritedSuccesses } from '../strangers/inherited.ts'
import type { JudgeContext } from './judge-context.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AccountSession } from '../rows/sessions.ts'
import { actSignals } from '../signals/acts.ts'
import { DEEDS_MESSAGE, reachSignals } from '../signals/deeds.ts'
import { isPlanted } from '../signals/same-hand.ts'
import { inTellingOrder } from '../signals/collect.ts'
import { explainVerdict } from '../signals/explain.ts'
import type { Signal } from '../signals/signal.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import { SESSION_MOVED, strangersRows } from '../strangers/strangers-rows.ts'
import { suspiciousSessions } from '../strangers/suspicious-sessions.ts'

/** One account with its verdict and everything it stands on. Times in epoch µs. */
export interface JudgedAccount {
  readonly key: number
  readonly verdict: Verdict
  readonly kind: CaseKind
  readonly passwordKnown: boolean
  readonly signals: readonly Signal[]
  readonly findings: readonly Finding[]
  readonly sessions: readonly AccountSession[]
  /** Rows in which somebody who held another account acted on this one. */
  readonly actedOn: readonly number[]
  readonly usual: History
  readonly harms: ReadonlySet<Harm>
  readonly class: HarmClass | null
  readonly attempts: number
  readonly attackSources: readonly AttackSource[]
  readonly first: number | undefined
  readonly compromisedAt: number | undefined
  readonly last: number | undefined
}

const harmsOf = (rows: readonly number[], read: RowReader): ReadonlySet<Harm> =>
  new Set(rows.flatMap((row) => (['failure', 'blocked'].includes(read.cls(row).outcome) ? [] : (harmOf(read.cls(row).action) ?? []))))

const spanOf = (times: readonly number[]): { readonly first: number | undefined; readonly last: number | undefined } => {
  if (times.length === 0) return { first: undefined, last: undefined }
  return { first: times.reduce((least, time) => Math.min(least, time)), last: times.reduce((most, time) => Math.max(most, time)) }
}

/** Rows that tell when the account was in somebody else's hands. A stolen session is suspicious from the theft on: before, it is its owner's. */
const suspiciousRows = (sessions: readonly AccountSession[], signals: readonly Signal[], read: RowReader): readonly number[] => {
  const stolenFrom = new Set(
    signals.flatMap(({ messageId, rows: [from] }) => (messageId === SESSION_MOVED && from !== undefined ? [from] : [])),
  )
  const shown = signals.flatMap((signal) => signal.rows.filter((row) => !stolenFrom.has(row)))
  return [...shown, ...strangersRows({ sessions, signals }, read)]
}

/** What somebody does begins with how they came in. */
const earlierOf =
  (read: RowReader) =>
  (earliest: number | undefined, { at, success }: Signal): number =>
    Math.min(earliest ?? at, at, success === undefined ? at : read.time(success))

/** When somebody was first in: their first act that went through. Asking for a reset is not in yet, and proof often comes minutes later. */
const firstEntry = (rows: readonly number[], read: RowReader): number | undefined => {
  const times = rows.flatMap((row) =>
    read.cls(row).outcome === 'success' && read.cls(row).action !== 'password-reset-request' ? [read.time(row)] : [],
  )
  return times.length === 0 ? undefined : times.reduce((least, time) => Math.min(least, time))
}

/** By what was first done, or else by what proves it. */
const takenAt = (sessions: readonly AccountSession[], signals: readonly Signal[], read: RowReader): number | undefined =>
  firstEntry(strangersRows({ sessions, signals }, read), read) ?? signals.find(({ weight }) => weight === 'compromised')?.at

interface Possession {
  readonly usual: History
  /** Later logins that inherit the suspicion. */
  readonly inherited: readonly number[]
  readonly sessions: readonly AccountSession[]
}

/** What was usual before somebody else was in, and what that somebody then had; nothing of the latter where nobody was. */
const possessionOf = (rows: Int32Array, { found, usualBefore }: AccountEvidence, isHit: boolean, context: JudgeContext): Possession => {
  const { table, read, sources, flagged, sharedLines } = context
  const from = found.filter(({ weight }) => weight !== 'context').reduce<number | undefined>(earlierOf(read), undefined)
  const planted = isPlanted(found)
  const usual = planted ? NO_HISTORY : usualBefore(from ?? Number.POSITIVE_INFINITY)
  if (!isHit) return { usual, inherited: [], sessions: [] }
  const inherited = from === undefined ? [] : inheritedSuccesses(rows, from, usual, read)
  const sessions = suspiciousSessions(rows, found, { table, read, sources, flagged, usual, inherited, planted, sharedLines })
  return { usual, inherited, sessions }
}

/** Judges one account over its own rows (time order) and findings; `undefined` when nothing is worth listing. */
export const judgeAccount = (
  key: number,
  rows: Int32Array,
  findings: readonly Finding[],
  context: JudgeContext,
): JudgedAccount | undefined => {
  const { table, read, intruders } = context
  const evidence = gatherEvidence(key, rows, findings, context)
  const { tries, found, attackSources, known } = evidence
  const hasSuccesses = recordsSuccesses(rows, context)
  const { verdict, kind } = decideKind({
    signals: found,
    attempts: tries.length,
    passwordKnown: known.length > 0,
    recordsSuccesses: hasSuccesses,
  })
  if (verdict === undefined) return undefined
  const hit = isAffected({ verdict })
  const { usual, inherited, sessions } = possessionOf(rows, evidence, hit, context)
  const signals = [
    ...found,
    ...inheritedSignals(inherited, found, table, read),
    ...actSignals(sessions, found, read),
    ...reachSignals(intruders.reach.get(key) ?? [], found, table, read),
    ...explainVerdict({ verdict, found, usual, tries, attackSources, known, rows, read, recordsSuccesses: hasSuccesses }),
  ].toSorted(inTellingOrder)
  const actedOn = [...rows].filter((row) => intruders.acts.has(row))
  const isActor = found.some(({ messageId, weight }) => messageId === DEEDS_MESSAGE && weight !== 'context')
  const harms = new Set<Harm>([...harmsOf(doneRows({ sessions, actedOn }), read), ...(isActor ? ['acted' as const] : [])])
  const isTaken = hit && kind === 'takeover'
  return {
    key,
    verdict,
    kind,
    passwordKnown: !hit && known.length > 0,
    signals,
    findings,
    sessions,
    actedOn,
    usual,
    harms,
    // Harm classes are about what a stranger did.
    class: isTaken ? classOf(harms) : null,
    attempts: tries.length,
    attackSources,
    compromisedAt: isTaken && verdict === 'compromised' ? takenAt(sessions, signals, read) : undefined,
    ...spanOf(suspiciousRows(sessions, signals, read).map(read.time)),
  }
}
