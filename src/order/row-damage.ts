import { valuePathsOf } from '../formats/field.ts'
import { damaged } from '../formats/shape-decoder.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import type { Projection } from '../input/projection.ts'
import { MOST_IN_BATCH, noPicks, type Picks, type RecordBatch } from '../input/record-batch.ts'
import type { Fate } from '../model/record.ts'
import { timeForms, timeSlots } from './row-times.ts'
import type { Wiring } from './row-wiring.ts'

type SortOut = (batch: RecordBatch, picks: Picks, fates: (Fate | undefined)[]) => void

/** Leaves those picked that can still be read as they were logged. */
export const sortOutDamaged = ({ compiled, fields: { damage }, asks, memo }: Wiring, projection: Projection): SortOut => {
  const { shape } = compiled
  const fatesOf: Fate[] = []
  const times = valuePathsOf(shape.fields.time.path)
  const slots = timeSlots(compiled, projection)
  const forms = timeForms(compiled)
  const answers = new Int32Array(MOST_IN_BATCH)
  const asked = noPicks()
  const signs = damage.map((read, index) => {
    const [path, ...others] = shape.damage?.[index]?.from ?? []
    return {
      // What the scanner read as a time is none the worse for it.
      isOfTime: times.length === 1 && others.length === 0 && path === times[0],
      question: {
        number: asks.damage,
        contexts: new Int32Array(MOST_IN_BATCH).fill(index),
        decide: (record: ProjectedRecord) => {
          const detail = read(record, undefined)
          return detail === undefined ? -1 : fatesOf.push(damaged(detail)) - 1
        },
      },
    }
  })
  return (batch, picks, fates) => {
    for (const { isOfTime, question } of signs) {
      asked.count = 0
      for (let index = 0; index < picks.count; index += 1) {
        const at = picks.rows[index] as number
        answers[at] = -1
        if (!isOfTime || batch.payloadAt(batch.firstFilled(slots, at), at, forms) < 0) asked.rows[asked.count++] = at
      }
      memo.ask(batch, asked, question, answers)
      let kept = 0
      for (let index = 0; index < picks.count; index += 1) {
        const at = picks.rows[index] as number
        const answer = answers[at] as number
        if (answer < 0) picks.rows[kept++] = at
        else fates[at] = fatesOf[answer]
      }
      picks.count = kept
    }
  }
}
