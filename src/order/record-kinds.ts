import type { CompiledShape } from '../formats/decode.ts'
import type { TextReader } from '../formats/field.ts'
import { fillClass, type ShapeFields, type TextKey } from '../formats/shape-fields.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import { emptyDraft } from '../model/event.ts'
import type { Fate } from '../model/record.ts'
import type { EventLog } from './event-log.ts'

/** What the classification of a record came to: its fate, or its class and whose event it is. */
export interface RecordKind {
  readonly fate: Fate
  readonly cls: number
  readonly subject: string | undefined
  readonly isSuccess: boolean
  readonly accountKnown: boolean | undefined
}

export const USED: Fate = { fate: 'used' }

export interface RecordKinds {
  readonly numberOf: (record: ProjectedRecord) => number
  readonly get: (kind: number) => RecordKind
}

export const textReaders = ({ texts }: ShapeFields): Partial<Record<TextKey, TextReader>> => Object.fromEntries(texts)

/** Kinds of records of one shape, one of each: where a record's values have no numbers, this is worked out for every record. */
export const createRecordKinds = (fields: ShapeFields, { format }: CompiledShape, log: EventLog): RecordKinds => {
  const { mfaMethod, protocol, providerRisk } = textReaders(fields)
  const kinds: RecordKind[] = []
  const known = new Map<string, number>()
  const add = (given: Partial<RecordKind> & Pick<RecordKind, 'fate'>): number => {
    const kind: RecordKind = { cls: -1, subject: undefined, isSuccess: false, accountKnown: undefined, ...given }
    const text = JSON.stringify(kind)
    const at = known.get(text) ?? kinds.push(kind) - 1
    known.set(text, at)
    return at
  }
  return {
    get: (kind) => kinds[kind] as RecordKind,
    numberOf: (record) => {
      const verdict = fields.classify(record, undefined)
      if ('ignore' in verdict) return add({ fate: verdict.ignore })
      if ('reject' in verdict) return add({ fate: verdict.reject })
      const draft = emptyDraft()
      draft.mfaMethod = mfaMethod?.(record, undefined)
      draft.protocol = protocol?.(record, undefined)
      draft.providerRisk = providerRisk?.(record, undefined)
      fillClass(draft, verdict.classification)
      draft.code = verdict.code
      return add({
        fate: USED,
        cls: log.dictionaries.classes.intern(draft, format.id),
        subject: verdict.classification.subject,
        isSuccess: draft.outcome === 'success',
        accountKnown: draft.accountKnown,
      })
    },
  }
}
