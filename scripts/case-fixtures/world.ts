/** A line that somebody logs in from: address, and where and whose it is. */
export interface Line {
  readonly ip: string
  readonly country: string
  readonly countryName: string
  readonly region: string
  readonly city: string
  readonly lat: number
  readonly lon: number
  readonly asn: number
  readonly org: string
}

/** A program on a device. */
export interface Program {
  readonly userAgent: string
  readonly os: string
  readonly browser: string
  readonly device: 'Computer' | 'Mobile'
}

export interface Person {
  /** Number from 1; vendors' ids are made of it. */
  readonly number: number
  readonly name: string
  readonly mail: string
  readonly home: Line
  readonly mobile: Line
  readonly computer: Program
  readonly phone: Program
}

/** One thing that happened, before a vendor's system wrote it down. */
export interface Deed {
  /** Epoch ms. */
  readonly at: number
  /** What happened, in the words of the vendor's writer. */
  readonly kind: string
  readonly person?: Person
  /** What was typed where it belongs to nobody. */
  readonly typed?: string
  readonly line: Line
  readonly program: Program
  readonly session?: string
  readonly detail?: string
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Numbers that are the same on every run (mulberry32). */
export const createDice = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, pick: <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value }
}

export type Dice = ReturnType<typeof createDice>

const TOKYO = { country: 'JP', countryName: 'Japan', region: 'Tokyo', city: 'Shinjuku', lat: 35.6937, lon: 139.7036 }
const YOKOHAMA = { country: 'JP', countryName: 'Japan', region: 'Kanagawa', city: 'Yokohama', lat: 35.4437, lon: 139.638 }

/** Operators of the story; their numbers are reserved for documentation. */
const HOME_ISPS = [
  { asn: 64496, org: 'Example Hikari' },
  { asn: 64497, org: 'Example Cable' },
] as const
const MOBILE = { asn: 64498, org: 'Example Mobile' }
export const OFFICE: Line = { ip: '192.0.2.250', ...TOKYO, asn: 64499, org: 'Example Trading' }

/** Lines that attacks come from. */
const HOSTS = [
  {
    country: 'RO',
    countryName: 'Romania',
    region: 'Bucuresti',
    city: 'Bucharest',
    lat: 44.4323,
    lon: 26.1063,
    asn: 64505,
    org: 'Example Rack',
  },
  {
    country: 'NL',
    countryName: 'Netherlands',
    region: 'North Holland',
    city: 'Amsterdam',
    lat: 52.3676,
    lon: 4.9041,
    asn: 64506,
    org: 'Example Bulk',
  },
] as const
export const attackLine = (number: number): Line => ({
  ip: `203.0.113.${10 + number}`,
  ...(HOSTS[number % HOSTS.length] as (typeof HOSTS)[number]),
})
export const HONOLULU: Line = {
  ip: '198.51.100.230',
  country: 'US',
  countryName: 'United States',
  region: 'Hawaii',
  city: 'Honolulu',
  lat: 21.3069,
  lon: -157.8583,
  asn: 64510,
  org: 'Example Pacific',
}

export const COMPUTERS: readonly Program[] = [
  {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    os: 'Windows 10',
    browser: 'CHROME',
    device: 'Computer',
  },
  {
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    os: 'Mac OS X',
    browser: 'SAFARI',
    device: 'Computer',
  },
  {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
    os: 'Windows 10',
    browser: 'FIREFOX',
    device: 'Computer',
  },
]
export const PHONES: readonly Program[] = [
  {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    os: 'iOS',
    browser: 'SAFARI',
    device: 'Mobile',
  },
  {
    userAgent: 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
    os: 'Android',
    browser: 'CHROME',
    device: 'Mobile',
  },
]
export const ATTACK_BROWSER: Program = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  os: 'Linux',
  browser: 'CHROME',
  device: 'Computer',
}
export const SCRIPT: Program = { userAgent: 'python-requests/2.32.3', os: 'Unknown', browser: 'UNKNOWN', device: 'Computer' }

const FAMILIES = [
  'sato',
  'suzuki',
  'takahashi',
  'tanaka',
  'ito',
  'watanabe',
  'yamamoto',
  'nakamura',
  'kobayashi',
  'kato',
  'yoshida',
  'yamada',
  'sasaki',
  'matsumoto',
  'inoue',
  'kimura',
  'hayashi',
  'shimizu',
]
const GIVEN = ['hana', 'ren', 'yui', 'sota', 'mei', 'haruto', 'aoi', 'minato', 'rin', 'yuma', 'saki', 'kaito', 'mio']

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
const at = <Value>(values: readonly Value[], number: number): Value => values[number % values.length] as Value

/** The n-th of a company's or shop's people. Every household has a line of its own; phones share the carrier's addresses. */
export const personOf = (number: number, domain: string): Person => {
  const [given, family] = [at(GIVEN, number), at(FAMILIES, Math.floor(number / GIVEN.length) + (number % GIVEN.length) * 5)]
  const isp = at(HOME_ISPS, number)
  return {
    number,
    name: `${capital(given)} ${capital(family)}`,
    mail: `${given}.${family}${number > 200 ? number : ''}@${domain}`,
    home: {
      ip: number % 4 === 0 ? `2001:db8:4:${number.toString(16)}::${(number * 7).toString(16)}` : `192.0.2.${1 + (number % 240)}`,
      ...(number % 3 === 0 ? YOKOHAMA : TOKYO),
      ...isp,
    },
    mobile: { ip: `198.51.100.${1 + (number % 200)}`, ...TOKYO, ...MOBILE },
    computer: at(COMPUTERS, Math.floor(number / 2)),
    phone: at(PHONES, number),
  }
}

export const peopleOf = (count: number, domain: string): readonly Person[] =>
  Array.from({ length: count }, (_, index) => personOf(index + 1, domain))
