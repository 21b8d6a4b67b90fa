import { isForgotten } from '../habits/forgotten-password.ts'
import { isForeign, noveltyOf, type History } from '../habits/history.ts'
import type { ResetWave } from '../attacks/reset-waves.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextData, type Signal, type SignalInput, type Weight } from './signal.ts'

const RULE = 'reset-wave-hit'
/** Whoever reset the password to get in does so at once. */
const LOGIN_WITHIN_US = 3600 * 1e6

const weightOf = (login: number, wave: ResetWave, history: History, read: RowReader): Weight | undefined => {
  const novelty = noveltyOf(login, history, read)
  // A network and a kind of program are many people's: they are no alibi for a machine that is known to be another.
  const isOwnKind = history.networks.has(read.network(login)) && history.agents.has(read.agent(login)) && !novelty.device
  if (!novelty.source || isOwnKind) return undefined
  return wave.kind === 'source' && (isForeign(novelty) || history.logins === 0) ? 'compromised' : 'suspected'
}

/** A password set anew in the middle of a wave of requests that lead nowhere, and a login from there: this mailbox could be read. */
export const resetWaveSignals = (input: SignalInput): readonly Signal[] => {
  const { rows, read, resetHits, historyBefore, isSharedLine } = input
  if (resetHits.size === 0) return []
  return [...rows].flatMap((reset, index): readonly Signal[] => {
    const wave = resetHits.get(reset)
    if (wave === undefined || isSharedLine(reset)) return []
    // A program or a network is many people's, also of those who forgot their password meanwhile.
    if (wave.kind !== 'source' && isForgotten(reset, rows, read)) return []
    const login = rows.subarray(index).find((row) => read.isLogin(row) && read.isSuccess(row) && read.source(row) === read.source(reset))
    if (login === undefined || read.time(login) - read.time(reset) > LOGIN_WITHIN_US) return []
    const weight = weightOf(login, wave, historyBefore(read.time(reset)), read)
    if (weight === undefined) return []
    return [
      {
        rule: RULE,
        weight,
        messageId: `reason.reset-in-wave-${wave.kind}`,
        at: read.time(reset),
        rows: [...wave.rows, reset, login],
        success: login,
        data: { ...contextData(reset, read), others: wave.accounts },
      },
    ]
  })
}
