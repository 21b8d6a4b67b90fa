import { hash128, lanes } from '../kernel/hash.ts'
import type { EventDraft } from '../model/event.ts'
import type { EventClass } from '../model/event-class.ts'
import { OUTCOMES } from '../model/vocabulary.ts'

export interface EventClasses {
  readonly intern: (draft: EventDraft, format: string) => number
  readonly list: readonly EventClass[]
  readonly hashOf: (cls: number) => number
  /** Sort rank: login before every other action; failure = blocked < challenge < success < info (docs/ARCHITECTURE.md 2). */
  readonly rankOf: (cls: number) => number
}

const OUTCOME_RANK: Readonly<Record<EventClass['outcome'], number>> = { failure: 0, blocked: 0, challenge: 1, success: 2, info: 3 }

const sameClass = (known: EventClass, draft: EventDraft, format: string): boolean =>
  known.action === draft.action &&
  known.outcome === draft.outcome &&
  known.reason === draft.reason &&
  known.mfaMethod === draft.mfaMethod &&
  known.accountKnown === draft.accountKnown &&
  known.protocol === draft.protocol &&
  known.providerRisk === draft.providerRisk &&
  known.format === format

/** Class numbers are 16 bits wide; beyond this many, what only describes (code, method, protocol, risk) is dropped. */
const CLASS_LIMIT = 60_000
/** Longer chains under one code are looked up by text. */
const CHAIN_LIMIT = 32

const classOf = (draft: EventDraft, format: string, full: boolean): EventClass => {
  const { action, outcome, reason, accountKnown } = draft
  const kept = full ? draft : ({ mfaMethod: undefined, protocol: undefined, code: undefined, providerRisk: undefined } as const)
  const { mfaMethod, protocol, code, providerRisk } = kept
  return { action, outcome, reason, accountKnown, mfaMethod, protocol, code, providerRisk, format }
}

const textOf = (cls: EventClass): string => {
  const { format, action, outcome, reason, accountKnown, mfaMethod, protocol, code, providerRisk } = cls
  return [format, action, outcome, reason, accountKnown, mfaMethod, protocol, code, providerRisk].join('\u0000')
}

/** Interns what an event *is*. Codes are few; under one code hang the few tuples that differ in method, protocol or risk. */
export const createEventClasses = (): EventClasses => {
  const list: EventClass[] = []
  const hashes: number[] = []
  const byCode = new Map<string | undefined, number[]>()
  const byText = new Map<string, number>()
  const internText = (draft: EventDraft, format: string, under: number[]): number => {
    const cls = classOf(draft, format, list.length < CLASS_LIMIT)
    const text = textOf(cls)
    const known = byText.get(text)
    if (known !== undefined) return known
    hash128(text)
    hashes.push(lanes[0] as number)
    list.push(cls)
    byText.set(text, list.length - 1)
    if (under.length < CHAIN_LIMIT) under.push(list.length - 1)
    return list.length - 1
  }
  return {
    list,
    intern: (draft, format) => {
      let under = byCode.get(draft.code)
      if (under === undefined) {
        under = []
        if (byCode.size < CLASS_LIMIT) byCode.set(draft.code, under)
      }
      for (const cls of under) if (sameClass(list[cls] as EventClass, draft, format)) return cls
      return internText(draft, format, under)
    },
    hashOf: (cls) => hashes[cls] ?? 0,
    rankOf: (cls) => {
      const { action, outcome } = list[cls] as EventClass
      return (action === 'login' ? 0 : OUTCOMES.length) + OUTCOME_RANK[outcome]
    },
  }
}
