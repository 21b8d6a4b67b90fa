import type { EventTable } from '../order/event-table.ts'
import type { EventClass } from '../model/event-class.ts'

/** What judging needs of one event, by row: dense ids to compare and texts to show. */
export interface RowReader {
  readonly cls: (row: number) => EventClass
  readonly time: (row: number) => number
  readonly source: (row: number) => number
  readonly sourceText: (row: number) => string | undefined
  readonly country: (row: number) => number
  readonly countryText: (row: number) => string | undefined
  readonly network: (row: number) => number
  /** Organisation and number, for people: `Example Mobile (AS64500)`. */
  readonly networkText: (row: number) => string | undefined
  readonly agent: (row: number) => number
  /** Family and system, for people: `Safari (iOS)`. */
  readonly agentText: (row: number) => string | undefined
  readonly isLogin: (row: number) => boolean
  readonly isSuccess: (row: number) => boolean
  /** A wrong guess, a block or a failed second factor: somebody tried. */
  readonly isAttempt: (row: number) => boolean
  /** Right password, second factor still open or failed. */
  readonly isPasswordKnown: (row: number) => boolean
}

const ATTEMPT_OUTCOMES = new Set(['failure', 'blocked'])
/** Failures that say nothing about a guess: faults of the system or of the client, expired sessions, refused consent. */
const NO_ATTEMPT_REASONS = new Set(['session-expired', 'interrupted', 'client-misconfigured', 'system-error', 'consent-denied', 'not-assigned', 'token-invalid'])
const SECOND_FACTOR_REASONS = new Set(['mfa-required', 'mfa-failed', 'mfa-denied', 'mfa-timeout', 'mfa-fraud-reported'])

export const createRowReader = (table: EventTable): RowReader => {
  const { places, agents } = table
  const placeOf = (row: number): number => table.place[row] as number
  const pick = (column: Int32Array, key: number): number => (key < 0 ? -1 : (column[key] as number))
  const flags = table.classes.map((cls) => ({
    isLogin: cls.action === 'login',
    isSuccess: cls.outcome === 'success' && (cls.action === 'login' || cls.action === 'session-use' || cls.action === 'mfa'),
    isAttempt: (cls.action === 'login' || cls.action === 'mfa') && ATTEMPT_OUTCOMES.has(cls.outcome) && !NO_ATTEMPT_REASONS.has(cls.reason ?? ''),
    isPasswordKnown: (cls.action === 'login' || cls.action === 'mfa') && cls.outcome !== 'success' && SECOND_FACTOR_REASONS.has(cls.reason ?? ''),
  }))
  const flagsOf = (row: number): (typeof flags)[number] => flags[table.cls[row] as number]!
  return {
    cls: (row) => table.classes[table.cls[row] as number]!,
    time: (row) => table.time[row] as number,
    source: (row) => pick(places.source, placeOf(row)),
    sourceText: (row) => places.sources.get(pick(places.source, placeOf(row))),
    country: (row) => pick(places.country, placeOf(row)),
    countryText: (row) => places.countries.get(pick(places.country, placeOf(row))),
    network: (row) => pick(places.network, placeOf(row)),
    networkText: (row) => {
      const network = places.networkOf(placeOf(row))
      if (network?.asn === undefined) return network?.org
      return network.org === undefined ? `AS${network.asn}` : `${network.org} (AS${network.asn})`
    },
    agent: (row) => pick(agents.agent, table.userAgent[row] as number),
    agentText: (row) => {
      const agent = agents.agentOf(table.userAgent[row] as number)
      if (agent === undefined) return undefined
      return agent.os === 'unknown' ? agent.family : `${agent.family} (${agent.os})`
    },
    isLogin: (row) => flagsOf(row).isLogin,
    isSuccess: (row) => flagsOf(row).isSuccess,
    isAttempt: (row) => flagsOf(row).isAttempt,
    isPasswordKnown: (row) => flagsOf(row).isPasswordKnown,
  }
}
