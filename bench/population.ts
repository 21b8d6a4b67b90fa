import { createRandom, type Random } from '../src/kernel/random.ts'

/** One login attempt of the benchmark's world, before it is written in some vendor's shape. */
export interface Attempt {
  readonly timeMs: number
  readonly outcome: 'success' | 'bad-password' | 'unknown-account'
  readonly ip: string
  readonly userAgent: string
  /** Index of the account, or −1 for an identifier that is no member's. */
  readonly account: number
  readonly name: string
  readonly session: string | undefined
  readonly serial: number
}

const AGENTS = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/', '.0.0.0 Safari/537.36'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_',
    ' like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  ],
  ['Mozilla/5.0 (Linux; Android 15; Pixel ', ') AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_', ') AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'],
] as const

/** Blocks of Japanese carriers: first octet, and the range of the second; geo and network look-ups meet real tables. */
const LINES = [
  [126, 0, 256],
  [153, 128, 126],
  [60, 64, 64],
  [219, 0, 64],
  [114, 144, 48],
  [180, 0, 64],
] as const
const MOBILES = [
  [106, 128, 64],
  [49, 96, 16],
  [27, 80, 16],
  [1, 72, 8],
] as const
const ATTACK_BLOCKS = ['45.83.', '185.220.', '194.26.', '5.188.'] as const

/** One family for each person; updates move the version, never the family. */
const agentOf = (person: number, month: number): string => {
  const [head, tail] = AGENTS[person % AGENTS.length] as (typeof AGENTS)[number]
  return `${head}${130 + ((person >>> 2) % 6) + Math.floor(month * 3)}${tail}`
}

/** An account has one line at home (variant 0) and one mobile carrier (variant 1): always the same addresses. */
const homeIp = (account: number, variant: number): string => {
  const mixed = Math.imul(account * 2 + variant + 1, 2654435761) >>> 0
  const blocks = variant === 0 ? LINES : MOBILES
  const [first, from, count] = blocks[mixed % blocks.length] as (typeof blocks)[number]
  return `${first}.${from + ((mixed >>> 3) % count)}.${(mixed >>> 11) & 255}.${(mixed >>> 19) & 255 || 1}`
}

const hex = (value: number, length: number): string => (value >>> 0).toString(16).padStart(length, '0').slice(-length)

const MONTH_MS = 30 * 86_400_000
/** The attack: two hours of one night. */
const ATTACK_FROM_MS = 20.6 * 86_400_000
const ATTACK_MS = 2 * 3_600_000
const ATTACK_SOURCES = 60
/** Attempts per attacked account, most of them on identifiers of the same list that are nobody's here. */
const ATTEMPTS_PER_MEMBER = 12

type Plain = Omit<Attempt, 'serial'>

/** Members: more of them busy than not, 8 % of the logins mistyped, one in five from the other line. */
const members = function* (events: number, accounts: number, start: number, random: Random): Generator<Plain> {
  const step = MONTH_MS / events
  for (let index = 0; index < events; index += 1) {
    const account = Math.floor(accounts * random.next() ** 1.6)
    const failed = random.next() < 0.08
    yield {
      timeMs: Math.floor(start + index * step + random.next() * step),
      outcome: failed ? 'bad-password' : 'success',
      account,
      ip: homeIp(account, random.next() < 0.8 ? 0 : 1),
      userAgent: agentOf(account, index / events),
      name: `user${account}@example.com`,
      session: failed ? undefined : `${hex(account, 8)}${hex(index, 8)}AbCdEfGhIjKl`,
    }
  }
}

/** A leaked list tried from sixty addresses, one after the other: three in ten identifiers are members', three in a hundred of those let it in. */
const stuffing = function* (attacked: number, accounts: number, start: number, random: Random): Generator<Plain> {
  const attempts = attacked * ATTEMPTS_PER_MEMBER
  const step = ATTACK_MS / attempts
  for (let index = 0; index < attempts; index += 1) {
    const source = Math.floor((index / attempts) * ATTACK_SOURCES)
    const member = random.next() < 0.3
    const account = member ? (random.int(attacked) * 997) % accounts : -1
    const hit = member && random.next() < 0.03
    const failure = member ? 'bad-password' : 'unknown-account'
    yield {
      timeMs: Math.floor(start + ATTACK_FROM_MS + index * step + random.next() * step),
      account,
      outcome: hit ? 'success' : failure,
      ip: `${ATTACK_BLOCKS[source % ATTACK_BLOCKS.length]}${source}.${10 + source}`,
      userAgent: agentOf(source % 3, 0),
      name: member ? `user${account}@example.com` : `leak${random.int(1e7)}@example.net`,
      session: hit ? `attack${hex(index, 8)}` : undefined,
    }
  }
}

/** Two streams that are in time order each, as one that is. */
const merged = function* (left: Iterator<Plain, undefined>, right: Iterator<Plain, undefined>): Generator<Plain> {
  let one = left.next().value
  let other = right.next().value
  while (one !== undefined || other !== undefined) {
    if (other === undefined || (one !== undefined && one.timeMs <= other.timeMs)) {
      yield one as Plain
      one = left.next().value
    } else {
      yield other
      other = right.next().value
    }
  }
}

/** `events` attempts in time order over 30 days, the attack's among them; 0.1 % of the accounts are attacked. */
export const population = function* (events: number, accounts: number, seed: number): Generator<Attempt> {
  const start = Date.UTC(2026, 9, 1)
  const attacked = Math.max(1, Math.floor(Math.min(accounts, events) / 1000))
  const daily = members(events - attacked * ATTEMPTS_PER_MEMBER, accounts, start, createRandom(seed))
  const attack = stuffing(attacked, accounts, start, createRandom(seed + 1))
  let serial = 0
  for (const attempt of merged(daily as Iterator<Plain, undefined>, attack as Iterator<Plain, undefined>))
    yield { ...attempt, serial: serial++ }
}
