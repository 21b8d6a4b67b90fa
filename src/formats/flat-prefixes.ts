const SEVERAL = 3

/** Where names are values (addresses of pages, ids), every one of them may begin in its own way. */
const MOST_PREFIXES = 16

/**
 * What names may have in front besides (`jsonPayload.`, `_source.`): each beginning that several have in common, and none.
 * Shortest first.
 */
export const prefixesOf = (names: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const name of names) {
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      const prefix = name.slice(0, dot + 1)
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
    }
  }
  const common = [...counts]
    .filter(([, count]) => count >= SEVERAL)
    .toSorted(([one, ones], [other, others]) => others - ones || one.length - other.length)
    .slice(0, MOST_PREFIXES)
  return ['', ...common.map(([prefix]) => prefix)].toSorted((one, other) => one.length - other.length)
}
