import type { RecordReceiver } from '../input/input.ts'
import type { Projector } from '../input/project-json.ts'
import { ProjectedRecord, type Projection } from '../input/projected.ts'
import type { RawRecord } from '../model/record.ts'

type Rejected = Parameters<RecordReceiver['reject']>[0]

/** Records on their way between threads, in order. Values that repeat travel once, as entries of a dictionary. */
export interface RecordBatch {
  /** Per record: how many slots it fills; `WHOLE` and `REJECT` stand for an entry of `others`. */
  readonly counts: Uint16Array<ArrayBuffer>
  readonly lines: Float64Array<ArrayBuffer>
  readonly offsets: Float64Array<ArrayBuffer>
  readonly lengths: Uint32Array<ArrayBuffer>
  /** Per filled slot: which, and its value: an entry of the dictionary, or below −1 one of `others`; −1 is true. */
  readonly slots: Uint16Array<ArrayBuffer>
  readonly refs: Int32Array<ArrayBuffer>
  readonly others: readonly unknown[]
  /** What this batch adds to the dictionary. */
  readonly texts: readonly string[]
  /** Stored bytes read so far. */
  readonly bytes: number
}

/** Added to a count: the record's shape is that of the part-read record before it. */
const LIKE_LAST = 0x4000
const WHOLE = 0xffff
const REJECT = 0xfffe
const RECORDS = 1024
const PRESENT = -1
const OTHERS_FROM = -2

export interface BatchWriter {
  readonly parts: (record: RawRecord, projector: Projector, isLikeLast: boolean) => void
  readonly whole: (record: RawRecord) => void
  readonly reject: (rejected: Rejected) => void
  /** Hands over what is not sent yet. */
  readonly flush: () => void
}

/** Gathers records and sends them in batches. */
export const createBatchWriter = (send: (batch: Omit<RecordBatch, 'bytes'>) => void): BatchWriter => {
  const counts = new Uint16Array(RECORDS)
  const lines = new Float64Array(RECORDS)
  const offsets = new Float64Array(RECORDS)
  const lengths = new Uint32Array(RECORDS)
  let slots = new Uint16Array(RECORDS * 16)
  let refs = new Int32Array(RECORDS * 16)
  let others: unknown[] = []
  let texts: string[] = []
  let records = 0
  let filled = 0
  let sentTexts = 0
  const flush = (): void => {
    if (records === 0) return
    send({
      counts: counts.slice(0, records),
      lines: lines.slice(0, records),
      offsets: offsets.slice(0, records),
      lengths: lengths.slice(0, records),
      slots: slots.slice(0, filled),
      refs: refs.slice(0, filled),
      others,
      texts,
    })
    others = []
    texts = []
    records = 0
    filled = 0
  }
  const add = ({ line, offset, length }: Pick<RawRecord, 'line' | 'offset' | 'length'>, count: number): void => {
    counts[records] = count
    lines[records] = line
    offsets[records] = offset
    lengths[records] = length
    records += 1
    if (records === RECORDS) flush()
  }
  const reserve = (count: number): void => {
    if (filled + count <= slots.length) return
    slots = grown(slots, new Uint16Array((filled + count) * 2))
    refs = grown(refs, new Int32Array((filled + count) * 2))
  }
  return {
    flush,
    parts: (record, projector, isLikeLast) => {
      const { values, record: parts } = projector
      const own = projector.filled()
      reserve(own.length)
      for (let at = 0; at < own.length; at += 1) {
        const slot = own[at] as number
        const id = parts.refOf(slot)
        slots[filled] = slot
        if (id >= 0) refs[filled] = id
        else {
          const value = parts.get(slot)
          refs[filled] = value === true ? PRESENT : OTHERS_FROM - (others.push(value) - 1)
        }
        filled += 1
      }
      while (sentTexts < values.size()) texts.push(values.text(sentTexts++))
      add(record, own.length + (isLikeLast ? LIKE_LAST : 0))
    },
    whole: (record) => {
      others.push(record)
      add(record, WHOLE)
    },
    reject: (rejected) => {
      others.push(rejected)
      add(rejected, REJECT)
    },
  }
}

const grown = <Numbers extends Uint16Array | Int32Array>(from: Numbers, to: Numbers): Numbers => {
  to.set(from)
  return to
}

/** Delivers batches to a receiver as if their records had been read here. */
export const createBatchReader = (projection: Projection, receiver: RecordReceiver): ((batch: RecordBatch) => void) => {
  const dictionary: string[] = []
  const record = new ProjectedRecord(projection, (ref) => dictionary[ref] as string)
  const deliver = (others: readonly unknown[], other: number, count: number): void => {
    if (count === WHOLE) receiver.record(others[other] as RawRecord)
    else receiver.reject(others[other] as Rejected)
  }
  return ({ counts, lines, offsets, lengths, slots, refs, others, texts }) => {
    for (const text of texts) dictionary.push(text)
    let filled = 0
    let other = 0
    for (let index = 0; index < counts.length; index += 1) {
      const count = counts[index] as number
      if (count >= REJECT) {
        deliver(others, other++, count)
        continue
      }
      record.clear()
      record.isLikeLast = count >= LIKE_LAST
      for (const end = filled + (count & (LIKE_LAST - 1)); filled < end; filled += 1) {
        const ref = refs[filled] as number
        if (ref <= OTHERS_FROM) other += 1
        if (ref >= 0) record.refer(slots[filled] as number, ref)
        else record.set(slots[filled] as number, ref === PRESENT ? true : others[OTHERS_FROM - ref])
      }
      receiver.record({
        shape: 'json',
        value: record,
        header: undefined,
        line: lines[index] as number,
        offset: offsets[index] as number,
        length: lengths[index] as number,
      })
    }
  }
}
