/** At these numbers of records the vendors' APIs and consoles cut an export off: page sizes and row limits of their documentation. */
const LIMITS_OF: Readonly<Record<string, readonly number[]>> = {
  auth0: [50, 100, 1000],
  okta: [100, 1000],
  keycloak: [100],
  entra: [1000, 100_000, 250_000],
  m365: [100, 5000, 50_000],
  'google-workspace': [1000],
  cloudtrail: [50],
  cognito: [60],
}
/** Round limits that unknown systems have as well. */
const COMMON = [1000, 5000, 10_000, 50_000, 100_000]

/** The number of records, when it is exactly one at which exports of this format are cut off. */
export const pageLimit = (format: string | null, records: number): number | undefined => {
  const limits = (format === null ? undefined : LIMITS_OF[format]) ?? (format === 'sshd' ? [] : COMMON)
  return limits.includes(records) ? records : undefined
}
