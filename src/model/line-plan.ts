/** How a slot is read: by number where values repeat, as a time, as a hash; the id of a record, and what is its id only where that is missing. */
export type SlotMode = 'repeating' | 'time' | 'hashed' | 'id' | 'other-id'

/** Pairs of a name and a value. */
export interface PairsPlan {
  /** Those that are asked for, none of which stands before them. A line that has one of them twice, or among them another name of the plan, is left alone. */
  readonly names: readonly string[]
  /** Runs that names (which begin with a letter) and values are, those in quotes and those without; where one is missing no value is written so. */
  readonly name: string
  readonly quoted?: string | undefined
  readonly bare?: string | undefined
  /** Value that stands for none. */
  readonly nothing?: string
  /** What stands before a name, behind it up to the value, and between two pairs. */
  readonly before: string
  readonly after: string
  readonly between: string
}

/** As many letters of a class of ASCII (what stands between the brackets of a regular expression) as are there, within these bounds. */
export interface Run {
  readonly letters: string
  readonly least: number
  readonly most: number
}

/** How lines begin, and how they may go on behind any of these beginnings. */
export interface LineSection {
  readonly heads: readonly string[]
  /** First that fits wins. `values` are those that the line has without writing them. */
  readonly bodies: readonly { readonly line: string; readonly values: Readonly<Record<string, string>> }[]
}

/**
 * Lines that the scanner cuts by itself: a head and a body behind it, up to the end of the line. Literal text (`{{` for a brace), and in
 * braces what varies: `{name:kind}`, `{:kind}` where nobody asks for it, `{?text}` where this text comes next, `{!text}` where it does not,
 * `{=name}` for the same text again, `{:NAME}` of the plan's pairs for pairs in any order, `{name=_one/_other}` for two joined by a stroke,
 * of which only the hash is known; names that begin with `_` are for that and nothing else. What stands between `{(}` and `{)}` may be
 * missing; it is taken where it fits, whatever follows. A run gives back what the text behind it needs, but nothing for an optional part.
 */
export interface LinePlan extends LineSection {
  /** Texts of which a log with such lines has one. */
  readonly signs: readonly string[]
  /** Other beginnings, which have bodies of their own. */
  readonly others?: readonly LineSection[]
  /** Of the names that are not read by number. */
  readonly modes: ReadonlyMap<string, SlotMode>
  /** Kinds of its own (input/line-kinds.ts has those of all). */
  readonly runs?: Readonly<Record<string, Run>>
  readonly pairs?: Readonly<Record<string, PairsPlan>>
}

/** Value of `pattern` for a line that fits none of the shape's. */
export const NO_PATTERN = 'none'

/** `name=value name="va lue"` */
export const logfmt = { name: 'name', quoted: 'quotedOrNothing', bare: 'wordOrNothing', before: '', after: '=', between: ' ' } as const
