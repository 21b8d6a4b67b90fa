import type { RowReader } from '../rows/row-reader.ts'
import type { WaveHit } from '../campaigns/wave-hits.ts'
import { ATTACK_SOURCE, contextData, type Signal, type SignalInput } from './signal.ts'

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

/** Logins that are likelier the attack's than a customer's, from addresses that tell nothing by themselves. */
export const waveHitSignals = ({ rows, read, waveHits }: SignalInput): readonly Signal[] =>
  [...rows].flatMap((row) => {
    const hit = waveHits.get(row)
    return hit === undefined ? [] : [toSignal(hit, read)]
  })
