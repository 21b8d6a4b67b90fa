import type { RowReader } from '../rows/row-reader.ts'
import { MINUTE_MS, US_PER_MS } from '../../kernel/time-units.ts'

/** Fewer tries have no beat. */
const FEWEST_TRIES = 8
/** Nobody types by such a clock, and whoever guesses is in a hurry. */
const SHORTEST_BEAT_US = 10 * MINUTE_MS * US_PER_MS
/** An interval so near to the beat is on it; so large a part of them makes one. */
const NEAR = 0.25
const ON_BEAT = 0.7
/** So many beats after the last try the program has given up. */
const GIVEN_UP = 4

const isNear = (interval: number, beat: number): boolean => Math.abs(interval - beat) <= NEAR * beat

/** The interval at which the tries at an address come; undefined where they do not come as by a clock. */
const beatOf = (times: readonly number[]): number | undefined => {
  const intervals = times.slice(1).map((time, index) => time - (times[index] as number))
  const beat = intervals.toSorted((left, right) => left - right)[Math.floor(intervals.length / 2)]
  if (beat === undefined || times.length < FEWEST_TRIES || beat < SHORTEST_BEAT_US) return undefined
  return intervals.filter((interval) => isNear(interval, beat)).length >= ON_BEAT * intervals.length ? beat : undefined
}

/**
 * A program tries by a clock, and the login is not one of its tries: it comes in between while the program goes on as before, or long after it
 * gave up. What a program finds by guessing it finds at a beat, and then it stops. Where the log tells programs, these tell it better.
 * @param rows of the account, in time order
 */
export const isOffBeat = (success: number, rows: Int32Array, read: RowReader): boolean => {
  if (read.agent(success) >= 0) return false
  const source = read.source(success)
  const tries = [...rows].filter((row) => read.isAttempt(row) && read.source(row) === source)
  const beat = beatOf(tries.map(read.time))
  if (beat === undefined) return false
  const last = tries.findLast((row) => row < success)
  if (last === undefined) return false
  const later = tries.filter((row) => row > success)
  const [next] = later
  // A program that guesses may go on for all that it found: the login then stands where a try would.
  const isBetween = next !== undefined && later.length >= FEWEST_TRIES && !isNear(read.time(next) - read.time(success), beat)
  return isBetween || read.time(success) - read.time(last) > GIVEN_UP * beat
}
