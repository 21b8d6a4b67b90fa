import { isByReset } from '../habits/forgotten-password.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { WaveHit } from '../campaigns/wave-hits.ts'
import { ATTACK_SOURCE, contextData, type Signal, type SignalInput } from './signal.ts'
import { HOUR_US } from '../../kernel/time-units.ts'

const toSignal = ({ row, campaign, expected, odds }: WaveHit, read: RowReader): Signal => ({
  rule: ATTACK_SOURCE,
  weight: 'suspected',
  messageId: 'reason.login-in-wave',
  at: read.time(row),
  rows: [row],
  success: row,
  data: {
    ...contextData(row, read),
    attempts: campaign.sources.reduce((sum, source) => sum + source.attempts, 0),
    sources: campaign.sources.length,
    expected: Math.round(expected),
    odds: Math.round(odds),
  },
})

/** A second factor is part of the login that it was asked for. */
const FACTOR_US = HOUR_US / 4

/** The second factor was passed there, before or after the password: no list holds it. */
const isWithFactor = (row: number, rows: Int32Array, read: RowReader): boolean =>
  rows.some(
    (other) =>
      read.cls(other).action === 'mfa' &&
      read.isSuccess(other) &&
      read.source(other) === read.source(row) &&
      Math.abs(read.time(other) - read.time(row)) <= FACTOR_US,
  )

/**
 * Logins that are likelier the attack's than a customer's, from addresses that tell nothing by themselves. No list has a password that was just
 * set anew, nor a second factor.
 */
export const waveHitSignals = ({ rows, read, waveHits }: SignalInput): readonly Signal[] =>
  [...rows].flatMap((row) => {
    const hit = waveHits.get(row)
    return hit === undefined || isByReset(row, rows, read) || isWithFactor(row, rows, read) ? [] : [toSignal(hit, read)]
  })
