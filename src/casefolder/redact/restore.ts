const WORDS = /[a-z]+-[0-9a-f]+/g

/**
 * What was redacted, with its originals back in place: the logs that are added to a redacted case speak of these. Text that was replaced
 * is looked at once, so that a name made to look like a pseudonym stays itself.
 */
export const restore = <Value>(value: Value, originals: ReadonlyMap<string, string>): Value => {
  const inner = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(WORDS, (word) => originals.get(word) ?? word)
    if (Array.isArray(part)) return part.map(inner)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, inner(member)]))
  }
  return inner(value) as Value
}
