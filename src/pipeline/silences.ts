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
/** A rhythm needs as many days. */
const DAILY_FROM_SLOTS = 4 * SLOTS_A_DAY
/** A shorter log that writes nearly all the time has one as well: it never stops. */
const DENSE = 0.75
/** So many half hours before and after a silence tell how busy a short log was just then. */
const NEARBY = 8
/** With fewer other weeks, one of them that was not quiet makes the hour a busy one. */
const ENOUGH_WEEKS = 3
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

/** The middle one of some counts, the smaller of two; one busy day (an attack, a sale) does not move it. */
const middle = (counts: readonly number[]): number => counts.toSorted((left, right) => left - right)[(counts.length - 1) >> 1] ?? 0

type Expectation = (run: Run) => number

/** A log by the half hour: what each held, and which there are. */
interface Span {
  readonly countAt: (slot: number) => number
  readonly filled: number
  readonly first: number
  readonly last: number
}

const sumOver = ({ from, to }: Run, usualAt: (slot: number) => number): number => {
  let sum = 0
  for (let slot = from; slot <= to; slot += 1) sum += usualAt(slot)
  return sum
}

/** The log's half hours that lie whole cycles from this one, outside the silence. */
const others = ({ first, last }: Span, slot: number, cycle: number, { from, to }: Run): readonly number[] => {
  const found: number[] = []
  for (let at = first + ((((slot - first) % cycle) + cycle) % cycle); at <= last; at += cycle) if (at < from || at > to) found.push(at)
  return found
}

/** A log of a few days that seldom stops: as much as right before and after, and never more than the other days hold at that time. */
const ofShortLog = (span: Span): Expectation | undefined => {
  const { countAt, filled, first, last } = span
  if (filled < (last - first + 1) * DENSE) return undefined
  const beside = (from: number): number => {
    const slots = Array.from({ length: NEARBY }, (_, index) => from + index).filter((slot) => slot >= first && slot <= last)
    return middle(slots.map(countAt))
  }
  return (run) => {
    const near = Math.min(beside(run.from - NEARBY), beside(run.to + 1))
    return sumOver(run, (slot) => Math.min(near, ...others(span, slot, SLOTS_A_DAY, run).map(countAt)))
  }
}

/** Saturday or Sunday by UTC; 1970-01-01 was a Thursday. */
const isWeekend = (slot: number): boolean => ((Math.floor(slot / SLOTS_A_DAY) + 4) % 7) % 6 === 0

/** In some zone this half hour belongs to a weekend that it is next to. */
const isNextToWeekend = (slot: number): boolean => isWeekend(slot - SLOTS_A_DAY / 2) || isWeekend(slot + SLOTS_A_DAY / 2)

/**
 * What is usual at that time on other days, unless other weeks are quiet then, too (nights, weekends). A weekend that no other week of the
 * log shows is compared with the rest of it; where the log has nothing else of weekends, it is not judged.
 */
const ofLongLog = (span: Span): Expectation => {
  const { countAt } = span
  return (run) => {
    const touchesWeekend = sumOver(run, (slot) => (isWeekend(slot) ? 1 : 0)) > 0
    return sumOver(run, (slot) => {
      const days = others(span, slot, SLOTS_A_DAY, run)
      const daily = middle(days.map(countAt))
      const weeks = others(span, slot, SLOTS_A_WEEK, run).map(countAt)
      if (weeks.length > 0) return Math.min(daily, weeks.length < ENOUGH_WEEKS ? Math.max(...weeks) : middle(weeks))
      if (isWeekend(slot)) return Math.min(daily, middle(days.filter(isWeekend).map(countAt)))
      return touchesWeekend && isNextToWeekend(slot) ? 0 : daily
    })
  }
}

/** What a stretch usually holds; undefined where the log is too short and too sparse to have a rhythm. */
const createExpectation = (span: Span): Expectation | undefined =>
  span.last - span.first + 1 < DAILY_FROM_SLOTS ? ofShortLog(span) : ofLongLog(span)

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
      const expect = createExpectation({ countAt: (slot) => slots.get(slot)?.count ?? 0, filled: slots.size, first, last })
      if (expect === undefined) return []
      return emptyRuns(filled).flatMap((run) => {
        const [from, to] = [slots.get(run.from - 1)?.last ?? 0, slots.get(run.to + 1)?.first ?? 0]
        if (to - from < LEAST_US || run.to - run.from + 1 > (last - first + 1) * MOST_OF_LOG) return []
        const expected = expect(run)
        return expected >= LEAST_EXPECTED ? [{ from, to, expected: Math.round(expected) }] : []
      })
    },
  }
}
