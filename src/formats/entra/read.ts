import type { Computed, Path } from '../define-format.ts'

/** Written where there is no user behind a record. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** First of the paths that holds an id which is somebody's. */
export const realId = (...from: readonly Path[]): Computed => ({
  from,
  to: (...ids) => ids.find((id) => id !== undefined && id !== NOBODY),
})

/** The portal writes "None" (なし) for nothing, scripts and databases "NULL" and "-". */
export const isTold = (value: string | undefined): value is string => value !== undefined && !/^(?:none|null|なし|-|)$/i.test(value.trim())

/** The first text that is there; for classifiers, which take one value per entry. */
export const firstOf = (...from: readonly Path[]): Computed => ({ from, to: (...values) => values.find(isTold) })

/** ISO 3166 code or nothing: some exports write the country's name, which must not look like a second country. */
export const countryCode = (path: Path): Computed => ({
  from: [path],
  to: (country) => (country !== undefined && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined),
})

/** Risk at sign-in, otherwise the user's; `hidden` only says that the tenant has no licence to see it. */
export const riskLevel = (...from: readonly Path[]): Computed => ({
  from,
  to: (...levels) => levels.find((level) => level !== undefined && !/^(?:none|hidden|-)$/i.test(level))?.toLowerCase(),
})

/** The agent as sent; where the export has none (Graph v1.0), the browser and system that Entra read out of it. */
export const agentOr = (agent: Path, browser: Path, system: Path): Computed => ({
  from: [agent, browser, system],
  to: (sent, family, os) => {
    if (sent !== undefined) return sent
    return family !== undefined && os !== undefined ? `${family} (${os})` : family
  },
})

/**
 * Clients that cannot do modern authentication, and so no second factor, as the sign-in log names them:
 * https://learn.microsoft.com/entra/identity/conditional-access/policy-block-legacy-authentication
 */
const LEGACY_CLIENTS: ReadonlySet<string> = new Set([
  'authenticated smtp',
  'autodiscover',
  'exchange activesync',
  'exchange online powershell',
  'exchange web services',
  'imap',
  'imap4',
  'mapi over http',
  'offline address book',
  'other clients',
  'outlook anywhere (rpc over http)',
  'pop',
  'pop3',
  'reporting web services',
  'smtp',
  'universal outlook',
])

/** Agents that Exchange itself writes when it trades a plain password for a token. */
const LEGACY_AGENTS = /^(?:BAV2ROPC|CBAinPROD|CBAinTAR)/

/** `legacy:<client>`, or how the token was asked for (`deviceCode`, `ropc`, `oAuth2` …). */
export const protocolOf = (client: Path, protocol: Path, agent: Path): Computed => ({
  from: [client, protocol, agent],
  to: (app, asked, sent) => {
    const name = app?.trim()
    if (name !== undefined && LEGACY_CLIENTS.has(name.toLowerCase().replace(/;.*$/, ''))) return `legacy:${name}`
    const legacy = sent === undefined ? null : LEGACY_AGENTS.exec(sent)
    if (legacy !== null) return `legacy:${legacy[0]}`
    if (asked === undefined || /^none$/i.test(asked)) return undefined
    if (/^device ?code$/i.test(asked)) return 'deviceCode'
    return /^ropc$/i.test(asked) ? 'ropc' : asked
  },
})
