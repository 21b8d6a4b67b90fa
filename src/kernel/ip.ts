import { formatV6, parseV6, parseV4 } from './ip-parse.ts'

export { cidrContains, cidrMatcher, parseCidr } from './ip-range.ts'
export type { Cidr } from './ip-range.ts'
export { isCarrierNat, isPrivateIp } from './ip-private.ts'

/** An address as it is compared and shown, and the port that stood beside it. */
export interface NormalIp {
  readonly ip: string
  readonly port: number | undefined
}

/** Placeholders: no host ever connects from these. 255.255.255.255 is authentik's fallback. */
const NOBODY: ReadonlySet<string> = new Set(['0.0.0.0', '255.255.255.255', '::'])

const withPort = (ip: string | undefined, port: string | undefined): NormalIp | undefined => {
  if (ip === undefined || NOBODY.has(ip)) return undefined
  if (port === undefined) return { ip, port: undefined }
  const number = Number(port)
  return number > 65_535 ? undefined : { ip, port: number === 0 ? undefined : number }
}

const BRACKETED = /^\[([^[\]]{2,60})\](?::(\d{1,5}))?$/
const V4_PORT = /^([\d.]{7,15}):(\d{1,5})$/

const normalV6 = (text: string): string | undefined => {
  const percent = text.indexOf('%')
  const groups = parseV6(percent < 0 ? text : text.slice(0, percent))
  return groups === undefined ? undefined : formatV6(groups)
}

const normaliseRare = (text: string): NormalIp | undefined => {
  if (text.length > 72) return undefined
  const v4 = V4_PORT.exec(text)
  if (v4?.[1] !== undefined) return withPort(parseV4(v4[1]) === undefined ? undefined : v4[1], v4[2])
  const bracketed = BRACKETED.exec(text)
  if (bracketed?.[1] !== undefined) return withPort(normalV6(bracketed[1]), bracketed[2])
  return withPort(normalV6(text), undefined)
}

/**
 * An address as logged → its one spelling: v4 dotted; v6 as RFC 5952, zone id dropped, v4-mapped as v4; `1.2.3.4:443` and
 * `[v6]:443` split. undefined for host names, `-`, `AWS Internal`, 0.0.0.0, 255.255.255.255 and whatever else is no address.
 */
export const normaliseIp = (text: string): NormalIp | undefined => {
  if (parseV4(text) !== undefined) return NOBODY.has(text) ? undefined : { ip: text, port: undefined }
  const trimmed = text.trim()
  return trimmed.length === text.length ? normaliseRare(text) : normaliseIp(trimmed)
}

/** The unit that attempts are counted by: a v4 address itself, for v6 its /64 (`2001:db8:1:2::/64`), since one line owns all of it. */
export const sourceOf = (ip: string): string => {
  if (!ip.includes(':')) return ip
  const groups = parseV6(ip)
  return groups === undefined ? ip : `${formatV6([...groups.slice(0, 4), 0, 0, 0, 0])}/64`
}
