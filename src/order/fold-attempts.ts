import type { AttemptFold, FoldRecord } from '../formats/define-format.ts'
import type { EventLog } from './event-log.ts'
import type { StoredFormat } from './log-columns.ts'

type KeyReader = (row: number) => number | string

const keyReaders = (log: EventLog): Readonly<Record<AttemptFold['key'][number], KeyReader>> => {
  const { session, device, place, port, client } = log.columns
  return {
    session: (row) => session.get(row),
    device: (row) => device.get(row),
    ip: (row) => log.dictionaries.places.ipOf(place.get(row)),
    port: (row) => port.get(row),
    client: (row) => client.get(row),
  }
}

const foldRecord = (log: EventLog, row: number): FoldRecord => {
  const { action, outcome, reason, code } = log.dictionaries.classes.list[log.columns.cls.get(row)]!
  return {
    time: log.columns.time.get(row),
    action,
    outcome,
    reason,
    code,
    hasAccount: log.columns.name.get(row) >= 0 || log.columns.account.get(row) >= 0,
  }
}

const foldOne = (log: EventLog, format: StoredFormat, rows: readonly number[], folded: Set<number>): void => {
  const { fold } = format.attempt as AttemptFold
  const kept = new Set(fold(rows.map((row) => foldRecord(log, row))))
  rows.forEach((row, index) => {
    if (!kept.has(index)) folded.add(row)
  })
}

/**
 * Folds the records of one attempt (an sshd connection) into the events it really was, over sorted rows:
 * a set of records gives the same events in whatever order it was exported.
 */
export const foldAttempts = (log: EventLog, sorted: Uint32Array): Uint32Array => {
  const readers = keyReaders(log)
  const folded = new Set<number>()
  for (const format of log.formats.values()) {
    if (format.attempt === undefined) continue
    const { key, withinMs } = format.attempt
    const open = new Map<string, number[]>()
    const isOurs = log.dictionaries.classes.list.map((cls) => cls.format === format.id)
    for (const row of sorted) {
      if (isOurs[log.columns.cls.get(row)] !== true) continue
      const name = key.map((field) => readers[field](row)).join('\u0000')
      if (name.startsWith('-1')) continue
      const group = open.get(name)
      const first = group?.[0]
      if (group !== undefined && first !== undefined && log.columns.time.get(row) - log.columns.time.get(first) <= withinMs * 1000) {
        group.push(row)
        continue
      }
      if (group !== undefined) foldOne(log, format, group, folded)
      open.set(name, [row])
    }
    for (const group of open.values()) foldOne(log, format, group, folded)
  }
  return folded.size === 0 ? sorted : sorted.filter((row) => !folded.has(row))
}
