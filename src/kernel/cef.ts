/** A name, and what lies between it and the next: a sign of equality inside a value is written `\=`. */
const NAME = /(?:^|\s)([A-Za-z][\w.]*)=/g

/** A value as it is meant. */
export const cefValue = (value: string): string =>
  value.trim().replace(/\\([=\\|rn])/g, (_all, sign: string) => (sign === 'n' || sign === 'r' ? ' ' : sign))

let lastText: string | undefined
let lastPairs: ReadonlyMap<string, string> | undefined

const parse = (text: string): ReadonlyMap<string, string> | undefined => {
  const names = [...text.matchAll(NAME)]
  const pairs = new Map<string, string>()
  for (const [at, match] of names.entries()) {
    const key = match[1] as string
    if (pairs.has(key)) return undefined
    pairs.set(key, cefValue(text.slice(match.index + match[0].length, names[at + 1]?.index)))
  }
  return pairs
}

/**
 * The extension of a line in ArcSight's Common Event Format; undefined where a name stands twice: a value could otherwise say what
 * another one is. Fields of a record ask in turn, so the last answer is kept.
 */
export const cefExtension = (text: string): ReadonlyMap<string, string> | undefined => {
  if (text !== lastText) {
    lastPairs = parse(text)
    lastText = text
  }
  return lastPairs
}
