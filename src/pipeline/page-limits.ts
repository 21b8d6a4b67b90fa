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
/** Round limits that unknown systems have as well, and the most rows of a worksheet, with a line of names above them (.xls, .xlsx). */
const COMMON = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 65_535, 100_000, 1_000_000, 1_048_575]
/** What collectors' searches hand out, whoever wrote the log: Elasticsearch's index.max_result_window, Splunk's maxresultrows (limits.conf). */
const SEARCHES = [10_000, 50_000]
/** Files of the system itself, which end nowhere. */
const UNLIMITED: ReadonlySet<string | null> = new Set(['sshd', 'last', 'access-log'])

/** The number of records, when it is exactly one at which exports of this format are cut off. */
export const pageLimit = (format: string | null, records: number): number | undefined => {
  if (UNLIMITED.has(format)) return undefined
  const own = LIMITS_OF[format ?? '']
  const limits = own === undefined ? COMMON : [...own, ...SEARCHES]
  return limits.includes(records) ? records : undefined
}
