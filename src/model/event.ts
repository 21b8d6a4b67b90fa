import type { Action, DeviceClass, NetworkKind, Outcome, Reason } from './vocabulary.ts'

/** Where a record lies: raw (decompressed, undecoded) bytes of input number `input`; lines count from 1. */
export interface Origin {
  readonly input: number
  readonly line: number
  readonly offset: number
  readonly length: number
  /** Of several records that lay packed there: which, from 1. */
  readonly nested?: number
}

export interface Geo {
  readonly country: string | undefined
  readonly region: string | undefined
  readonly city: string | undefined
  readonly lat: number | undefined
  readonly lon: number | undefined
  readonly accuracyKm: number | undefined
}

export interface Network {
  readonly asn: number | undefined
  readonly org: string | undefined
  readonly kind: NetworkKind
}

export interface Agent {
  /** Browser or program family without version: `Chrome`, `Safari`, `python-requests`. */
  readonly family: string
  /** Operating system family without version, or `unknown`. */
  readonly os: string
  readonly deviceClass: DeviceClass
  /** A program rather than a person's browser or app. */
  readonly scripted: boolean
}

/**
 * What a format reads out of one record, before identity and enrichment. Flat; missing is `undefined`, never `''`.
 * `time` is epoch microseconds, UTC. `geo` and `asn` are what the log itself asserts.
 */
export interface EventDraft {
  time: number
  /** The source's declared sequence number, where it has one; orders events of one instant. */
  sequence: number | undefined
  id: string | undefined
  action: Action
  outcome: Outcome
  reason: Reason | undefined
  /** Immutable id as the log wrote it, byte for byte. */
  account: string | undefined
  accountKnown: boolean | undefined
  /** Typed or asserted name, login or e-mail address, as written. */
  username: string | undefined
  tenant: string | undefined
  client: string | undefined
  /** Normalised client address, without port or brackets. */
  ip: string | undefined
  port: number | undefined
  /** The raw forwarded chain, where the log has one. */
  forwardedFor: string | undefined
  userAgent: string | undefined
  device: string | undefined
  session: string | undefined
  mfaMethod: string | undefined
  /** Fingerprint of the key that was shown to be let in. No column holds it: it is there where a record is read again to be cited. */
  credential: string | undefined
  protocol: string | undefined
  /** Who did it, where not the account holder. */
  actor: string | undefined
  providerRisk: string | undefined
  geo: Geo | undefined
  asn: number | undefined
  asnOrg: string | undefined
  /** The vendor's own code for what happened (`fp`, `user.session.start/FAILURE`, `50126`): for display and evidence. */
  code: string | undefined
}

/** A draft with nothing in it; formats fill a fresh one per event so that every object has the same shape. */
export const emptyDraft = (): EventDraft => ({
  time: Number.NaN,
  sequence: undefined,
  id: undefined,
  action: 'other',
  outcome: 'info',
  reason: undefined,
  account: undefined,
  accountKnown: undefined,
  username: undefined,
  tenant: undefined,
  client: undefined,
  ip: undefined,
  port: undefined,
  forwardedFor: undefined,
  userAgent: undefined,
  device: undefined,
  session: undefined,
  mfaMethod: undefined,
  credential: undefined,
  protocol: undefined,
  actor: undefined,
  providerRisk: undefined,
  geo: undefined,
  asn: undefined,
  asnOrg: undefined,
  code: undefined,
})

/** One event as rules written outside the house, reports and people see it: resolved, enriched, frozen. */
export interface LoginEvent extends Readonly<Omit<EventDraft, 'geo' | 'asn' | 'asnOrg'>> {
  readonly format: string
  readonly geo: Geo | undefined
  readonly network: Network | undefined
  readonly agent: Agent | undefined
  readonly origin: Origin
}
