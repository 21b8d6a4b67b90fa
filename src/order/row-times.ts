import type { CompiledShape } from '../formats/decode.ts'
import { valuePathsOf } from '../formats/field.ts'
import { plainSlots } from '../formats/path.ts'
import type { Projection } from '../input/projection.ts'
import type { Picks, RecordBatch } from '../input/record-batch.ts'
import { kindBits, SPAN_KIND } from '../input/scan-memory.ts'
import type { TimeSyntax } from '../kernel/time.ts'
import type { Fate } from '../model/record.ts'
import type { Wiring } from './row-wiring.ts'

const NO_TIME: Fate = { fate: 'rejected', why: 'no-time' }
const BAD_TIME: Fate = { fate: 'rejected', why: 'bad-time' }

/** Times that whoever scanned the records had read: how many, by the minutes ahead of UTC that they say, and how many said them by being epochs. */
export interface ScannedTimes {
  readonly byOffset: ReadonlyMap<number, number>
  readonly epochs: number
}

const { isoTime, clfTime, localTime, yearlessTime, ctime, epoch, slashTime, datedTime } = SPAN_KIND

/** In which forms the scanner may have read times of a syntax. Digits are left to the readers of `any`, which may take them for a date. */
const FORMS: Readonly<Record<TimeSyntax, number>> = {
  iso: kindBits(isoTime, localTime),
  any: kindBits(isoTime, localTime, clfTime, yearlessTime, ctime, slashTime, datedTime),
  clf: kindBits(clfTime),
  rfc3164: kindBits(yearlessTime, datedTime),
  ctime: kindBits(ctime),
  epoch: kindBits(epoch),
  us: 0,
  dmy: 0,
  excel: 0,
}

export const timeForms = ({ shape }: CompiledShape): number => FORMS[shape.fields.time.syntax]

/** Of times as the scanner reads them. */
export const timeSlots = (compiled: CompiledShape, projection: Projection): readonly number[] =>
  timeForms(compiled) === 0 ? [] : plainSlots(compiled.shape.kind, valuePathsOf(compiled.shape.fields.time.path), projection)

/** Times, mostly read already by whoever scanned the records. Leaves those picked that have one. */
export const readTimes = ({ compiled, fields, rows }: Wiring, projection: Projection) => {
  const slots = timeSlots(compiled, projection)
  const forms = timeForms(compiled)
  const byOffset = new Map<number, number>()
  const scanned = { byOffset, epochs: 0 }
  const microsOf = (batch: RecordBatch, payload: number): number => {
    const micros = batch.microsIn(payload)
    const kind = batch.kindOf(payload)
    if (kind === localTime || kind === ctime || kind === slashTime || kind === datedTime) return fields.wallClock.instant(micros)
    if (kind === yearlessTime) return fields.wallClock.yearless(micros)
    if (kind === epoch) {
      scanned.epochs += 1
      return micros
    }
    const minutes = batch.offsetIn(payload)
    byOffset.set(minutes, (byOffset.get(minutes) ?? 0) + 1)
    return micros
  }
  return {
    scanned: (): ScannedTimes => scanned,
    read: (batch: RecordBatch, picks: Picks, fates: (Fate | undefined)[]): void => {
      let kept = 0
      byOffset.clear()
      scanned.epochs = 0
      for (let index = 0; index < picks.count; index += 1) {
        const at = picks.rows[index] as number
        const payload = batch.payloadAt(batch.firstFilled(slots, at), at, forms)
        const micros = payload < 0 ? fields.time(batch.turnTo(at), undefined) : microsOf(batch, payload)
        if (micros === undefined) fates[at] = NO_TIME
        else if (Number.isNaN(micros)) fates[at] = BAD_TIME
        else {
          rows.time[at] = micros
          picks.rows[kept++] = at
        }
      }
      picks.count = kept
    },
  }
}
