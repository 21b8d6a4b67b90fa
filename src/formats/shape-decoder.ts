import { emptyDraft, type EventDraft } from '../model/event.ts'
import type { Fate } from '../model/record.ts'
import type { Shape } from './define-format.ts'
import { idOfItem, itemsOf } from './each-item.ts'
import { compileJsonPath, type Getter } from './path.ts'
import { fillClass, type ShapeFields } from './shape-fields.ts'
import { toNumber } from './to-number.ts'

export type Emit = (draft: EventDraft, part: number) => void
export type ShapeDecode = (record: unknown, emit: Emit) => Fate

const USED: Fate = { fate: 'used' }
export const damaged = (detail: string): Fate => ({ fate: 'rejected', why: 'ambiguous-value', detail })

const compileOne =
  ({ classify, damage, time, texts, place, port, sequence, subject, repeat }: ShapeFields) =>
  (record: unknown, item: unknown, part: number, emit: Emit): Fate => {
    for (const read of damage) {
      const detail = read(record, item)
      if (detail !== undefined) return damaged(detail)
    }
    const verdict = classify(record, item)
    if ('ignore' in verdict) return verdict.ignore
    if ('reject' in verdict) return verdict.reject
    const at = time(record, item)
    if (at === undefined) return { fate: 'rejected', why: 'no-time' }
    if (Number.isNaN(at)) return { fate: 'rejected', why: 'bad-time' }
    const draft = emptyDraft()
    draft.time = at
    for (const [key, read] of texts) draft[key] = read(record, item)
    place(draft, record, item)
    draft.port = toNumber(port?.(record, item)) ?? draft.port
    draft.sequence = toNumber(sequence?.(record, item))
    const { account, username, actor } = subject(verdict.classification.subject)
    draft.account = account(record, item)
    draft.username = username(record, item)
    draft.actor = actor(record, item)
    fillClass(draft, verdict.classification)
    draft.code = verdict.code
    const times = repeat === undefined ? 1 : (toNumber(repeat(record, item)) ?? 1)
    for (let count = 0; count < times; count += 1) emit(draft, part + count)
    return USED
  }

/** Fate of a record with several events: used if any is; otherwise rejected if any is. */
const worstOf = (fates: readonly Fate[]): Fate =>
  fates.find((fate) => fate.fate === 'used') ??
  fates.find((fate) => fate.fate === 'rejected') ??
  fates[0] ?? { fate: 'ignored', why: 'no-events' }

const decodeEach =
  (each: Getter, one: ReturnType<typeof compileOne>): ShapeDecode =>
  (record, emit) =>
    worstOf(
      itemsOf(each(record, undefined)).map((item, index) =>
        one(record, item, index, (draft, part) => {
          if (draft.id !== undefined) draft.id = idOfItem(draft.id, index)
          emit(draft, part)
        }),
      ),
    )

/** From the (peeled) value of a record of one shape to drafts and the record's fate. Never throws on data. */
export const compileShape = (shape: Shape, fields: ShapeFields): ShapeDecode => {
  const one = compileOne(fields)
  if (shape.kind === 'json' && shape.each !== undefined) return decodeEach(compileJsonPath(shape.each), one)
  return (record, emit) => one(record, undefined, 0, emit)
}
