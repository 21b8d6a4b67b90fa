import type { Scenario, Volume } from './define-scenario.ts'
import type { SimEvent } from './event.ts'

/** One attack as it was played. Times are epoch ms. */
export interface AttackTruth {
  readonly part: string
  readonly scenario: string
  readonly volume: Volume
  readonly spread: number
  readonly sources: readonly string[]
  readonly attempts: number
  /** Accounts that were tried, and names that are nobody's. */
  readonly tried: number
  readonly unknownIds: number
  readonly first: number
  readonly last: number
  readonly victims: readonly Victim[]
}

export interface Victim {
  readonly person: number
  readonly name: string
  /** First try on the account, and the first time that somebody else was in. */
  readonly first: number
  readonly hit: number
}

export interface LookAlikeTruth {
  readonly part: string
  readonly scenario: string
  readonly people: readonly number[]
  readonly sources: readonly string[]
}

export interface Truth {
  readonly attacks: readonly AttackTruth[]
  readonly lookAlikes: readonly LookAlikeTruth[]
  readonly events: number
  readonly logins: number
}

/** One instance of a scenario, as planned. */
export interface Part {
  readonly part: string
  readonly scenario: Scenario
  readonly volume: Volume
  readonly spread: number
}

interface Notes {
  readonly sources: Set<string>
  readonly people: Set<number>
  readonly strangers: Set<string>
  readonly firstTry: Map<number, number>
  readonly victims: Map<number, Victim>
  attempts: number
  first: number
  last: number
}

const emptyNotes = (): Notes => ({
  sources: new Set(),
  people: new Set(),
  strangers: new Set(),
  firstTry: new Map(),
  victims: new Map(),
  attempts: 0,
  first: Number.POSITIVE_INFINITY,
  last: 0,
})

const note = (notes: Notes, { mark, person, name, timeMs, line, outcome }: SimEvent): void => {
  if (mark?.role === 'misuse') return
  notes.sources.add(line.ip)
  if (person >= 0) notes.people.add(person)
  else notes.strangers.add(name)
  notes.first = Math.min(notes.first, timeMs)
  notes.last = Math.max(notes.last, timeMs)
  if (outcome !== 'success') notes.attempts += 1
  if (!notes.firstTry.has(person)) notes.firstTry.set(person, timeMs)
  if (mark?.role === 'hit' && outcome === 'success' && !notes.victims.has(person))
    notes.victims.set(person, { person, name, first: notes.firstTry.get(person) ?? timeMs, hit: timeMs })
}

const attackOf = ({ part, scenario, volume, spread }: Part, notes: Notes): AttackTruth => ({
  part,
  scenario: scenario.id,
  volume,
  spread,
  sources: [...notes.sources].sort(),
  attempts: notes.attempts,
  tried: notes.people.size,
  unknownIds: notes.strangers.size,
  first: notes.first,
  last: notes.last,
  victims: [...notes.victims.values()],
})

/** Watches the events go by and writes down what was true; what it keeps grows with the attacks, not with the log. */
export const createWitness = (parts: readonly Part[]): { readonly see: (event: SimEvent) => void; readonly truth: () => Truth } => {
  const notes = new Map(parts.map(({ part }) => [part, emptyNotes()]))
  let events = 0
  let logins = 0
  const see = (event: SimEvent): void => {
    events += 1
    if (event.action === 'login') logins += 1
    const noted = event.mark && notes.get(event.mark.part)
    if (noted !== undefined) note(noted, event)
  }
  const played = (kind: Scenario['kind']): readonly Part[] => parts.filter(({ scenario }) => scenario.kind === kind)
  const truth = (): Truth => ({
    attacks: played('attack').map((part) => attackOf(part, notes.get(part.part) ?? emptyNotes())),
    lookAlikes: played('look-alike').map(({ part, scenario }) => {
      const { people, sources } = notes.get(part) ?? emptyNotes()
      return { part, scenario: scenario.id, people: [...people], sources: [...sources].sort() }
    }),
    events,
    logins,
  })
  return { see, truth }
}
