import type { Finding, MessageData } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { WaveHit } from '../campaigns/wave-hits.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import type { FusedLogin } from '../fusion/fuse-logins.ts'
import type { History } from '../habits/history.ts'
import type { Hand } from '../intruders/intruders.ts'
import type { ResetWave } from '../attacks/reset-waves.ts'
import type { RowReader } from '../rows/row-reader.ts'

/**
 * How much one observation weighs in the verdict rule (docs/ARCHITECTURE.md). `unclear`: a success that nothing can be compared with.
 * `context` only explains.
 */
export type Weight = 'compromised' | 'suspected' | 'medium' | 'unclear' | 'context'

/** One observation on one account, with the sentence it becomes and the events it stands on. */
export interface Signal {
  readonly rule: string
  readonly weight: Weight
  readonly messageId: string
  readonly data: MessageData
  /** Epoch µs. */
  readonly at: number
  readonly rows: readonly number[]
  /** The success that this is about, if one. */
  readonly success: number | undefined
}

/** Under this name stands what an attack's own addresses did, and what a wave of them is thought to have done. */
export const ATTACK_SOURCE = 'attack-source'

/** A login from an attack's address that counts against the account. */
export const isOfAttack = ({ rule, weight }: Signal): boolean => rule === ATTACK_SOURCE && weight !== 'context'

export interface SignalInput {
  readonly rows: Int32Array
  readonly findings: readonly Finding[]
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly waveHits: ReadonlyMap<number, WaveHit>
  readonly read: RowReader
  /** What was usual before a moment. */
  readonly historyBefore: (time: number) => History
  /** A line that many members log in from as a matter of course: a call centre, a household-budget app, a shop's terminals. */
  readonly isSharedLine: (row: number) => boolean
  /** A program's login for one of many. */
  readonly isOnBehalf: (row: number) => boolean
  /** On a rented machine in a network by which nobody of this log goes out as a habit. */
  readonly isRented: (row: number) => boolean
  /** In a network to which the sessions of many come over from another, day after day. */
  readonly isCommuted: (row: number) => boolean
  /** Sessions of this log leap from country to country as a matter of course (`far-sessions.ts`). */
  readonly isFarUsual: () => boolean
  /** From a country where the service is at home: people from abroad come there, too. */
  readonly isHomeCountry: (row: number) => boolean
  /** Logins that context and traces together make too rare to be chance. */
  readonly fused: readonly FusedLogin[]
  /** By row: resets carried out in the middle of a wave of requests that led nowhere. */
  readonly resetHits: ReadonlyMap<number, ResetWave>
  readonly table: EventTable
  /** What the account did to others: rows of theirs (`deeds.ts`). */
  readonly deeds: readonly number[]
  /** Who held the address of this row, if it was an intruder of another account. */
  readonly handOf: (row: number) => Hand | undefined
  /** Done to the account by somebody who held another. */
  readonly isIntrudersAct: (row: number) => boolean
  /** Is this login, with all that came before and after, likelier the owner's than a stranger's? */
  readonly isLikelyOwners: (row: number) => boolean
  /** Is this login one of the strangest of the whole log, by its context alone? */
  readonly standsOut: (row: number) => boolean
}

/** Missing: said as "unknown" in the reader's language. */
export const UNKNOWN = ''

/** Where and with what, for a sentence. */
export const contextData = (row: number, read: RowReader): MessageData => ({
  time: { time: read.time(row) },
  source: read.sourceText(row) ?? UNKNOWN,
  country: read.countryText(row) ?? UNKNOWN,
  network: read.networkText(row) ?? UNKNOWN,
  agent: read.agentText(row) ?? UNKNOWN,
})

/** A login from a context that the account never had. */
export const newContextSignal = (rule: string, row: number, weight: Weight, read: RowReader): Signal => ({
  rule,
  weight,
  messageId: 'reason.new-context',
  data: contextData(row, read),
  at: read.time(row),
  rows: [row],
  success: row,
})

/** A remark that weighs nothing: what stands beside another signal. */
export const remark = (rule: string, messageId: string, at: number, rows: readonly number[], data: MessageData): Signal => ({
  rule,
  weight: 'context',
  messageId,
  data,
  at,
  rows,
  success: undefined,
})
