import type { LoginReader } from '../rows/login-reader.ts'
import type { LoginTable } from '../rows/login-table.ts'
import { isOwnLogin } from './logins.ts'

/** Logins of the whole log by network, by country and by kind of program. */
export interface LoginCounts {
  readonly ofNetwork: Int32Array
  readonly ofCountry: Int32Array
  readonly ofKind: Int32Array
  readonly total: number
}

/** As many as the largest of these values asks for. */
const countsFor = (values: Int32Array): Int32Array => new Int32Array(values.reduce((most, value) => Math.max(most, value), -1) + 1)

const countIn = (counts: Int32Array, value: number): void => {
  if (value >= 0) counts[value]! += 1
}

export const countLogins = (table: LoginTable, read: LoginReader): LoginCounts => {
  const { places, agents } = table
  const ofNetwork = countsFor(places.network)
  const ofCountry = countsFor(places.country)
  const ofKind = countsFor(agents.agent)
  let total = 0
  for (let row = 0; row < table.size; row += 1) {
    if (!isOwnLogin(row, table, read)) continue
    total += 1
    const place = table.place.get(row)
    const userAgent = table.userAgent.get(row)
    if (place >= 0) {
      countIn(ofNetwork, places.network[place] as number)
      countIn(ofCountry, places.country[place] as number)
    }
    if (userAgent >= 0) countIn(ofKind, agents.agent[userAgent] as number)
  }
  return { ofNetwork, ofCountry, ofKind, total }
}

/** Part of the log's logins that come with a kind of program, and of those of a country that come from one of its networks. */
export interface Popularity {
  readonly ofKind: (kind: number) => number
  readonly ofNetwork: (network: number, country: number) => number
}

export const popularityOf = ({ ofNetwork, ofCountry, ofKind, total }: LoginCounts): Popularity => ({
  ofKind: (kind) => (ofKind[kind] as number) / total,
  ofNetwork: (network, country) => (ofNetwork[network] as number) / Math.max(1, country < 0 ? total : (ofCountry[country] as number)),
})
