import type { AttemptFold, FoldRecord } from '../formats/define-format.ts'
import type { StoredFormat, StoredLog } from './log-columns.ts'

type KeyReader = (row: number) => number | string | undefined

const keyReaders = (log: StoredLog): Readonly<Record<AttemptFold['key'][number], KeyReader>> => {
  const { session, place, name } = log.columns
  return {
    session: (row) => session.get(row),
    ip: (row) => log.dictionaries.places.ipOf(place.get(row)),
    name: (row) => name.get(row),
  }
}

const hasAccount = (log: StoredLog, row: number): boolean => log.columns.name.get(row) >= 0 || log.columns.account.get(row) >= 0

const foldRecord = (log: StoredLog, row: number): FoldRecord => {
  const { action, outcome, reason, code } = log.dictionaries.classes.list[log.columns.cls.get(row)]!
  return {
    time: log.columns.time.get(row),
    action,
    outcome,
    reason,
    code,
    hasAccount: hasAccount(log, row),
  }
}

/** Which of the rows of one attempt stay. */
type FoldRows = (rows: readonly number[]) => readonly number[]

/** A record by itself is most of them: what becomes of it depends on what it is, and is asked once. */
const compileFold = (log: StoredLog, { fold }: AttemptFold): FoldRows => {
  const staysAlone: boolean[] = []
  const { cls } = log.columns
  return (rows) => {
    const [row = 0] = rows
    if (rows.length > 1) return fold(rows.map((each) => foldRecord(log, each))).map((index) => rows[index] as number)
    const record = 2 * cls.get(row) + (hasAccount(log, row) ? 1 : 0)
    staysAlone[record] ??= fold([foldRecord(log, row)]).length > 0
    return staysAlone[record] === true ? rows : []
  }
}

/** Rows of attempts, each attempt a chain of positions among the sorted ones. */
class Attempts {
  readonly #next: Int32Array
  /** By attempt: the positions of its first row and its last. */
  readonly firsts: number[] = []
  readonly #lasts: number[] = []

  constructor(rows: number) {
    this.#next = new Int32Array(rows).fill(-1)
  }

  begin(position: number): number {
    this.#lasts.push(position)
    return this.firsts.push(position) - 1
  }

  add(attempt: number, position: number): void {
    this.#next[this.#lasts[attempt] as number] = position
    this.#lasts[attempt] = position
  }

  positions(attempt: number): number[] {
    const found: number[] = []
    for (let position = this.firsts[attempt] as number; position >= 0; position = this.#next[position] as number) found.push(position)
    return found
  }
}

const findAttempts = (log: StoredLog, { id }: StoredFormat, { key, withinMs }: AttemptFold, sorted: Uint32Array): Attempts => {
  const readers = keyReaders(log)
  const { time, cls } = log.columns
  const isOurs = log.dictionaries.classes.list.map(({ format }) => format === id)
  const [first, ...others] = key.map((field) => readers[field])
  const attempts = new Attempts(sorted.length)
  const open = new Map<number | string, number>()
  sorted.forEach((row, position) => {
    const of = isOurs[cls.get(row)] === true ? first?.(row) : -1
    if (of === undefined || of === -1) return
    const name = others.length === 0 ? of : [of, ...others.map((read) => read(row))].join('\u0000')
    const attempt = open.get(name)
    const since = attempt === undefined ? -Infinity : time.get(sorted[attempts.firsts[attempt] as number] as number)
    if (attempt !== undefined && time.get(row) - since <= withinMs * 1000) attempts.add(attempt, position)
    else open.set(name, attempts.begin(position))
  })
  return attempts
}

/**
 * Folds the records of one attempt (an sshd connection) into the events it really was, over sorted rows:
 * a set of records gives the same events in whatever order it was exported.
 */
export const foldAttempts = (log: StoredLog, sorted: Uint32Array): Uint32Array => {
  const gone = new Uint8Array(sorted.length)
  for (const format of log.formats.values()) {
    if (format.attempt === undefined) continue
    const attempts = findAttempts(log, format, format.attempt, sorted)
    const fold = compileFold(log, format.attempt)
    for (let attempt = 0; attempt < attempts.firsts.length; attempt += 1) {
      const positions = attempts.positions(attempt)
      const kept = fold(positions.map((position) => sorted[position] as number))
      if (kept.length === positions.length) continue
      const stay = new Set(kept)
      for (const position of positions) if (!stay.has(sorted[position] as number)) gone[position] = 1
    }
  }
  return gone.includes(1) ? sorted.filter((_, position) => gone[position] === 0) : sorted
}
