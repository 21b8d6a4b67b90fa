import { createRandom } from './random.ts'

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
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_', ' like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'],
  ['Mozilla/5.0 (Linux; Android 15; Pixel ', ') AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_', ') AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'],
] as const

/** Home regions: address blocks of real carriers' sizes, so that geo and network lookups meet real tables. */
const HOME_BLOCKS = ['126.', '60.', '153.', '219.', '114.', '49.', '118.', '180.', '27.', '106.'] as const
const ATTACK_BLOCKS = ['45.83.', '185.220.', '194.26.', '5.188.'] as const

const agentOf = (number: number): string => {
  const [head, tail] = AGENTS[number % AGENTS.length] as (typeof AGENTS)[number]
  return `${head}${100 + (number % 40)}${tail}`
}

/** Deterministic per account: address block, two addresses, one agent that is updated now and then. */
const homeIp = (account: number, variant: number): string => {
  const mixed = Math.imul(account * 2 + variant, 2654435761) >>> 0
  return `${HOME_BLOCKS[mixed % HOME_BLOCKS.length]}${(mixed >>> 8) & 255}.${(mixed >>> 16) & 255}.${((mixed >>> 24) & 255) || 1}`
}

const hex = (value: number, length: number): string => (value >>> 0).toString(16).padStart(length, '0').slice(-length)

/**
 * Attempts in time order over 30 days: day curve, 8 % benign failures, 0.1 % of the accounts attacked by stuffing from
 * 60 addresses, and as many attempts on identifiers that belong to nobody.
 */
export const population = function* (events: number, accounts: number, seed: number): Generator<Attempt> {
  const random = createRandom(seed)
  const start = Date.UTC(2026, 9, 1)
  const step = (30 * 86_400_000) / events
  const attacked = Math.max(1, Math.floor(accounts / 1000))
  const attackEvery = Math.max(2, Math.floor(events / (attacked * 6)))
  for (let serial = 0; serial < events; serial += 1) {
    const timeMs = Math.floor(start + serial * step + random.next() * step)
    if (serial % attackEvery === 0) {
      const source = random.int(60)
      const member = random.next() < 0.3
      const account = member ? random.int(attacked) * 997 % accounts : -1
      const hit = member && random.next() < 0.03
      yield {
        timeMs, outcome: hit ? 'success' : member ? 'bad-password' : 'unknown-account', account, serial,
        ip: `${ATTACK_BLOCKS[source % ATTACK_BLOCKS.length]}${source}.${10 + (source % 200)}`, userAgent: agentOf(source % 3),
        name: member ? `user${account}@example.com` : `leak${random.int(1e7)}@example.net`, session: hit ? `sess-attack-${serial}` : undefined,
      }
      continue
    }
    const account = Math.floor(accounts * random.next() ** 1.6)
    const failed = random.next() < 0.08
    yield {
      timeMs, outcome: failed ? 'bad-password' : 'success', account, serial, ip: homeIp(account, random.next() < 0.8 ? 0 : 1),
      userAgent: agentOf(account + Math.floor(serial / (events / 3))), name: `user${account}@example.com`,
      session: failed ? undefined : `${hex(account, 8)}${hex(serial, 8)}AbCdEfGhIjKl`,
    }
  }
}
