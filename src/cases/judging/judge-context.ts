import type { EventTable } from '../../order/event-table.ts'
import type { WaveHit } from '../campaigns/wave-hits.ts'
import type { Fusion } from '../fusion/fuse-logins.ts'
import type { Intruders } from '../intruders/intruders.ts'
import type { ResetWave } from '../attacks/reset-waves.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AttackSource } from '../sources/attack-source.ts'

/** What is known of the whole log when its accounts are judged one by one. */
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
  /** On a rented machine in a network by which nobody of this log goes out as a habit. */
  readonly isRented: (row: number) => boolean
  /** In a network to which the sessions of many come over from another, day after day. */
  readonly isCommuted: (row: number) => boolean
  /** Sessions of this log leap from country to country as a matter of course (`far-sessions.ts`). */
  readonly isFarUsual: () => boolean
  /** From a country where the service is at home. */
  readonly isHomeCountry: (row: number) => boolean
  /** What accounts did to others, by the account that did it (`deeds.ts`). */
  readonly deeds: ReadonlyMap<number, readonly number[]>
  /** Who was in other accounts: nobody, when accounts are judged for the first time. */
  readonly intruders: Intruders
  /** Formats with at least one successful login in this log. */
  readonly successFormats: ReadonlySet<string>
}
