import { isThinAt, learnHistory, type History } from '../habits/history.ts'
import type { JudgeContext } from './judge-context.ts'
import { isOfAttack } from '../sources/attack-source.ts'
import { DAY_US } from '../../kernel/time-units.ts'

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
  /** And so is a program that is on a line of the owner's on another day. In the same network it may be a neighbour's. */
  const withPrograms = (history: History, time: number): History => {
    const lines = new Set<number>()
    for (const row of rows)
      if (read.time(row) < time - DAY_US && read.source(row) >= 0 && read.isSuccess(row) && isUsual(row)) lines.add(read.source(row))
    const agents = new Map(history.agents)
    for (const row of rows)
      if (read.time(row) > time + DAY_US && read.isSuccess(row) && read.agent(row) >= 0 && lines.has(read.source(row)) && isUsual(row))
        agents.set(read.agent(row), (agents.get(read.agent(row)) ?? 0) + 1)
    return { ...history, agents }
  }
  const usesExits = (time: number): boolean =>
    rows.some((row) => read.isByExit(row) && Math.abs(read.time(row) - time) > DAY_US && read.isLogin(row) && read.isSuccess(row))
  const around = (time: number): History =>
    learnHistory(rows, read, Number.POSITIVE_INFINITY, (row) => (read.time(row) < time || read.time(row) > time + DAY_US) && isUsual(row))
  return (time) => {
    let history = known.get(time)
    if (history === undefined) {
      const before = learnHistory(rows, read, time, isUsual)
      const whole = withPrograms(withMachines(isThinAt(before, time) ? around(time) : before), time)
      known.set(time, (history = { ...whole, usesExits: usesExits(time) }))
    }
    return history
  }
}
