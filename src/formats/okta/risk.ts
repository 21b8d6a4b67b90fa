type Value = string | undefined

const LEVEL = /(?:\blevel=|"level":\s?")(LOW|MEDIUM|HIGH)\b/
/** `{New Device=POSITIVE, …}` or `{"New Device":"POSITIVE", …}`. */
const POSITIVE = /([A-Z][A-Za-z -]{1,30})"?\s?[=:]\s?"?POSITIVE/g

/** Texts of Okta's own making; longer ones are not. */
const LONGEST = 2_000

/**
 * Okta's judgement as one line: the risk level, then what was new about the login, e.g. `HIGH: New Device, New IP`;
 * undefined when Okta said nothing. `logOnly` is `logOnlySecurityData`, the same facts as JSON.
 */
export const riskOf = (risk: Value, behaviors: Value, logOnly: Value, threatSuspected: Value): Value => {
  const texts = [risk, behaviors, logOnly].map((text) => (text ?? '').slice(0, LONGEST))
  const level = texts.map((text) => LEVEL.exec(text)?.[1]).find((found) => found !== undefined)
  const unusual = [...new Set([...`${texts[1]}\n${texts[2]}`.matchAll(POSITIVE)].map((match) => match[1] ?? ''))]
  const facts = [...unusual, ...(threatSuspected === 'true' ? ['threat suspected'] : [])]
  if (level === undefined && facts.length === 0) return undefined
  return facts.length === 0 ? level : `${level ?? 'UNRATED'}: ${facts.join(', ')}`
}
