import { isThinAt, learnHistory, type History } from './history.ts'
import type { JudgeContext } from './judge-context.ts'
import { isOfAttack } from './sources/attack-source.ts'

const DAY_US = 24 * 3600 * 1e6

/**
 * What was usual before a moment: neither flagged events nor those of attack sources teach it. Where little came before, what came more than
 * a day later counts as well: an export of a few days begins in the middle of everybody's life. Asked for the same moments again and again.
 */
export const createPast = (rows: Int32Array, { read, sources, flagged, isOnBehalf }: JudgeContext): ((time: number) => History) => {
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
