import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { cutLog, type LogPieces } from './log-pieces.ts'

/** The same logs, exported another way. */
export interface LogVariant {
  readonly name: string
  /** The folder to hand to a run. */
  readonly folder: string
  /** How many files lie in it. */
  readonly files: number
}

const PARTS = 10

/** Fisher–Yates with a small linear generator: the same order in every run. */
const shuffled = <Item>(items: readonly Item[], seed: number): readonly Item[] => {
  const result = [...items]
  let state = seed
  for (let left = result.length - 1; left > 0; left -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = state % (left + 1)
    const [here, there] = [result[left] as Item, result[other] as Item]
    result[left] = there
    result[other] = here
  }
  return result
}

/** The record that each part begins with. */
export const cutPoints = (records: number): readonly number[] =>
  Array.from({ length: PARTS }, (_, part) => Math.floor((part * records) / PARTS))

const inParts = (records: readonly string[]): readonly (readonly string[])[] => {
  const starts = cutPoints(records.length)
  return starts.map((start, part) => records.slice(start, starts[part + 1] ?? records.length)).filter((part) => part.length > 0)
}

interface VariantFile {
  readonly variant: string
  readonly file: string
  readonly content: string | Uint8Array
}

/** Everything that is written for one log. */
const filesOf = (original: string, withDoubles: boolean): readonly VariantFile[] => {
  const { records, join: whole, joinBare }: LogPieces = cutLog(original, readFileSync(original, 'utf8'))
  const file = basename(original)
  const part = (number: number): string => `part-${String(number).padStart(2, '0')}-${file}`
  const split = (
    variant: string,
    some: readonly string[],
    text: (records: readonly string[], number: number) => string,
  ): readonly VariantFile[] => inParts(some).map((content, number) => ({ variant, file: part(number), content: text(content, number) }))
  return [
    { variant: 'newest-first', file, content: whole(records.toReversed()) },
    { variant: 'shuffled', file, content: whole(shuffled(records, 20_261_122)) },
    { variant: 'gzipped', file: `${file}.gz`, content: gzipSync(readFileSync(original)) },
    ...split('in-ten-files', records, whole),
    ...split('shuffled-in-ten-files', shuffled(records, 7), whole),
    ...(joinBare === undefined
      ? []
      : split('in-ten-files-one-header', records, (some, number) => (number === 0 ? whole(some) : joinBare(some)))),
    ...(withDoubles ? [{ variant: 'doubled', file, content: whole(records.flatMap((record) => [record, record])) }] : []),
  ]
}

/**
 * Writes variants of the logs of one case below `root`, a folder each: newest first, shuffled, gzipped, in ten files (of a table
 * also with one header for all), and, where records carry ids, with every record twice. The copies keep the originals' time: the
 * year of dates without one comes from it.
 */
export const writeVariants = (originals: readonly string[], root: string, withDoubles: boolean): readonly LogVariant[] => {
  const written = originals.flatMap((original) => filesOf(original, withDoubles).map((file) => ({ ...file, original })))
  return [...Map.groupBy(written, ({ variant }) => variant)].map(([name, files]) => {
    const folder = join(root, name)
    mkdirSync(folder, { recursive: true })
    for (const { file, content, original } of files) {
      writeFileSync(join(folder, file), content)
      const { atime, mtime } = statSync(original)
      utimesSync(join(folder, file), atime, mtime)
    }
    return { name, folder, files: files.length }
  })
}
