import { normaliseIp, type NormalIp } from './ip.ts'

/** RFC 7239, section 4: `for=192.0.2.43;proto=https, by=203.0.113.1;for="[2001:db8:cafe::17]:4711"`; logs may escape the quotes. */
const FORWARDED = /(?:^|;) *for=[\\"]*([^;"\\]+)/i

const hopOf = (text: string): NormalIp | undefined => normaliseIp(FORWARDED.exec(text)?.[1] ?? text)

/** A forwarded chain, from the client to the last proxy; undefined for a hop that is no address (`unknown`, `_hidden`). */
export const hopsOf = (chain: string): readonly (NormalIp | undefined)[] =>
  chain
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '')
    .map(hopOf)

/**
 * An address as logged. Where the application wrote a whole chain into its place (`client, proxy`), the last hop: the one that
 * reached it, and the only one that no sender can make up.
 */
export const addressIn = (text: string): NormalIp | undefined => normaliseIp(text) ?? (text.includes(',') ? hopsOf(text).at(-1) : undefined)
