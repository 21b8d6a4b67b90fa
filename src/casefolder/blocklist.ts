import { moment } from '../i18n/describe/moment.ts'
import { neverBlocked, type NeverBlocked } from '../kernel/never-blocked.ts'
import type { CaseDocument, CaseSource } from '../model/case.ts'
import type { Table } from './account-list.ts'
import { clearedAccounts } from './decided.ts'
import { entrySources } from '../kernel/entry-sources.ts'

/** Why an attacking address is not on the list: i18n `blocklist.<id>`. */
export type Refusal = NeverBlocked | 'collateral'

export interface Blocked {
  readonly source: CaseSource
  /** Accounts entered from it, as decided. */
  readonly hits: number
  /** Members on it who are not judged, or were cleared: they would be locked out. */
  readonly collateral: number
}

export interface Blocklist {
  readonly blocked: readonly Blocked[]
  /** Members who use an address of the list, each once. */
  readonly members: number
  readonly refused: readonly { readonly source: string; readonly why: Refusal; readonly collateral: number }[]
}

const refusalOf = (source: CaseSource, collateral: number, most: number): Refusal | undefined =>
  neverBlocked(source) ?? (collateral > most ? 'collateral' : undefined)

/**
 * The attacking addresses that may be blocked, most attempts first: those of campaigns, and those from which an account was taken over
 * without any attempt. Never a proxy, a CDN, a relay, a private address or a line that many members share, whatever is allowed.
 */
export const makeBlocklist = ({ sources = [], accounts }: CaseDocument, mostCollateral: number): Blocklist => {
  const cleared = clearedAccounts({ accounts })
  const entries = new Set(entrySources(sources, accounts))
  const rows = sources
    .filter((source) => source.campaigns.length > 0 || entries.has(source))
    .map((source) => {
      const members = new Set([...source.others, ...source.hits.filter((account) => cleared.has(account))])
      const hits = source.hits.filter((account) => !cleared.has(account)).length
      return { source, hits, members, collateral: members.size, why: refusalOf(source, members.size, mostCollateral) }
    })
    .toSorted((left, right) => right.source.attempts - left.source.attempts || (left.source.source < right.source.source ? -1 : 1))
  const blocked = rows.filter(({ why }) => why === undefined)
  return {
    blocked: blocked.map(({ source, hits, collateral }) => ({ source, hits, collateral })),
    members: new Set(blocked.flatMap(({ members }) => [...members])).size,
    refused: rows.flatMap(({ source, collateral, why }) => (why === undefined ? [] : [{ source: source.source, why, collateral }])),
  }
}

/** The list as rows. `expires` (ISO 8601) is the same for all: a block without an end outlives its reason. */
export const blocklistRows = ({ blocked }: Blocklist, expires: string, zone: string): Table => [
  ['address', 'attempts', 'hits', 'legitimate_users', 'first', 'last', 'country', 'asn', 'network', 'expires'],
  ...blocked.map(({ source, hits, collateral }) => [
    source.source,
    source.attempts,
    hits,
    collateral,
    moment(source.first, zone),
    moment(source.last, zone),
    source.country,
    source.network?.asn ?? null,
    source.network?.org ?? null,
    moment(expires, zone),
  ]),
]
