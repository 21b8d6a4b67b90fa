import type { CompiledShape } from '../formats/decode.ts'
import { valuePathsOf } from '../formats/field.ts'
import { plainSlots } from '../formats/path.ts'
import { idOfItem } from '../formats/each-item.ts'
import { toNumber } from '../formats/to-number.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import type { Projection } from '../input/projection.ts'
import { MOST_IN_BATCH, noPicks, type Picks, type RecordBatch } from '../input/record-batch.ts'
import { kindBits, SPAN_KIND } from '../input/scan-memory.ts'
import { hash128, lanes } from '../kernel/hash.ts'
import { textReaders } from './record-kinds.ts'
import { createGuard } from './row-guards.ts'
import { fill, type FillRows, type Wiring } from './row-wiring.ts'

const slotsOf = ({ shape }: CompiledShape, name: 'id' | 'session', projection: Projection): readonly number[] =>
  plainSlots(shape.kind, valuePathsOf(shape.fields[name]), projection)

const HASHED = kindBits(SPAN_KIND.hash)

/** Sessions, mostly hashed already by whoever scanned the records. */
export const fillSessions = ({ compiled, fields, asks, log: { keys }, memo, rows }: Wiring, projection: Projection): FillRows => {
  const read = textReaders(fields).session
  if (read === undefined) return (_batch, picks) => fill(rows.session, picks, -1)
  const slots = slotsOf(compiled, 'session', projection)
  const guard = createGuard(memo, asks['session-guard'], fields.guards.session)
  const [hashed, others] = [noPicks(), noPicks()]
  const hashes = new Uint32Array(4 * MOST_IN_BATCH)
  const found = new Int32Array(MOST_IN_BATCH)
  const question = {
    number: asks.session,
    contexts: rows.scope,
    decide: (record: ProjectedRecord, at: number) => keys.session(read(record, undefined), rows.scope[at] as number),
  }
  const gather = (batch: RecordBatch, picks: Picks): void => {
    hashed.count = 0
    others.count = 0
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const payload = batch.payloadAt(batch.firstFilled(slots, at), at, HASHED)
      if (payload < 0) others.rows[others.count++] = at
      else {
        for (let lane = 0; lane < 4; lane += 1) hashes[4 * hashed.count + lane] = batch.words[payload + lane] as number
        found[hashed.count] = rows.scope[at] as number
        hashed.rows[hashed.count++] = at
      }
    }
  }
  return (batch, picks) => {
    gather(batch, guard(batch, picks, rows.session))
    keys.sessionsHashed(hashes, found, hashed.count)
    for (let index = 0; index < hashed.count; index += 1) rows.session[hashed.rows[index] as number] = found[index] as number
    memo.ask(batch, others, question, rows.session)
  }
}

/** Hashes of the records' own ids. */
export const fillIds = ({ compiled, fields, rows }: Wiring, projection: Projection): FillRows => {
  const read = textReaders(fields).id
  const isItem = fields.itemCount !== undefined
  const slots = isItem ? [] : slotsOf(compiled, 'id', projection)
  return (batch, picks) => {
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const payload = batch.payloadAt(batch.firstFilled(slots, at), at, HASHED)
      const text = payload < 0 ? read?.(batch.turnTo(at), undefined) : undefined
      if (text !== undefined) hash128(isItem ? idOfItem(text, 0) : text)
      const hasId = payload >= 0 || text !== undefined
      rows.id0[at] = hasId ? ((payload < 0 ? lanes[0] : batch.words[payload]) as number) : 0
      rows.id1[at] = hasId ? ((payload < 0 ? lanes[1] : batch.words[payload + 1]) as number) | 1 : 0
    }
  }
}

export const fillSequences = ({ fields: { sequence }, rows }: Wiring): FillRows =>
  sequence === undefined
    ? (_batch, picks) => fill(rows.sequence, picks, 0)
    : (batch, { rows: picked, count }) => {
        for (let index = 0; index < count; index += 1) {
          const at = picked[index] as number
          rows.sequence[at] = toNumber(sequence(batch.turnTo(at), undefined)) ?? 0
        }
      }
