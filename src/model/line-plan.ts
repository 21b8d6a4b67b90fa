/** How a slot is read: by number where values repeat, as a time, as a hash; the id of a record, and what is its id only where that is missing. */
export type SlotMode = 'repeating' | 'time' | 'hashed' | 'id' | 'other-id'

/** As many letters of a class of ASCII (what stands between the brackets of a regular expression) as are there, within these bounds. */
export interface Run {
  readonly letters: string
  readonly least: number
  readonly most: number
}

/**
 * Lines that the scanner cuts by itself: a head and a body behind it, up to the end of the line. Literal text, and in braces what
 * varies: `{name:kind}`, `{:kind}` where nobody asks for it, `{?text}` where this text comes next, `{=name}` for the same text again,
 * `{:pairs}` for ` name=value` in any order up to the end (of the last body), `{name=_one/_other}` for two joined by a stroke, of which only the hash is known; names that begin with `_`
 * are for that and nothing else. A run gives back what the text behind it needs.
 */
export interface LinePlan {
  /** Texts of which a log with such lines has one. */
  readonly signs: readonly string[]
  readonly heads: readonly string[]
  /** First that fits wins. `values` are those that the line has without writing them. */
  readonly bodies: readonly { readonly line: string; readonly values: Readonly<Record<string, string>> }[]
  /** Of the names that are not read by number. */
  readonly modes: ReadonlyMap<string, SlotMode>
  /** Kinds of its own (input/line-kinds.ts has those of all). */
  readonly runs?: Readonly<Record<string, Run>>
  /** Names of pairs that are asked for; is every value in quotes? A line that has one of them, or of the heads' names, twice is left alone. */
  readonly pairs?: { readonly names: readonly string[]; readonly quoted: boolean }
}
