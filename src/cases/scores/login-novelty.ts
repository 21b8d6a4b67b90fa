import type { AccountRows } from '../account-rows.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { ContextLevels, LevelCounts } from './context-levels.ts'
import { loginClass, varietyClass } from './novelty-rates.ts'
import { createSeenValues } from './seen-values.ts'
import { ADDRESS_WEIGHTS, AGENT_WEIGHTS, everybodysLikelihood, featureRatio, ownLikelihood, visitorRatio } from './wiefling.ts'

/**
 * What is new about each successful login for its account, in one number per row: classes of its past and depths of novelty.
 * Depth of the line: 0 nothing, 1 the address, 2 the network, 3 the country. Of the program: 0 nothing, 1 the version, 2 the kind.
 */
export interface LoginNovelty {
  /** By row: packed as below; `FIRST` for the first login of an account, `NOT_A_LOGIN` elsewhere. */
  readonly packed: Int32Array
  /** By row: log10 of the Freeman/Wiefling score. */
  readonly freeman: Float32Array
  /** By source: accounts that ever logged in from there. */
  readonly accountsOn: Int32Array
  /** By row, for logins from a new address: where the account's next login came from. */
  readonly aftermath: Uint8Array
}

/** Where the next login after one from a new address came from. */
export const AFTERMATH = { none: 0, stays: 1, returns: 2, elsewhere: 3 } as const

export const NOT_A_LOGIN = -2
export const FIRST = -1

const SHIFT = { logins: 0, gap: 3, sources: 6, networks: 9, countries: 12, texts: 15, kinds: 18, line: 21, program: 23, has: 25 } as const
const THREE_BITS = 7
const TWO_BITS = 3

export const loginsOf = (packed: number): number => packed & THREE_BITS
export const gapOf = (packed: number): number => (packed >> SHIFT.gap) & THREE_BITS
export const varietyOf = (packed: number, what: 'sources' | 'networks' | 'countries' | 'texts' | 'kinds'): number =>
  (packed >> SHIFT[what]) & THREE_BITS
export const lineDepth = (packed: number): number => (packed >> SHIFT.line) & TWO_BITS
export const programDepth = (packed: number): number => (packed >> SHIFT.program) & TWO_BITS
/** What the login carries: 1 address, 2 network, 4 country, 8 program. */
export const carries = (packed: number, bit: 1 | 2 | 4 | 8): boolean => ((packed >> SHIFT.has) & bit) !== 0

const MINUTE_US = 60 * 1e6
const HOUR_US = 60 * MINUTE_US
const DAY_US = 24 * HOUR_US
/** Pause since the account's last login: the longer, the more an owner's address may have changed. */
const GAP_BOUNDS = [10 * MINUTE_US, 2 * HOUR_US, 12 * HOUR_US, 3 * DAY_US, 14 * DAY_US] as const
export const GAP_CLASSES = GAP_BOUNDS.length + 1

const gapClass = (gap: number): number => {
  let at = 0
  while (at < GAP_BOUNDS.length && gap > (GAP_BOUNDS[at] as number)) at += 1
  return at
}

export const noveltyOfLogins = (
  table: EventTable,
  byAccount: AccountRows,
  levels: ContextLevels,
  counts: LevelCounts,
  isLogin: (row: number) => boolean,
): LoginNovelty => {
  const packed = new Int32Array(table.size).fill(NOT_A_LOGIN)
  const freeman = new Float32Array(table.size)
  const accountsOn = new Int32Array(table.places.sources.size)
  const aftermath = new Uint8Array(table.size)
  let lastRow = -1
  let lastSource = -1
  const [sourceAt, networkAt, countryAt] = levels.address
  const seen = {
    source: createSeenValues(),
    network: createSeenValues(),
    country: createSeenValues(),
    text: createSeenValues(),
    kind: createSeenValues(),
    family: createSeenValues(),
    os: createSeenValues(),
    device: createSeenValues(),
  }
  const all = Object.values(seen)
  const { total, accounts } = countLogins(table, byAccount, isLogin)
  const everybody = new Float64Array(4)
  const own = new Float64Array(4)

  /** At one level: how many of everybody's logins had this value, and how many of the account's. −1: not carried. */
  const compare = (level: number, counters: readonly Int32Array[], key: number, ownCount: number): void => {
    everybody[level] = key < 0 ? -1 : ((counters[level] as Int32Array)[key] as number)
    own[level] = ownCount
  }
  const countOf = (values: (typeof seen)['source'], key: number): number => (key < 0 ? 0 : values.count(key))

  const judgeRow = (row: number, logins: number, gap: number): void => {
    const place = table.place[row] as number
    const text = table.userAgent[row] as number
    const source = place < 0 ? -1 : (sourceAt[place] as number)
    const network = place < 0 ? -1 : (networkAt[place] as number)
    const country = place < 0 ? -1 : (countryAt[place] as number)
    const kind = text < 0 ? -1 : (levels.kind[text] as number)
    const family = text < 0 ? -1 : (levels.agent[1][text] as number)
    const os = text < 0 ? -1 : (levels.agent[2][text] as number)
    const device = text < 0 ? -1 : (levels.agent[3][text] as number)
    const ofSource = countOf(seen.source, source)
    const ofNetwork = countOf(seen.network, network)
    const ofCountry = countOf(seen.country, country)
    const ofText = countOf(seen.text, text)
    const ofKind = countOf(seen.kind, kind)
    if (source >= 0 && ofSource === 0) accountsOn[source]! += 1
    if (logins > 0 && lastSource >= 0 && source >= 0)
      aftermath[lastRow] = source === lastSource ? AFTERMATH.stays : ofSource > 0 ? AFTERMATH.returns : AFTERMATH.elsewhere
    lastRow = row
    lastSource = source
    if (logins === 0) packed[row] = FIRST
    else {
      const isNewAddress = source >= 0 && ofSource === 0
      const isNewNetwork = network >= 0 && ofNetwork === 0 && seen.network.size() > 0
      const isNewCountry = country >= 0 && ofCountry === 0 && seen.country.size() > 0
      const line = isNewCountry ? 3 : isNewNetwork ? 2 : isNewAddress ? 1 : 0
      const isNewText = text >= 0 && ofText === 0 && seen.text.size() > 0
      const program = isNewText ? (kind >= 0 && ofKind === 0 ? 2 : 1) : 0
      const has =
        (source >= 0 ? 1 : 0) |
        (network >= 0 && seen.network.size() > 0 ? 2 : 0) |
        (country >= 0 && seen.country.size() > 0 ? 4 : 0) |
        (text >= 0 && seen.text.size() > 0 ? 8 : 0)
      packed[row] =
        loginClass(logins) |
        (gapClass(gap) << SHIFT.gap) |
        (varietyClass(seen.source.size()) << SHIFT.sources) |
        (varietyClass(seen.network.size()) << SHIFT.networks) |
        (varietyClass(seen.country.size()) << SHIFT.countries) |
        (varietyClass(seen.text.size()) << SHIFT.texts) |
        (varietyClass(seen.kind.size()) << SHIFT.kinds) |
        (line << SHIFT.line) |
        (program << SHIFT.program) |
        (has << SHIFT.has)
    }
    const past = Math.max(logins, 1)
    compare(0, counts.address, source, ofSource)
    compare(1, counts.address, network, ofNetwork)
    compare(2, counts.address, country, ofCountry)
    const addressRatio = featureRatio(
      everybodysLikelihood(ADDRESS_WEIGHTS, everybody, total, counts.unseenAddresses),
      ownLikelihood(ADDRESS_WEIGHTS, own, past),
    )
    compare(0, counts.agent, text, ofText)
    compare(1, counts.agent, family, countOf(seen.family, family))
    compare(2, counts.agent, os, countOf(seen.os, os))
    compare(3, counts.agent, device, countOf(seen.device, device))
    const agentRatio = featureRatio(
      everybodysLikelihood(AGENT_WEIGHTS, everybody, total, counts.unseenAgents),
      ownLikelihood(AGENT_WEIGHTS, own, past),
    )
    freeman[row] = Math.log10(addressRatio * agentRatio * visitorRatio(accounts, past, total))
    seen.source.add(source)
    seen.network.add(network)
    seen.country.add(country)
    seen.text.add(text)
    seen.kind.add(kind)
    seen.family.add(family)
    seen.os.add(os)
    seen.device.add(device)
  }

  for (let account = 0; account < table.accounts.size; account += 1) {
    const end = byAccount.starts[account + 1] as number
    let logins = 0
    let last = 0
    for (let at = byAccount.starts[account] as number; at < end; at += 1) {
      const row = byAccount.rows[at] as number
      if (!isLogin(row)) continue
      if (logins === 0) for (const values of all) values.clear()
      const time = table.time[row] as number
      judgeRow(row, logins, time - last)
      logins += 1
      last = time
    }
  }
  return { packed, freeman, accountsOn, aftermath }
}

const countLogins = (
  table: EventTable,
  { starts, rows }: AccountRows,
  isLogin: (row: number) => boolean,
): { readonly total: number; readonly accounts: number } => {
  let total = 0
  let accounts = 0
  for (let account = 0; account < table.accounts.size; account += 1) {
    const before = total
    for (let at = starts[account] as number; at < (starts[account + 1] as number); at += 1) if (isLogin(rows[at] as number)) total += 1
    if (total > before) accounts += 1
  }
  return { total, accounts }
}
