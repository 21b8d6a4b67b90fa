import { complain, complainUnknown } from '../../i18n/complaint.ts'
import { parseDuration } from '../../kernel/duration.ts'
import { parseTime } from '../../kernel/time.ts'
import { normaliseIp, parseCidr } from '../../kernel/ip.ts'
import { isZone } from '../../kernel/zone.ts'

/** `90s`, `10m`, `24h`, `7d`, `1d12h` → ms. */
export const durationOf = (text: string, option: string): number => {
  const milliseconds = parseDuration(text)
  if (Number.isNaN(milliseconds)) throw complain('complaint.duration', { option, value: text })
  return milliseconds
}

const UNITS = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30 } as const

/** `64MB`, `1.5GB`, `512K` → bytes; a number alone is megabytes. */
export const bytesOf = (text: string, option: string): number => {
  const [, number = '', unit = 'm'] = /^(\d{1,9}(?:\.\d{1,3})?) ?([kmg])?(?:i?b)?$/i.exec(text) ?? []
  const bytes = Math.floor(Number(number) * UNITS[`${unit.toLowerCase() as 'k' | 'm' | 'g'}b`])
  if (!(bytes > 0)) throw complain('complaint.size', { option, value: text })
  return bytes
}

/** A time of the command line → epoch µs; without an offset it is in `zone`. A date alone is its beginning. */
export const parseMoment = (text: string, option: string, zone: string): number => {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text
  const micros = parseTime(full, 'iso', { zone, year: () => Number.NaN })
  if (Number.isNaN(micros)) throw complain('complaint.moment', { option, value: text })
  return micros
}

/** IANA name, `UTC`, or `+09:00`. */
export const parseZone = (text: string, option: string): string => {
  if (!isZone(text)) throw complain('complaint.zone', { option, value: text })
  return text
}

/** Addresses and ranges to ask for: "nothing on record" of what is no address would be read as an all-clear. */
export const parseAddresses = (texts: readonly string[], option: string): readonly string[] => {
  const wrong = texts.find((text) => parseCidr(text) === undefined && normaliseIp(text) === undefined)
  if (wrong !== undefined) throw complain('complaint.address', { option, value: wrong })
  return texts
}

/** One of a closed list. */
export const parseChoice = <Choice extends string>(text: string, option: string, known: readonly Choice[]): Choice => {
  const found = known.find((choice) => choice === text)
  if (found === undefined) throw complainUnknown(option, text, known)
  return found
}

/** A whole number of at least `least`. */
export const parseCount = (text: string, option: string, least: number): number => {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw complain('complaint.number', { option, value: text, least })
  return value
}
