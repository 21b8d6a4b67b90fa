/** A column name without signs: `Login Timestamp`, `login_timestamp`, `loginTimestamp` and `@timestamp` lose what differs. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** `日時(UTC)`, `ログイン日時（JST）`, `created_at_jst`: the zone that stands behind a column's name. */
const ZONE_BEHIND = /^(?<name>.+?)(?:\s*[([](?<zone>utc|gmt|jst|日本時間)[)\]]|[\s_-](?<last>utc|gmt|jst))$/iu

/** `ts_ms`, `created_at_epoch`: how its numbers are to be read, which they say themselves. */
const UNIT_BEHIND = /[\s_-](?:us|ms|ns|s|sec|seconds|micros|millis|epoch|unix|unixtime)$/i

const ZONES: Readonly<Record<string, string>> = { utc: 'UTC', gmt: 'UTC', jst: '+09:00', 日本時間: '+09:00' }

/** A column's name without the zone behind it, and that zone. */
export const splitZone = (name: string): { readonly name: string; readonly zone: string | undefined } => {
  const { name: bare, zone: enclosed, last } = ZONE_BEHIND.exec(name.normalize('NFKC').trim())?.groups ?? {}
  const zone = enclosed ?? last
  return bare === undefined || zone === undefined ? { name, zone: undefined } : { name: bare, zone: ZONES[zone.toLowerCase()] }
}

/** Claims of SAML and WS-Federation are named by addresses: http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress */
const CLAIM_BEFORE = /^https?:\/\/\S*\/claims\/(?=[\w-]+$)/i

/** A column's name without what stands before and behind it and is none of it. */
export const bareName = (name: string): string => splitZone(name).name.replace(CLAIM_BEFORE, '').replace(UNIT_BEHIND, '')
