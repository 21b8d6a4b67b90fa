/**
 * Where things lie in the scanner's memory. Every region has room for the most it may hold: pages that are never touched
 * cost nothing, and nothing ever moves while another thread looks at it. src/input/scan-memory.ts names the same places.
 */

/** Goes up with every change of what crosses between here and src/input: a module of another build would misread in silence. */
export const LAYOUT: u32 = 8

/** By slot: the record that filled it last, how it is read, the value met last, values seen and seen for the first time. */
export const MOST_SLOTS: u32 = 4096
export const STAMPS: usize = 1 << 16
export const MODES: usize = STAMPS + 4 * MOST_SLOTS
export const LASTS: usize = MODES + MOST_SLOTS
export const SEEN: usize = LASTS + 4 * MOST_SLOTS
export const MISSED: usize = SEEN + 4 * MOST_SLOTS

/** Values of the records at hand whose numbers are asked for together. */
export const ASKED: usize = MISSED + 4 * MOST_SLOTS
export const ASKED_SIZE: usize = 32
export const MOST_ASKED: usize = 256

/** What is to be known of the table or the lines at hand; by slot, where its text was captured; room to join two texts, and to leave out of a list what nobody wants. */
export const TABLE: usize = 9 << 14
export const CAPTURES: usize = TABLE + (5 << 14)
export const JOINED: usize = CAPTURES + (1 << 14)

export const CONDENSED: usize = JOINED
export const CONDENSED_BYTES: usize = 1 << 10

/** Keys and places of the wanted values. */
export const TREE: usize = 1 << 18
export const TREE_END: usize = 8 << 20

/** Values that repeat, by number: begin (the next one's begin is the end) and above it the kind; the hash table; their bytes. */
export const STARTS: usize = 8 << 20
export const START_BITS: u32 = 27
export const START_MASK: u32 = (1 << START_BITS) - 1
export const CELLS: usize = 44 << 20
export const MOST_CELLS: u32 = 1 << 23
export const ARENA: usize = 76 << 20
export const ARENA_BYTES: u32 = 128 << 20
/** Beyond half of the cells searching takes longer, beyond four fifths too long. */
export const MOST_VALUES: u32 = 6_500_000

/** Segments follow: each holds a stretch of the log and what was read out of it. */
export const SEGMENTS: usize = 204 << 20

/** Behind the bytes of a segment: sixteen at a time are looked at, also at the end. */
export const SLACK: usize = 64
export const SEGMENT_BYTES: usize = 1 << 20
export const RECORDS: usize = 1 << 13
export const PAIRS: usize = 1 << 17
export const SPANS: usize = 1 << 16

export const RECORD_SIZE: usize = 16
export const PAIR_SIZE: usize = 8
export const SPAN_SIZE: usize = 32

export const RECORDS_AT: usize = SEGMENT_BYTES + SLACK
export const PAIRS_AT: usize = RECORDS_AT + RECORDS * RECORD_SIZE
export const SPANS_AT: usize = PAIRS_AT + PAIRS * PAIR_SIZE
export const SEGMENT_SIZE: usize = SPANS_AT + SPANS * SPAN_SIZE
