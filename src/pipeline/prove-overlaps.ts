import { isDeepStrictEqual } from 'node:util'
import { readAgain } from '../input/read-again.ts'
import type { InputNote, RawRecord } from '../model/record.ts'
import type { StoredLog } from '../order/log-columns.ts'
import { findOverlaps, type Overlap } from '../order/overlaps.ts'
import type { InputRead } from './read-inputs.ts'

export interface ProvedOverlaps {
  /** Rows that another input holds as well. */
  readonly skip: ReadonlySet<number>
  /** What is said of it, per input. */
  readonly notes: ReadonlyMap<number, readonly InputNote[]>
}

/** Two hosts that one attacker tries in lockstep differ in every record: in the name of the host. */
const COMPARED = 32

const spread = <Value>(values: readonly Value[], most: number): readonly Value[] =>
  values.length <= most ? values : Array.from({ length: most }, (_, at) => values[Math.floor((at * values.length) / most)] as Value)

const recordsOf = ({ columns }: StoredLog, { source, headerAt }: InputRead, rows: readonly number[]): Promise<readonly RawRecord[]> => {
  const places = rows.map((row) => ({
    line: columns.line.get(row),
    offset: columns.offset.get(row),
    length: columns.length.get(row),
    nested: columns.nested.get(row),
  }))
  return readAgain(source, places, { headerAt, charset: 'auto' })
}

/** Are the records equal, of which so far only what was decoded is known to be? */
const isProved = async (log: StoredLog, inputs: readonly InputRead[], { input, other, twins }: Overlap): Promise<boolean> => {
  const pairs = spread(twins, COMPARED)
  const own = await recordsOf(
    log,
    inputs[input] as InputRead,
    pairs.map(([row]) => row),
  )
  const others = await recordsOf(
    log,
    inputs[other] as InputRead,
    pairs.map(([, like]) => like),
  )
  return own.every(({ value }, at) => isDeepStrictEqual(value, others[at]?.value))
}

/** Rows that count once because two inputs hold them (ENGINE.md 2). */
export const proveOverlaps = async (log: StoredLog, inputs: readonly InputRead[]): Promise<ProvedOverlaps> => {
  const { copies, stretches } = findOverlaps(
    log,
    inputs.map(({ result }) => result),
  )
  const skip = new Set(copies)
  const notes = new Map<number, InputNote[]>()
  for (const stretch of stretches) {
    if (!(await isProved(log, inputs, stretch))) continue
    for (const row of stretch.rows) skip.add(row)
    // Events of one record differ in their part.
    const count = stretch.rows.filter((row) => log.columns.part.get(row) === 0).length
    const path = inputs[stretch.other]?.source.path ?? ''
    notes.set(stretch.input, [...(notes.get(stretch.input) ?? []), { id: 'overlap', level: 'info', data: { count, path } }])
  }
  return { skip, notes }
}
