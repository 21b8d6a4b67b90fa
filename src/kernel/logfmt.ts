const PAIR = /([^\s="]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g

/** Go quotes with JSON's escapes and a few of its own (`\x1b`); text that JSON does not read stays as it was written. */
const unquote = (inside: string): string => {
  if (!inside.includes('\\')) return inside
  try {
    return String(JSON.parse(`"${inside}"`))
  } catch {
    return inside
  }
}

let lastLine: string | undefined
let lastPairs: ReadonlyMap<string, string> = new Map()

const parse = (line: string): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>()
  for (const [, key = '', quoted, bare = ''] of line.matchAll(PAIR)) {
    if (!pairs.has(key)) pairs.set(key, quoted === undefined ? bare : unquote(quoted))
  }
  return pairs
}

/** The `key=value key="va lue"` pairs of a line; of equal keys the first. Fields of a record ask in turn, so the last answer is kept. */
export const logfmtPairs = (line: string): ReadonlyMap<string, string> => {
  if (line !== lastLine) {
    lastPairs = parse(line)
    lastLine = line
  }
  return lastPairs
}
