/** Texts that are kept: those of a batch, and as many that came before. */
const MOST_KEPT = 1024
/** Of longer ones only the last: a hostile log could make each of them as long as a record may be. */
const LONGEST = 1 << 13

/**
 * A pure reading of texts that remembers what it read last. The fields of a record ask one after the other, and where records are asked by
 * the batch, one field after the other asks all of them: the same text comes again after a thousand others.
 */
export const recall = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
  let recent = new Map<string, Value>()
  let older: ReadonlyMap<string, Value> = recent
  let long: { readonly text: string; readonly value: Value } | undefined
  const keep = (text: string): Value => {
    const value = older.get(text) ?? read(text)
    if (recent.size >= MOST_KEPT) {
      older = recent
      recent = new Map()
    }
    recent.set(text, value)
    return value
  }
  return (text) => {
    if (text.length <= LONGEST) return recent.get(text) ?? keep(text)
    if (long?.text !== text) long = { text, value: read(text) }
    return long.value
  }
}
