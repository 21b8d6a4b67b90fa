import type { EventDraft } from '../model/event.ts'
import { createEventLog, type EventLog } from '../order/event-log.ts'
import type { AnalyzeOptions } from './options.ts'
import { readInputs, type InputRead, type InputsRead } from './read-inputs.ts'

/** Events that are kept, and names of successes that are remembered for showing failures of the same name. */
const SHOWN = 20
const MOST_NAMES = 10_000

/** Fields whose values are counted. */
export const TRIED_FIELDS = [
  'account',
  'username',
  'ip',
  'userAgent',
  'session',
  'device',
  'client',
  'tenant',
  'id',
  'mfaMethod',
  'actor',
  'reason',
] as const

/** What a mapping makes of a file: its first events as decoded, and what became of all records. */
export interface Tried {
  readonly events: readonly EventDraft[]
  readonly names: ReadonlySet<string>
  /** How many events have a value, by field. */
  readonly filled: ReadonlyMap<string, number>
  readonly inputs: readonly InputRead[]
  readonly errors: InputsRead['errors']
}

export const readFirstEvents = async (options: AnalyzeOptions): Promise<Tried> => {
  const events: EventDraft[] = []
  const names = new Set<string>()
  const filled = new Map<string, number>()
  const append: EventLog['append'] = (draft) => {
    if (events.length < SHOWN) events.push({ ...draft })
    if (draft.outcome === 'success' && draft.username !== undefined && names.size < MOST_NAMES) names.add(draft.username)
    for (const field of TRIED_FIELDS) if (draft[field] !== undefined) filled.set(field, (filled.get(field) ?? 0) + 1)
  }
  const { inputs, errors } = await readInputs({ ...options, readWhole: true }, { ...createEventLog(), append }, () => undefined)
  return { events, names, filled, inputs, errors }
}
