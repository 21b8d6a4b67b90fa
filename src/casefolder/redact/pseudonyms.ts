import { createHmac } from 'node:crypto'
import { formatV6, parseV4, parseV6 } from '../../kernel/ip-parse.ts'

/** Kinds of what is replaced; the same text of the same kind always becomes the same pseudonym under the same key. */
export type PseudonymKind = 'id' | 'ip' | 'session' | 'record' | 'finding' | 'campaign' | 'file' | 'person'

export interface Pseudonyms {
  readonly masksAddresses: boolean
  readonly of: (kind: PseudonymKind, text: string) => string
  /** An address or a range: its pseudonym, or, where masking was asked for, its /24 or /48. */
  readonly address: (text: string) => string
  /** Pseudonym → original, of everything that was replaced so far and can be turned back. */
  readonly originals: () => ReadonlyMap<string, string>
}

/** 60 bits: no two of a million names share a pseudonym, and it can still be read out. */
const LENGTH = 15

const PSEUDONYM = new RegExp(`^[a-z]+-[0-9a-f]{${LENGTH}}$`)

/** Can this be found in a redacted case? What is not one of its pseudonyms is a real name, about which it says nothing. */
export const isPseudonym = (text: string): boolean => PSEUDONYM.test(text)

const hostOf = (text: string): string => text.split('/')[0] ?? text

export const isAddress = (text: string): boolean => parseV4(hostOf(text)) !== undefined || parseV6(hostOf(text)) !== undefined

const maskAddress = (text: string): string => {
  const host = hostOf(text)
  if (parseV4(host) !== undefined) return `${host.split('.').slice(0, 3).join('.')}.0/24`
  const groups = parseV6(host)
  return groups === undefined ? text : `${formatV6([...groups.slice(0, 3), 0, 0, 0, 0, 0])}/48`
}

/**
 * Pseudonyms by HMAC-SHA-256: nobody without the key can tell whose one is, not even by trying all names. `before`: those that an
 * earlier revision of the case used.
 */
export const createPseudonyms = (key: Uint8Array, masksAddresses: boolean, before: ReadonlyMap<string, string>): Pseudonyms => {
  const known = new Map(before)
  const of = (kind: PseudonymKind, text: string): string => {
    const pseudonym = `${kind}-${createHmac('sha256', key).update(`${kind}\u0000${text}`).digest('hex').slice(0, LENGTH)}`
    known.set(pseudonym, text)
    return pseudonym
  }
  return {
    masksAddresses,
    of,
    address: (text) => (masksAddresses ? maskAddress(text) : of('ip', text)),
    originals: () => known,
  }
}
