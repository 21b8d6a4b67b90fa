import type { Finding } from '../../model/finding.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import { isForeign, noveltyOf, type History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'

interface PasswordContext {
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly read: RowReader
  readonly historyBefore: (time: number) => History
}

/** A login that went through from there within this time was the owner's, second factor and all. */
const SETTLED_US = 60 * 60 * 1e6

const isSettled = (row: number, rows: Int32Array, read: RowReader): boolean =>
  rows.some(
    (other) =>
      read.isSuccess(other) &&
      read.source(other) === read.source(row) &&
      read.time(other) >= read.time(row) &&
      read.time(other) - read.time(row) <= SETTLED_US,
  )

/**
 * Events at which the right password was entered by somebody else and the second factor held: from an attack source,
 * under a storm of prompts, or refused by the owner while coming from a context that the account never had.
 */
export const passwordKnownRows = (
  rows: Int32Array,
  findings: readonly Finding[],
  { sources, read, historyBefore }: PasswordContext,
): readonly number[] => {
  const open = [...rows].filter((row) => read.isPasswordKnown(row))
  if (open.length === 0) return []
  const storm = new Set(
    findings.filter(({ rule, severity }) => rule === 'mfa-fatigue' && severity !== 'low').flatMap((finding) => finding.rows),
  )
  return open.filter((row) => {
    if (storm.has(row)) return true
    const source = sources.get(read.source(row))
    if (source !== undefined) return !historyBefore(source.first).sources.has(source.source)
    return read.isRefusal(row) && isForeign(noveltyOf(row, historyBefore(read.time(row)), read)) && !isSettled(row, rows, read)
  })
}
