import { formats } from '../../src/formats/registry.ts'
import { formatTitle } from '../../src/i18n/catalogue/format-titles.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { reports } from '../../src/reports/registry.ts'
import { rules } from '../../src/rules/registry.ts'

/** Ids that people type: formats, shapes, rules, outputs, providers; and the providers' own names of what proves a step. */
const IDS = [
  ...formats.flatMap((format) => [format.id, formatTitle(format, 'ja'), ...format.shapes.flatMap(({ name, kind }) => [name, kind])]),
  ...rules.map(({ id }) => id),
  ...reports.keys(),
  ...providers.flatMap(({ id, acts }) => [
    id,
    ...Object.values(acts).flatMap((commands) => commands.flatMap(({ proof }) => proof?.codes ?? [])),
  ]),
]

/** Names of products, programs and protocols, and what Japanese responders write in Latin letters. */
const TERMS = `
  Ashiato ashiato ID IP IPv AS ASN API CSV JSON NDJSON YAML HTML HTTP BOM URL UTC JST CSIRT CS EU SHA SMS VPN CDN MFA OAuth FIDO CAPTCHA CIDR
  TLP AMBER OK A B C Web ATT CK MaxMind City Country Enterprise JavaScript export define format rule provider formats rules providers Parquet
  IANA CM km Wi Fi Panther okhttp CFNetwork entity
  Okta Verify Classic Engine Auth Keycloak Entra Exchange Microsoft Google Workspace AWS Cognito AD
  Linux Windows macOS iOS Android Chrome Safari Firefox Edge curl python requests SSH usermod cron at systemd passwd sudo
`
/** Values that people type, and short options. */
const VALUES = `
  exact actions roles passwords challenge simulate draft CASE
  en ja auto info low medium high critical compromised suspected targeted undetermined pending confirmed cleared timeline accounts account decision
  pacific jp appi telecom eu gdpr uk us ca e s OS Universal Logout Threat Protection
  tenant why bash zsh fish f c q t o h V only skip rules takeover campaign novelty insider global
`
/** Fields, methods and states of a provider that a note on its commands names. */
const PROVIDER_TERMS = `
  PATCH GET POST DELETE blocked userAgent Cookie Link next externalSessionId userId UPN userPrincipalName emailMethods
  microsoftAuthenticatorMethods softwareOathMethods RECOVERY deactivate flags interval timeout inet filter AuthorizedKeysFile AuthorizedKeysCommand
  YYYY MM DD ACL Attack Adaptive BlockedIpZone identities Remove RecipientPermission atq atrm loginctl
`

const words = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.match(/[A-Za-z]+/g) ?? [])

const ALLOWED = new Set(words([...IDS, TERMS, VALUES, PROVIDER_TERMS]))

/** What stands there to be typed or to be compared with a log: commands, code, addresses, paths, options, names with a mark inside. */
const withoutCode = (text: string): string =>
  text
    .replace(/^ *```[\s\S]*?^ *```/gm, '')
    .replace(/^\s*(?:□ |- )?\$ .*$/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(/"[^"\n]*"/g, '')
    .replace(/https?:\S+/g, '')
    .replace(/--[a-z][\w-]*(?:[ =][A-Za-z][\w,.:/-]*)?/g, '')
    .replace(/[\w~*+-]*[\w)\]][./:@=_#\\]+[\w*{}./:@=_#\\+-]+/g, '')
    .replace(/\b[A-Z]+(?:_[A-Z]+)+\b|\b[a-z]+(?:-[a-z]+)+\b/g, '')
    // A list of what may be typed.
    .replace(/^ *(?:指定できる値|使えるキー): .*$/gm, '')
    .replace(/[A-Za-z]*\d[\w-]*/g, '')

/** English words of a Japanese text: every run of Latin letters that is neither an id nor a term of somebody else's. */
export const latinWords = (text: string, own: Iterable<string> = []): readonly string[] => {
  const names = [...own].filter((name) => name.length > 2)
  // A narrow column breaks a name into its words.
  const parts = new Set(words(names))
  let rest = text
  for (const name of names) rest = rest.replace(new RegExp(`(?<!\\w)${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'g'), '')
  return (withoutCode(rest).match(/[A-Za-z]+/g) ?? []).filter((word) => !ALLOWED.has(word) && !parts.has(word))
}
