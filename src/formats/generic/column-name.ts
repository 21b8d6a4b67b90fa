/** A column name without signs: `Login Timestamp`, `login_timestamp`, `loginTimestamp` and `@timestamp` lose what differs. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** `日時(UTC)`, `ログイン日時（JST）`: the zone that stands behind a column's name. */
const ZONE_BEHIND = /^(?<name>.+?)\s*[([](?<zone>utc|gmt|jst|日本時間)[)\]]$/iu

const ZONES: Readonly<Record<string, string>> = { utc: 'UTC', gmt: 'UTC', jst: '+09:00', 日本時間: '+09:00' }

/** A column's name without the zone behind it, and that zone. */
export const splitZone = (name: string): { readonly name: string; readonly zone: string | undefined } => {
  const { name: bare, zone } = ZONE_BEHIND.exec(name.normalize('NFKC').trim())?.groups ?? {}
  return bare === undefined || zone === undefined ? { name, zone: undefined } : { name: bare, zone: ZONES[zone.toLowerCase()] }
}
