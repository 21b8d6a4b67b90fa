/** A silence in hours in which a log usually writes. Times in epoch µs; `expected` events of an ordinary such stretch. */
export interface Silence {
  readonly from: number
  readonly to: number
  readonly expected: number
}

const SLOT_US = 1800 * 1e6
const SLOTS_A_DAY = 48
const SLOTS_A_WEEK = 7 * SLOTS_A_DAY
/** Shorter silences are none, whatever the rhythm. */
const LEAST_US = 3600 * 1e6
/** So many events would usually have come: by chance alone (Poisson), none at all comes once in a billion. */
const LEAST_EXPECTED = 20
/** A rhythm by the hour of the week needs two of each, one by the hour of the day three. */
const WEEKLY_FROM_SLOTS = 2 * SLOTS_A_WEEK
const DAILY_FROM_SLOTS = 3 * SLOTS_A_DAY
/** A log of years has no more slots than this; what lies beyond (a clock gone wild) is not judged. */
const MOST_SLOTS = 3 * 366 * SLOTS_A_DAY

/** Fewer events have no rhythm, and a silence longer than this share of the log leaves nothing to compare it with. */
const FEWEST_EVENTS = 200
const MOST_OF_LOG = 0.5

interface Slot {
  count: number
  first: number
  last: number
}

/** Counts events by the half hour. */
export interface Rhythm {
  readonly see: (time: number) => void
  readonly silences: () => readonly Silence[]
}

interface Run {
  readonly from: number
  readonly to: number
}

/** Maximal runs of empty slots between filled ones. */
const emptyRuns = (filled: readonly number[]): readonly Run[] =>
  filled.slice(1).flatMap((slot, index) => {
    const before = filled[index] as number
    return slot - before > 1 ? [{ from: before + 1, to: slot - 1 }] : []
  })

/** What a stretch usually holds, by the same hours of other days or weeks; NaN where there are none. */
const createExpectation = (slots: ReadonlyMap<number, Slot>, first: number, last: number): ((run: Run) => number) => {
  const span = last - first + 1
  const cycle = span >= WEEKLY_FROM_SLOTS ? SLOTS_A_WEEK : span >= DAILY_FROM_SLOTS ? SLOTS_A_DAY : 0
  if (cycle === 0) {
    // Too short for a rhythm: the busy half of its slots stands for all. A quiet night of a short log is none the wiser.
    const counts = [...slots.values()].map(({ count }) => count).toSorted((left, right) => left - right)
    const usual = counts[Math.floor(counts.length / 2)] ?? 0
    return ({ from, to }) => (slots.size < span / 2 ? Number.NaN : (to - from + 1) * usual)
  }
  const totals = new Float64Array(cycle)
  for (const [slot, { count }] of slots) totals[slot % cycle] = (totals[slot % cycle] as number) + count
  const turns = (phase: number, from: number, to: number): number =>
    to < from ? 0 : Math.floor((to - phase) / cycle) - Math.ceil((from - phase) / cycle) + 1
  return ({ from, to }) => {
    let expected = 0
    for (let slot = from; slot <= to; slot += 1) {
      const phase = slot % cycle
      const others = turns(phase, first, last) - turns(phase, from, to)
      if (others > 0) expected += (totals[phase] as number) / others
    }
    return expected
  }
}

export const createRhythm = (): Rhythm => {
  const slots = new Map<number, Slot>()
  let events = 0
  return {
    see: (time) => {
      events += 1
      const at = Math.floor(time / SLOT_US)
      const slot = slots.get(at)
      if (slot === undefined) {
        if (slots.size < MOST_SLOTS) slots.set(at, { count: 1, first: time, last: time })
        return
      }
      slot.count += 1
      if (time < slot.first) slot.first = time
      if (time > slot.last) slot.last = time
    },
    silences: () => {
      const filled = [...slots.keys()].toSorted((left, right) => left - right)
      const [first, last] = [filled[0], filled.at(-1)]
      if (first === undefined || last === undefined || last - first > MOST_SLOTS || events < FEWEST_EVENTS) return []
      const expect = createExpectation(slots, first, last)
      return emptyRuns(filled).flatMap((run) => {
        const [from, to] = [slots.get(run.from - 1)?.last ?? 0, slots.get(run.to + 1)?.first ?? 0]
        if (to - from < LEAST_US || run.to - run.from + 1 > (last - first + 1) * MOST_OF_LOG) return []
        const expected = expect(run)
        return expected >= LEAST_EXPECTED ? [{ from, to, expected: Math.round(expected) }] : []
      })
    },
  }
}
