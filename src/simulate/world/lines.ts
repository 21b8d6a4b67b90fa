import type { Random } from '../../kernel/random.ts'
import { weighted } from '../chance.ts'
import { CITIES, type City } from './cities.ts'
import { ABROAD, ANYWHERE } from './networks-abroad.ts'
import { JAPAN } from './networks-japan.ts'
import type { LineKind, NetworkBlock } from './networks.ts'

/** One address, and what vendors would say about it. */
export interface Line {
  readonly ip: string
  readonly network: NetworkBlock
  readonly place: City
}

export const NETWORKS: readonly NetworkBlock[] = [...JAPAN, ...ABROAD, ...ANYWHERE]

interface Range {
  readonly first: number
  readonly size: number
}

const rangeOf = ({ cidr }: NetworkBlock): Range => {
  const [address = '', bits = '32'] = cidr.split('/')
  const first = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
  return { first, size: 2 ** (32 - Number(bits)) }
}

const RANGES: ReadonlyMap<NetworkBlock, Range> = new Map(NETWORKS.map((network) => [network, rangeOf(network)]))
const knownRange = (network: NetworkBlock): Range => RANGES.get(network) ?? rangeOf(network)

const textOf = (address: number): string =>
  [address / 16777216, (address / 65536) % 256, (address / 256) % 256, address % 256].map((byte) => Math.floor(byte)).join('.')

const PLACE_BITS = 4096

/** From a network's first or last address to the one beside it. */
const ASIDE: Readonly<Record<number, number>> = { 0: 1, 255: -1 }

/** The address number `offset` of a block; neighbours (a /20) are in one city. Never a network's first or last address. */
export const lineAt = (network: NetworkBlock, offset: number): Line => {
  const { first, size } = knownRange(network)
  const within = Math.floor(offset) % size
  const last = within % 256
  const address = first + within + (ASIDE[last] ?? 0)
  const cities = CITIES[network.country] ?? []
  return { ip: textOf(address), network, place: cities[Math.floor(address / PLACE_BITS) % cities.length] as City }
}

export const sizeOf = (network: NetworkBlock): number => knownRange(network).size

export const randomLine = (network: NetworkBlock, random: Random): Line => lineAt(network, random.int(sizeOf(network)))

const isIn = (network: NetworkBlock, country: string | undefined): boolean => {
  if (country === undefined) return true
  return country.startsWith('!') ? network.country !== country.slice(1) : network.country === country
}

const selections = new Map<string, readonly NetworkBlock[]>()

/** Networks of that kind: in that country, or with `!JP` in any other. */
export const networksOf = (kind: LineKind | 'any', country?: string): readonly NetworkBlock[] => {
  const key = `${kind} ${country ?? ''}`
  const known = selections.get(key) ?? NETWORKS.filter((network) => (kind === 'any' || network.kind === kind) && isIn(network, country))
  selections.set(key, known)
  return known
}

/** Some address of such a network; abroad where the country has none. */
export const lineOf = (random: Random, kind: LineKind, country?: string): Line => {
  const near = networksOf(kind, country)
  return randomLine(weighted(random, near.length > 0 ? near : networksOf(kind)), random)
}
