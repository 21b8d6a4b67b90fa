import type { CaseInput } from '../model/case.ts'
import type { InputClock } from '../model/input-quality.ts'
import { compareKeys } from '../kernel/text-order.ts'

const sumOf = <Item>(items: readonly Item[], pick: (item: Item) => number): number => items.reduce((sum, item) => sum + pick(item), 0)

const addCounts = (counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> => {
  const total = new Map<string, number>()
  for (const [key, count] of counts.flatMap(Object.entries<number>)) total.set(key, (total.get(key) ?? 0) + count)
  return Object.fromEntries([...total].toSorted(compareKeys))
}

const words = (texts: readonly (string | null)[], between: string): string | null => {
  const found = [...new Set(texts.flatMap((text) => text?.split(between) ?? []))].toSorted()
  return found.length === 0 ? null : found.join(between)
}

const clockOf = (clocks: readonly InputClock[]): InputClock => ({
  offsets: addCounts(clocks.map(({ offsets }) => offsets)),
  zone: words(
    clocks.map(({ zone }) => zone),
    ', ',
  ),
  zoneFrom: clocks.find(({ zoneFrom }) => zoneFrom !== null)?.zoneFrom ?? null,
  yearFrom: clocks.find(({ yearFrom }) => yearFrom !== null)?.yearFrom ?? null,
  skipped: sumOf(clocks, ({ skipped }) => skipped),
  twice: sumOf(clocks, ({ twice }) => twice),
  // Says nothing of files in any order.
  order: null,
  jumps: [],
  moreJumps: 0,
  future: sumOf(clocks, ({ future }) => future),
})

/** Files of one log as if they were one file: for inputs of which none has anything of its own to say. */
export const together = (inputs: readonly CaseInput[]): CaseInput => ({
  path: '',
  format: words(
    inputs.map(({ format }) => format),
    '+',
  ),
  bytes: sumOf(inputs, ({ bytes }) => bytes),
  sha256: null,
  records: sumOf(inputs, ({ records }) => records),
  used: sumOf(inputs, ({ used }) => used),
  ignored: sumOf(inputs, ({ ignored }) => ignored),
  rejected: sumOf(inputs, ({ rejected }) => rejected),
  duplicates: sumOf(inputs, ({ duplicates }) => duplicates),
  events: sumOf(inputs, ({ events }) => events),
  first: inputs.flatMap(({ first }) => first ?? []).toSorted()[0] ?? null,
  last:
    inputs
      .flatMap(({ last }) => last ?? [])
      .toSorted()
      .at(-1) ?? null,
  notes: [],
  rejects: [],
  ignoredBy: addCounts(inputs.map(({ ignoredBy }) => ignoredBy)),
  clock: clockOf(inputs.flatMap(({ clock }) => clock ?? [])),
})
