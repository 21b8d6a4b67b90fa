const TIME = '(?<time>\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[.,]\\d{1,9}(?:Z|[+-]\\d\\d:?\\d\\d)?)'
/** Some sites send the console through syslog, which puts its own head before CAS's. */
const SYSLOG = '(?:(?:<\\d{1,3}>)?[A-Z\\d][\\w:.+ -]{8,40} [\\w.:-]{1,255} cas(?:\\[\\d{1,10}\\])?: )?'
const HEAD = `^${SYSLOG}${TIME} +[A-Z]{4,5} +\\[org\\.(?:apereo|jasig)\\.inspektr\\.audit\\.support\\.Slf4jLoggingAuditTrailManager\\] (?:\\([^)]{0,80}\\) )?- <?`
const ADDRESS = '[0-9A-Fa-f:.%]{2,60}'
/**
 * Names are typed by strangers and may hold the separator, which would move an address, or the result, into another's place.
 * So a value with a separator in it fits no pattern but the last, and is refused rather than read: supplied credentials must
 * end in their bracket, the addresses must be addresses, and at most two fields (agent, place) follow them.
 */
const WHAT = '(?!Supplied credentials: \\[[^|]*[^|\\]]\\|)(?<what>[^|]*)'

/** `when|application|what|ACTION|who|client|server`, the compact form of the audit log (`cas.audit.slf4j.use-single-line`). */
const SINGLE = new RegExp(
  `${HEAD}[^|]{10,60}\\|[^|]{1,60}\\|${WHAT}\\|(?<action>[A-Z0-9_]{3,80})\\|(?<who>[^|]*)\\|(?<client>${ADDRESS})\\|(?:${ADDRESS})?(?:\\|(?<agent>[^|]*))?(?:\\|[^|>]*)?>?$`,
)

/** By itself: a block that was cut as one record is another shape's. Inspektr rules off a block with 61 signs of equality; other texts use lines of other lengths. */
const BLOCK_LINE = '(?:(?:WHO|WHAT|APPLICATION|WHEN|CLIENT IP ADDRESS|SERVER IP ADDRESS|USER AGENT|GEO LOCATION): [^\\n]*$|={61}$)'

/** What the rest of the server says of itself in the same file, `cas.log`; of logins it repeats what the audit says. */
const OTHER_LINE = `^${SYSLOG}${TIME.replace('?<time>', '?:')} +[A-Z]{4,5} +\\[org\\.(?:apereo|jasig)\\.(?!inspektr\\.audit\\.)[\\w.$]{1,200}\\] (?:\\([^)]{0,80}\\) )?- `

/** Every line of the audit log, also of its form over several lines, which cannot be read line by line. */
export const AUDIT_LINE = new RegExp(`${HEAD}(?!<?\\{)|^${BLOCK_LINE}|^ACTION: [A-Z0-9_]{3,80}$|${OTHER_LINE}`)

/** First that matches wins. */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  single: SINGLE,
  blockAction: /^ACTION: (?<action>[A-Z0-9_]{3,80})$/,
  block: new RegExp(`${HEAD}Audit trail record BEGIN|^(?:${BLOCK_LINE})`),
  doubtful: new RegExp(HEAD),
}

/** The same with each record as an object (`cas.audit.slf4j.audit-format=JSON`). */
export const JSON_LINE = new RegExp(`${HEAD}\\{`)
export const JSON_PATTERNS: Readonly<Record<string, RegExp>> = {
  json: new RegExp(`${HEAD}(?<json>\\{.*\\})>?$`),
  doubtful: new RegExp(HEAD),
}

/**
 * A record over several lines, whole. Every value is one line: what somebody typed cannot add a line of its own without
 * making the record one that fits nothing, which is refused.
 */
export const BLOCK = /^WHO: [^\n]*\n/
export const BLOCK_PATTERNS: Readonly<Record<string, RegExp>> = {
  record: new RegExp(
    `^${[
      'WHO: (?<who>[^\\r\\n]*)',
      'WHAT: (?<what>[^\\r\\n]*)',
      'ACTION: (?<action>[A-Z0-9_]{3,80})',
      'APPLICATION: [^\\r\\n]{1,60}',
      'WHEN: (?<time>[^\\r\\n]{10,60})',
      `CLIENT IP ADDRESS: (?<client>${ADDRESS})`,
      `SERVER IP ADDRESS: (?:${ADDRESS})?`,
      '(?:USER AGENT: (?<agent>[^\\r\\n]*)\\r?\\n)?(?:GEO LOCATION: [^\\r\\n]*\\r?\\n)?={61}',
    ].join('\\r?\\n')}$`,
  ),
  blockAction: /^/,
}
