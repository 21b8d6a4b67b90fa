import type { RawRecord } from '../model/record.ts'
import { isPlain } from './envelope.ts'

/** As it stands in an envelope: text, or a number since 1970. */
export type OuterTime = string | number

const NAMES_TIME = /time|date|stamp|日時|時刻|^(?:ts?|at|when|clock)$|_(?:at|on|ts)$/i
/** A time of day, or seconds since 1970, anywhere in a line. */
const SAYS_TIME = /\d:\d\d|(?<!\d)1\d{9}/

/** Of an object: under a name that collectors use for the time of a line. */
const withOuterTime = (value: unknown, time: OuterTime): unknown =>
  !isPlain(value) || Object.keys(value).some((key) => NAMES_TIME.test(key)) ? value : { ...value, syslog_timestamp: time }

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their digits, as a date. */
const spelled = (time: OuterTime): string => {
  const text = String(time)
  if (!/^1\d{9}(?:\.\d+|\d{3}|\d{6}|\d{9})?$/.test(text)) return text
  const [whole = '', part = ''] = text.split('.')
  return new Date(Number(`${whole}${part}`.slice(0, 13).padEnd(13, '0'))).toISOString()
}

/** A line with a time in front, unless it has one. */
export const timedLine = (line: string, time: OuterTime): string => (SAYS_TIME.test(line) ? line : `${spelled(time)} ${line}`)

/**
 * A record that does not say itself when it was written, with the time of the envelope that it lay in: what an application prints in a container has
 * its time only there. The same record where there is nothing to add.
 */
export const timedByEnvelope = (record: RawRecord): RawRecord => {
  const { shape, value, outerTime } = record
  if (outerTime === undefined || shape === 'csv') return record
  if (typeof value === 'string') {
    const line = timedLine(value, outerTime)
    return line === value ? record : { ...record, value: line }
  }
  const timed = withOuterTime(value, outerTime)
  return timed === value ? record : { ...record, value: timed }
}
