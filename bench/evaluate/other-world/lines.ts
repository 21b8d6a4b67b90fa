import type { Random } from '../../../src/kernel/random.ts'

// Addresses from blocks that registries list for access networks and hosting companies, and browser lines as browsers send them.

const HOMES = {
  JP: ['126.0', '153.130', '106.128', '180.0', '219.96', '60.32'],
  US: ['73.0', '98.192', '24.0', '67.160'],
  GB: ['86.128', '81.128'],
  DE: ['84.128', '91.0'],
  KR: ['211.192', '121.128'],
  TW: ['114.32', '1.160'],
  BR: ['177.32', '179.96'],
  VN: ['14.160', '113.160'],
  RU: ['95.24', '178.64'],
  ID: ['36.64', '180.240'],
} as const
export type Country = keyof typeof HOMES
export const ABROAD: readonly Country[] = ['US', 'TW', 'KR', 'GB', 'ID']
export const ATTACKING: readonly Country[] = ['VN', 'BR', 'RU', 'ID']

const MOBILE: Partial<Record<Country, readonly string[]>> = { JP: ['1.72', '49.96', '126.192', '106.160'], US: ['172.56', '107.72'] }
const HOSTING = ['159.65', '167.99', '51.68', '52.192', '3.112', '45.76', '95.216', '141.98', '185.220', '193.32']
/** Networks that lie together in a block of so many /16. */
const BLOCK = 8
const GATEWAYS = 60

const inBlock = (random: Random, block: string, width: number): string => {
  const [first = 0, second = 0] = block.split('.').map(Number)
  return `${first}.${second + random.int(width)}.${random.int(256)}.${1 + random.int(254)}`
}

export const homeLine = (random: Random, country: Country): string => inBlock(random, random.pick(HOMES[country]), BLOCK)
export const hosted = (random: Random): string => inBlock(random, random.pick(HOSTING), 1)

/** Where carriers let many phones out; undefined: none is known for the country. */
export const gatewaysOf = (random: Random, country: Country): readonly string[] | undefined => {
  const blocks = MOBILE[country]
  return blocks === undefined ? undefined : Array.from({ length: GATEWAYS }, () => inBlock(random, random.pick(blocks), 1))
}

const chrome = (system: string, random: Random): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${136 + random.int(7)}.0.0.0`
const AGENTS = {
  windows: (random) => `${chrome('Windows NT 10.0; Win64; x64', random)} Safari/537.36`,
  edge: (random) =>
    `${chrome('Windows NT 10.0; Win64; x64', random)} Safari/537.36 Edg/${136 + random.int(7)}.0.${1000 + random.int(6000)}.40`,
  mac: (random) =>
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${random.pick(['17.6', '18.5', '18.6', '26.0'])} Safari/605.1.15`,
  iphone: (random) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS ${random.pick(['17_6', '18_5', '18_6', '18_7'])} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${random.pick(['17.6', '18.5', '18.6'])} Mobile/15E148 Safari/604.1`,
  android: (random) => `${chrome(`Linux; Android ${13 + random.int(4)}; K`, random)} Mobile Safari/537.36`,
  firefox: (random) => {
    const version = 138 + random.int(7)
    return `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
  },
  script: (random) =>
    random.pick([
      'python-requests/2.32.3',
      'Go-http-client/2.0',
      'okhttp/4.12.0',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
    ]),
} satisfies Record<string, (random: Random) => string>
export type Machine = keyof typeof AGENTS

export const agentOf = (random: Random, machine: Machine): string => AGENTS[machine](random)

/** As often as they are met. */
const OWNED: readonly Machine[] = [
  'windows',
  'windows',
  'windows',
  'windows',
  'edge',
  'edge',
  'mac',
  'mac',
  'firefox',
  'android',
  'android',
  'android',
  'android',
  'iphone',
  'iphone',
  'iphone',
  'iphone',
  'iphone',
  'iphone',
  'iphone',
]
export const ownedMachine = (random: Random): Machine => random.pick(OWNED)
export const isPhone = (machine: Machine): boolean => machine === 'iphone' || machine === 'android'
