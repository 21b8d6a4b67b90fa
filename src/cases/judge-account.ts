import type { Finding } from '../model/finding.ts'
import { isAffected, type CaseKind, type Harm, type HarmClass, type Verdict } from '../model/vocabulary.ts'
import { gatherEvidence, recordsSuccesses } from './account-evidence.ts'
import { classOf, harmOf } from './after-login.ts'
import { decideKind } from './case-kind.ts'
import { doneRows } from './done-actions.ts'
import { NO_HISTORY, type History } from './history.ts'
import { inheritedSignals, inheritedSuccesses } from './inherited.ts'
import type { JudgeContext } from './judge-context.ts'
import type { RowReader } from './row-reader.ts'
import type { AccountSession } from './sessions.ts'
import { actSignals } from './signals/acts.ts'
import { DEEDS_MESSAGE, reachSignals } from './signals/deeds.ts'
import { isPlanted } from './signals/same-hand.ts'
import { inTellingOrder } from './signals/collect.ts'
import { explainVerdict } from './signals/explain.ts'
import type { Signal } from './signals/signal.ts'
import type { AttackSource } from './sources/attack-source.ts'
import { SESSION_MOVED, strangersRows } from './strangers-rows.ts'
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

/** Judges one account over its own rows (time order) and findings; `undefined` when nothing is worth listing. */
export const judgeAccount = (
  key: number,
  rows: Int32Array,
  findings: readonly Finding[],
  context: JudgeContext,
): JudgedAccount | undefined => {
  const { table, read, sources, flagged, sharedLines } = context
  const { tries, found, attackSources, known, usualBefore } = gatherEvidence(key, rows, findings, context)
  const hasSuccesses = recordsSuccesses(rows, context)
  const { verdict, kind } = decideKind({
    signals: found,
    attempts: tries.length,
    passwordKnown: known.length > 0,
    recordsSuccesses: hasSuccesses,
  })
  if (verdict === undefined) return undefined
  const hit = isAffected({ verdict })
  const provenAt = found.find(({ weight }) => weight === 'compromised')?.at
  const firstHit = found.filter(({ weight }) => weight !== 'context').reduce<number | undefined>(earlierOf(read), undefined)
  const planted = isPlanted(found)
  const usual = planted ? NO_HISTORY : usualBefore(firstHit ?? Number.POSITIVE_INFINITY)
  const inherited = hit && firstHit !== undefined ? inheritedSuccesses(rows, firstHit, usual, read) : []
  const sessions = hit ? suspiciousSessions(rows, found, { table, read, sources, flagged, usual, inherited, planted, sharedLines }) : []
  const actedOn = [...rows].filter((row) => context.intruders.acts.has(row))
  const signals = [
    ...found,
    ...inheritedSignals(inherited, found, table, read),
    ...actSignals(sessions, found, read),
    ...reachSignals(context.intruders.reach.get(key) ?? [], found, table, read),
    ...explainVerdict({ verdict, found, usual, tries, attackSources, known, rows, read, recordsSuccesses: hasSuccesses }),
  ].toSorted(inTellingOrder)
  const isActor = found.some(({ messageId, weight }) => messageId === DEEDS_MESSAGE && weight !== 'context')
  const harms = new Set<Harm>([...harmsOf(doneRows({ sessions, actedOn }), read), ...(isActor ? ['acted' as const] : [])])
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
    class: hit && kind === 'takeover' ? classOf(harms) : null,
    attempts: tries.length,
    attackSources,
    compromisedAt:
      verdict === 'compromised' && kind === 'takeover'
        ? (firstEntry(strangersRows({ sessions, signals }, read), read) ?? provenAt)
        : undefined,
    ...spanOf(suspiciousRows(sessions, signals, read).map(read.time)),
  }
}
