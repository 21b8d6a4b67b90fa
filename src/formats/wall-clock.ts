import { dayOf, instant } from '../kernel/time-calendar.ts'
import type { TimeContext } from '../kernel/time.ts'

/** From times without an offset, as the scanner reads them, to instants in epoch µs. */
export interface WallClock {
  /** @param micros of the wall clock, as if it were UTC's */
  readonly instant: (micros: number) => number
  /** @param micros of the second of a day, 32 days to a month and no year; NaN comes of a day that its year does not have */
  readonly yearless: (micros: number) => number
}

/** Is shown every wall-clock time that was read, as the epoch ms that it would be in UTC; one without a year as if it were of a leap year. */
export type OnWallClock = (wallMs: number, zone: string, hasYear: boolean) => void

const DAY_SECONDS = 86_400
const LEAP_YEAR = 2024

export const createWallClock = ({ zone, year }: TimeContext, onWallClock: OnWallClock | undefined): WallClock => ({
  instant: (micros) => {
    const wallMs = Math.floor(micros / 1000)
    onWallClock?.(wallMs, zone, true)
    return instant(0, Math.floor(wallMs / 1000), micros % 1_000_000, undefined, zone)
  },
  yearless: (micros) => {
    const seconds = micros / 1_000_000
    const days = Math.floor(seconds / DAY_SECONDS)
    const [month, day, second] = [days >>> 5, days & 31, seconds % DAY_SECONDS]
    const read = instant(dayOf(year(month, day), month, day), second, 0, undefined, zone)
    if (!Number.isNaN(read)) onWallClock?.((dayOf(LEAP_YEAR, month, day) * DAY_SECONDS + second) * 1000, zone, false)
    return read
  },
})
