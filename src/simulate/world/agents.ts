import type { Random } from '../../kernel/random.ts'
import { DAY_MS } from '../../kernel/time-units.ts'
import { weighted } from '../chance.ts'

/** A program on a system, as a person has it; its version moves with time. */
export interface AgentKind {
  readonly id: string
  readonly phone: boolean
  readonly weight: number
  /** The line that is sent by the version that was current at `timeMs`. */
  readonly line: (timeMs: number) => string
}

/** Chrome 131 came on 12 November 2024, and one every four weeks since (chromiumdash.appspot.com/schedule). */
const chromeAt = (timeMs: number): number => 131 + Math.floor((timeMs - Date.UTC(2024, 10, 12)) / (28 * DAY_MS))
/** Firefox 132 on 29 October 2024, every four weeks. */
const firefoxAt = (timeMs: number): number => 132 + Math.floor((timeMs - Date.UTC(2024, 9, 29)) / (28 * DAY_MS))
/** Safari 26.0 on 15 September 2025, a point every seven weeks or so, a major each September. */
const safariAt = (timeMs: number): string => {
  const years = Math.floor((timeMs - Date.UTC(2025, 8, 15)) / (365 * DAY_MS))
  const within = timeMs - Date.UTC(2025 + years, 8, 15)
  return `${26 + years}.${Math.max(0, Math.floor(within / (49 * DAY_MS)))}`
}

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT}`
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`
const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT}`

/** Shares of a Japanese consumer service, from the order of magnitude of public statistics (statcounter, Japan): estimates. */
export const AGENTS: readonly AgentKind[] = [
  { id: 'iphone-safari', phone: true, weight: 36, line: (t) => `${IPHONE} Version/${safariAt(t)} Mobile/15E148 Safari/604.1` },
  { id: 'android-chrome', phone: true, weight: 20, line: (t) => `${ANDROID} Chrome/${chromeAt(t)}.0.0.0 Mobile Safari/537.36` },
  { id: 'windows-chrome', phone: false, weight: 17, line: (t) => `${WINDOWS} Chrome/${chromeAt(t)}.0.0.0 Safari/537.36` },
  {
    id: 'windows-edge',
    phone: false,
    weight: 8,
    line: (t) => `${WINDOWS} Chrome/${chromeAt(t)}.0.0.0 Safari/537.36 Edg/${chromeAt(t)}.0.0.0`,
  },
  {
    id: 'iphone-app',
    phone: true,
    weight: 6,
    line: (t) => `ExampleShop/7.${Math.floor((t - Date.UTC(2025, 0, 1)) / (21 * DAY_MS))}.0 (iPhone; iOS 18.6; Scale/3.00)`,
  },
  {
    id: 'android-app',
    phone: true,
    weight: 4,
    line: (t) => `ExampleShop/7.${Math.floor((t - Date.UTC(2025, 0, 1)) / (21 * DAY_MS))}.0 (Android 15) okhttp/4.12.0`,
  },
  {
    id: 'mac-safari',
    phone: false,
    weight: 3,
    line: (t) =>
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${safariAt(t)} Safari/605.1.15`,
  },
  { id: 'mac-chrome', phone: false, weight: 3, line: (t) => `${MAC} Chrome/${chromeAt(t)}.0.0.0 Safari/537.36` },
  {
    id: 'windows-firefox',
    phone: false,
    weight: 2,
    line: (t) => `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${firefoxAt(t)}.0) Gecko/20100101 Firefox/${firefoxAt(t)}.0`,
  },
  {
    id: 'iphone-line',
    phone: true,
    weight: 2,
    line: (t) => `${IPHONE} Mobile/15E148 Safari Line/${15 + Math.floor((t - Date.UTC(2025, 0, 1)) / (365 * DAY_MS))}.0.1`,
  },
  {
    id: 'android-samsung',
    phone: true,
    weight: 1,
    line: (t) =>
      `${ANDROID} SamsungBrowser/${28 + Math.floor((t - Date.UTC(2025, 3, 1)) / (150 * DAY_MS))}.0 Chrome/${chromeAt(t) - 6}.0.0.0 Mobile Safari/537.36`,
  },
  { id: 'iphone-chrome', phone: true, weight: 1, line: (t) => `${IPHONE} CriOS/${chromeAt(t)}.0.0.0 Mobile/15E148 Safari/604.1` },
]

const PHONES = AGENTS.filter(({ phone }) => phone)
const DESKTOPS = AGENTS.filter(({ phone }) => !phone)

export const drawAgent = (random: Random, phone?: boolean): AgentKind => {
  if (phone === undefined) return weighted(random, AGENTS)
  return weighted(random, phone ? PHONES : DESKTOPS)
}

/** Programs that log in for people or watch the site: budget apps, terminals, monitors, and some attackers. */
export const PROGRAMS = {
  python: 'python-requests/2.32.3',
  okhttp: 'okhttp/4.12.0',
  java: 'Apache-HttpClient/5.3.1 (Java/21.0.4)',
  go: 'Go-http-client/2.0',
  curl: 'curl/8.9.1',
} as const
