import { DAY_MS } from '../kernel/time-units.ts'
import { isWallTimeOdd, observesSummerTime } from '../kernel/summer-time.ts'
import type { OnWallClock } from '../formats/wall-clock.ts'
import { parseTime, type TimeContext, type TimeSyntax } from '../kernel/time.ts'
import type { ScannedTimes } from '../order/row-times.ts'

/** Watches the texts of times while they are read. */
export interface ClockWatch {
  readonly see: (text: string, syntax: TimeSyntax, zone: string) => void
  /** Times that were read elsewhere, and say their offset. */
  readonly addScanned: (times: ScannedTimes) => void
  /** One that was read elsewhere, and says none. */
  readonly seeWallClock: OnWallClock
  /** No more: what is read again for evidence was counted. */
  readonly stop: () => void
  readonly offsets: ReadonlyMap<string, number>
  readonly skipped: () => number
  readonly twice: () => number
  /** Zones that wall-clock times were taken in. */
  readonly zones: ReadonlySet<string>
  readonly withoutYear: () => number
  /** Of those, how many are of 29 February: only every fourth year has one. */
  readonly leapDays: () => number
}

const isSign = (code: number): boolean => code === 43 || code === 45
const COLON = 58

/** `+09:00`, `+0900`, `+09` at the end of a time of day, in one spelling. */
const numericOffset = (text: string): string | undefined => {
  const { length } = text
  if (length < 14) return undefined
  if (isSign(text.charCodeAt(length - 6)) && text.charCodeAt(length - 3) === COLON) return text.slice(-6)
  if (isSign(text.charCodeAt(length - 5))) return `${text.slice(-5, -2)}:${text.slice(-2)}`
  return isSign(text.charCodeAt(length - 3)) && text.lastIndexOf(':', length - 4) > 0 ? `${text.slice(-3)}:00` : undefined
}

const ALL_DIGITS = /^\d+(?:\.\d+)?$/
/** `20261121021405`; seconds with milliseconds are as long. */
const RUN_TOGETHER = /^\d{14}$/
const NAMED = /(?:UTC|GMT|JST|\])$/i
/** `Nov 21 02:14:05`: a month's name first, and no year. */
const YEARLESS = /^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d/

/** Times without a year are shown as if they were of this one. */
const LEAP_DAY_MS = Date.UTC(2024, 1, 29)

/** What a text says of its zone, by its end alone. */
const offsetOf = (text: string): string => {
  const last = text.charCodeAt(text.length - 1)
  if (last === 90 || last === 122) return 'Z'
  const numeric = numericOffset(text)
  if (numeric !== undefined) return numeric === '+00:00' || numeric === '-00:00' ? 'Z' : numeric
  if (ALL_DIGITS.test(text)) return RUN_TOGETHER.test(text) ? 'none' : 'epoch'
  return NAMED.test(text) ? 'named' : 'none'
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** An offset in minutes as `offsetOf` spells it. */
const spelled = (minutes: number): string =>
  minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(Math.abs(minutes) / 60))}:${twoDigits(Math.abs(minutes) % 60)}`

const UTC: TimeContext = { zone: 'UTC', year: () => 2024 }

export const createClockWatch = (): ClockWatch => {
  const offsets = new Map<string, number>()
  const zones = new Set<string>()
  const odd = { skipped: 0, twice: 0 }
  let yearless = 0
  let leapDays = 0
  let isOver = false
  const add = (offset: string, count: number): void => void offsets.set(offset, (offsets.get(offset) ?? 0) + count)
  /** `wallMs`, as the epoch ms that it would be in UTC, matters where the zone's clock is ever set. */
  const seeZone = (zone: string, hasYear: boolean, wallMs: () => number): void => {
    zones.add(zone)
    if (!hasYear) {
      yearless += 1
      if (Math.floor((wallMs() - LEAP_DAY_MS) / DAY_MS) === 0) leapDays += 1
    }
    if (!observesSummerTime(zone)) return
    const wall = wallMs()
    const kind = Number.isNaN(wall) ? undefined : isWallTimeOdd(wall, zone)
    if (kind !== undefined) odd[kind] += 1
  }
  return {
    see: (text, syntax, zone) => {
      if (isOver) return
      const offset = offsetOf(text)
      add(offset, 1)
      if (offset === 'none') seeZone(zone, !YEARLESS.test(text), () => parseTime(text, syntax, UTC) / 1000)
    },
    seeWallClock: (wallMs, zone, hasYear) => {
      if (isOver) return
      add('none', 1)
      seeZone(zone, hasYear, () => wallMs)
    },
    addScanned: ({ byOffset, epochs }) => {
      for (const [minutes, count] of byOffset) add(spelled(minutes), count)
      if (epochs > 0) add('epoch', epochs)
    },
    stop: () => {
      isOver = true
    },
    offsets,
    zones,
    skipped: () => odd.skipped,
    twice: () => odd.twice,
    withoutYear: () => yearless,
    leapDays: () => leapDays,
  }
}
