/** How a slot is read: by number where values repeat, as a time, as a hash; the id of a record, and what is its id only where that is missing. */
export type SlotMode = 'repeating' | 'time' | 'hashed' | 'id' | 'other-id'

/**
 * Lines that the scanner cuts by itself: a head and a body behind it, up to the end of the line. Literal text, and in braces what
 * varies: `{name:kind}`, `{:kind}` where nobody asks for it, `{name=_one/_other}` for two of them joined by a stroke, of which only
 * the hash is known; names that begin with `_` are for that and nothing else.
 */
export interface LinePlan {
  /** Text without which a log has no such lines. */
  readonly sign: string
  readonly heads: readonly string[]
  /** First that fits wins. `values` are those that the line has without writing them. */
  readonly bodies: readonly { readonly line: string; readonly values: Readonly<Record<string, string>> }[]
  /** Of the names that are not read by number. */
  readonly modes: ReadonlyMap<string, SlotMode>
}
