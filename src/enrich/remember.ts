/** As many distinct values as are kept; beyond that the lookup is called again, which costs time but never changes a result. */
const CAP = 65_536

/** A pure lookup that is called once per distinct value, for the first 65,536 of them. */
export const remember = <T>(lookup: (value: string) => T): ((value: string) => T) => {
  const known = new Map<string, { readonly found: T }>()
  return (value) => {
    const before = known.get(value)
    if (before) return before.found
    const found = lookup(value)
    if (known.size < CAP) known.set(value, { found })
    return found
  }
}
