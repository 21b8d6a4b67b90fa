import { isAscii, isUtf8 } from 'node:buffer'
import type { InputNote } from '../model/record.ts'

/** What `charset` may be asked to be; UTF-8 and UTF-16 with a byte order mark are always recognised. */
const CHARSETS = ['auto', 'utf-8', 'cp932', 'euc-jp', 'windows-1252'] as const
export type Charset = (typeof CHARSETS)[number]

type Japanese = 'cp932' | 'euc-jp'
const JAPANESE: readonly Japanese[] = ['cp932', 'euc-jp']
/** The encoding standard's `shift_jis` is CP932 with its extensions. */
const LABELS: Readonly<Record<Japanese, string>> = { cp932: 'shift_jis', 'euc-jp': 'euc-jp' }

/** Turns stretches of raw bytes into text, record by record. */
export interface TextDecoding {
  /** Looks at bytes that are about to be decoded: pure ASCII takes the fast way. */
  readonly prepare: (bytes: Buffer) => void
  readonly decode: (bytes: Buffer, from: number, to: number) => string
  /** Are the bytes prepared last ASCII? */
  readonly isPure: () => boolean
  /** Would `decode` read these bytes as UTF-8? */
  readonly isUtf8: (bytes: Buffer, from: number, to: number) => boolean
  readonly notes: () => readonly InputNote[]
}

const strictDecoder = (label: string): ((bytes: Uint8Array) => string | undefined) => {
  const decoder = new TextDecoder(label, { fatal: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return undefined
    }
  }
}

// Two Japanese characters in a row: accented Latin letters read as CP932 or EUC-JP hardly ever give that.
const RUN = /[\u3041-\u30ff\u3400-\u9fff々]{2}/
const WIDE = /[\u3041-\u30ff\u3400-\u9fff々]/g
const HALF_WIDTH = /[\uff61-\uff9f]/g

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** How clearly text reads as Japanese; EUC-JP taken for CP932 gives rows of half-width katakana. 0: not at all. */
const japaneseScore = (text: string): number => (RUN.test(text) ? Math.max(0, countOf(text, WIDE) - 2 * countOf(text, HALF_WIDTH)) : 0)

/** Votes that make a charset the input's own, so that a record with a single character is read in it too. */
const ENOUGH_VOTES = 3

/** As clear as the names of a few columns: nobody who logs in writes those, so they speak for the whole input. */
const CLEAR_HEADER = 6

interface Guesser {
  readonly guess: (bytes: Buffer) => { readonly charset: Japanese; readonly text: string } | undefined
  /** Guesses the first line of the input, which may be its header. */
  readonly guessHeader: (bytes: Buffer) => void
}

const createGuesser = (): Guesser => {
  const decoders = JAPANESE.map((charset) => ({ charset, decode: strictDecoder(LABELS[charset]) }))
  const votes: Record<Japanese, number> = { cp932: 0, 'euc-jp': 0 }
  const readingsOf = (bytes: Buffer): readonly { readonly charset: Japanese; readonly text: string; readonly score: number }[] =>
    decoders
      .map(({ charset, decode }) => ({ charset, text: decode(bytes) }))
      .flatMap(({ charset, text }) => (text === undefined ? [] : [{ charset, text, score: japaneseScore(text) }]))
      .sort((a, b) => b.score - a.score)
  return {
    guessHeader: (bytes) => {
      const best = readingsOf(bytes)[0]
      if (best !== undefined && best.score > 0) votes[best.charset] += best.score >= CLEAR_HEADER ? ENOUGH_VOTES : 1
    },
    guess: (bytes) => {
      const readings = readingsOf(bytes)
      const best = readings[0]
      if (best !== undefined && best.score > 0) {
        votes[best.charset]++
        return best
      }
      const usual = votes.cp932 >= votes['euc-jp'] ? 'cp932' : 'euc-jp'
      return votes[usual] >= ENOUGH_VOTES ? readings.find(({ charset }) => charset === usual) : undefined
    },
  }
}

const NEWLINE = 10

/** The non-UTF-8 lines of a head vote before the first record is read. */
const voteOn = (head: Buffer, guesser: Guesser): void => {
  for (let from = 0; from < head.length;) {
    const found = head.indexOf(NEWLINE, from)
    const to = found < 0 ? head.length : found
    const line = head.subarray(from, to)
    if (!isUtf8(line)) (from === 0 ? guesser.guessHeader : guesser.guess)(line)
    from = to + 1
  }
}

/**
 * Decoding for one input. UTF-8 wherever a record is valid UTF-8; otherwise CP932 or EUC-JP where the record is valid in
 * it and it was asked for, or reads clearly as Japanese, or the input's other records do; otherwise windows-1252 for
 * that record only, so that one hostile byte cannot flip a file.
 */
export const createDecoding = (charset: Charset, head: Buffer): TextDecoding => {
  const guesser = createGuesser()
  if (charset === 'auto' && !isUtf8(head)) voteOn(head, guesser)
  const asked = charset === 'cp932' || charset === 'euc-jp' ? { charset, decode: strictDecoder(LABELS[charset]) } : undefined
  const latin = new TextDecoder('windows-1252')
  const counts = new Map<string, number>()
  let pure = false

  const count = (id: string): void => {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const legacy = (bytes: Buffer): string => {
    if (asked !== undefined) {
      const text = asked.decode(bytes)
      if (text !== undefined) return text
    }
    const guessed = charset === 'auto' ? guesser.guess(bytes) : undefined
    count(guessed?.charset ?? 'windows-1252')
    return guessed?.text ?? latin.decode(bytes)
  }
  const decode = (bytes: Buffer, from: number, to: number): string => {
    if (pure) return bytes.toString('latin1', from, to)
    const part = bytes.subarray(from, to)
    if (charset !== 'auto' && charset !== 'utf-8') return isAscii(part) ? part.toString('latin1') : legacy(part)
    return isUtf8(part) ? part.toString('utf8') : legacy(part)
  }
  const notes = (): readonly InputNote[] =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, records]) =>
        id === 'windows-1252' && charset !== 'windows-1252'
          ? { id: 'charset-mixed', level: 'warning', data: { charset: id, records } }
          : { id: 'charset-assumed', level: 'info', data: { charset: id, records } },
      )
  return {
    prepare: (bytes) => {
      pure = isAscii(bytes)
    },
    decode,
    isPure: () => pure,
    isUtf8: (bytes, from, to) => (charset === 'auto' || charset === 'utf-8') && isUtf8(bytes.subarray(from, to)),
    notes,
  }
}
