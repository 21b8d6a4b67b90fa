import type { Agent } from '../../model/event.ts'
import type { DeviceClass } from '../../model/vocabulary.ts'
import { readApiForm } from './api-form.ts'
import { BROWSERS, type BrowserMark } from './browsers.ts'
import { PROGRAMS, type ProgramMark } from './programs.ts'
import { SYSTEMS, type SystemMark } from './systems.ts'

/** Real user agents stay below 500 characters; what stands behind is an attacker's and is not looked at. */
const LENGTH_CAP = 1024

const UNKNOWN: Agent = Object.freeze({ family: 'unknown', os: 'unknown', deviceClass: 'unknown', scripted: false })

/** A self-chosen product name that may stand as a family: short, and nothing that a terminal or a spreadsheet would act on. */
const PRODUCT_NAME = /^[A-Za-z][A-Za-z0-9 ._-]{1,38}$/

/** `bot`, `crawler`, `spider` as the end of a name: `ExampleBot/1.0`. Whatever says so of itself is believed. */
const SAYS_BOT = /(?:bot|crawler|spider)(?:[^a-z]|$)/

const systemOf = (lower: string): SystemMark | undefined => SYSTEMS.find(({ find }) => lower.includes(find))
const browserOf = (lower: string): BrowserMark | undefined => BROWSERS.find(({ find }) => lower.includes(find))

/** Android tablets say Android without Mobile (developer.chrome.com, user agent strings). */
const deviceOf = (system: SystemMark | undefined, lower: string): DeviceClass => {
  if (system?.os !== 'Android') return system?.device ?? 'unknown'
  if (lower.includes('tablet')) return 'tablet'
  return lower.startsWith('mozilla/') && !lower.includes('mobile') ? 'tablet' : 'mobile'
}

const toAgent = (mark: BrowserMark | ProgramMark | undefined, system: SystemMark | undefined, lower: string): Agent => {
  const scripted = mark?.scripted ?? SAYS_BOT.test(lower)
  return {
    family: mark?.family ?? 'unknown',
    os: system?.os ?? 'unknown',
    deviceClass: scripted ? 'bot' : deviceOf(system, lower),
    scripted,
  }
}

/** Text before the first slash, bracket or version: `AcmeShop` of `AcmeShop/3.2 (iPhone; iOS 17.1)`. */
const productOf = (text: string): string => {
  const end = text.search(/[/(;,]| v?\d/)
  return (end < 0 ? text : text.slice(0, end)).trim()
}

const programOf = (product: string, lower: string): ProgramMark | undefined => {
  const name = product.toLowerCase()
  if (name === 'python' && lower.includes('aiohttp')) return PROGRAMS.get('aiohttp')
  const known = PROGRAMS.get(name) ?? PROGRAMS.get(name.split(' ')[0] ?? '')
  if (known) return known
  return name.startsWith('apple-i') ? PROGRAMS.get('apple-iphone') : undefined
}

/** An app's own name: `AcmeShop/3.2 CFNetwork/1490 Darwin/23.2`. It is the app's choice, and only compared and shown. */
const ownName = (product: string, lower: string): ProgramMark | undefined =>
  PRODUCT_NAME.test(product) ? { family: product, scripted: SAYS_BOT.test(lower) } : undefined

const fromProgram = (text: string, lower: string): Agent => {
  const product = productOf(text)
  // Only the product's own name is compared with browsers: `AcmeShop/3.2 (Samsung …)` is not the browser of that maker.
  const mark = programOf(product, lower) ?? browserOf(`${product.toLowerCase()}/`) ?? ownName(product, lower)
  return toAgent(mark, systemOf(lower), lower)
}

const fromApiForm = (browser: string, system: string): Agent => {
  const lower = browser.toLowerCase()
  const mark = programOf(browser, lower) ?? browserOf(`${lower}/`) ?? (lower === 'other' ? undefined : ownName(browser, lower))
  const found = system.toLowerCase() === 'other' ? undefined : systemOf(` ${system.toLowerCase()} `)
  return toAgent(mark, found, `${lower} ${system.toLowerCase()}`)
}

/**
 * User agent → family, system, device class, and whether a program speaks. Versions never enter: half of all honest logins show a
 * version not seen before. Linear in the text's first 1,024 characters; never throws; `unknown` where nothing is recognised.
 */
export const classifyAgent = (userAgent: string): Agent => {
  const text = userAgent.slice(0, LENGTH_CAP).trim()
  if (text === '') return UNKNOWN
  const form = readApiForm(text)
  if (form) return fromApiForm(form.browser, form.system)
  const lower = text.toLowerCase()
  return lower.startsWith('mozilla/') ? toAgent(browserOf(lower), systemOf(lower), lower) : fromProgram(text, lower)
}
