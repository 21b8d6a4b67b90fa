import { folded } from '../kernel/folded.ts'

/** What something in a case is called. */
interface Called {
  readonly account: string
  readonly names: readonly string[]
}

/** By id or name, each asked for once: exact spelling first; only where nothing is called so, whatever differs in case or width. */
export const findEntries = <Entry extends Called>(
  entries: Iterable<Entry>,
  wanted: readonly string[],
): ReadonlyMap<string, readonly Entry[]> => {
  const all = [...entries]
  const index = (key: (text: string) => string): Map<string, Entry[]> => {
    const asked = new Set(wanted.map(key))
    const found = new Map<string, Entry[]>()
    for (const entry of all) {
      for (const text of new Set([entry.account, ...entry.names].map(key))) {
        if (!asked.has(text)) continue
        const known = found.get(text)
        if (known === undefined) found.set(text, [entry])
        else known.push(entry)
      }
    }
    return found
  }
  const exact = index((text) => text)
  const loose = index(folded)
  return new Map(wanted.map((text) => [text, exact.get(text) ?? loose.get(folded(text)) ?? []]))
}
