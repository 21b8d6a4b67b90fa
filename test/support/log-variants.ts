import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { cutLog, type LogPieces } from './log-pieces.ts'

/** The same log, exported another way. */
export interface LogVariant {
  readonly name: string
  /** What to hand to a run: a file, or a folder of parts. */
  readonly input: string
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

interface Writer {
  readonly write: (path: string, content: string | Uint8Array) => string
  readonly folder: (name: string) => string
}

/** Variants keep the original's time: the year of dates without one comes from it. */
const createWriter = (root: string, original: string): Writer => {
  const { atime, mtime } = statSync(original)
  return {
    write: (path, content) => {
      writeFileSync(path, content)
      utimesSync(path, atime, mtime)
      return path
    },
    folder: (name) => {
      mkdirSync(join(root, name), { recursive: true })
      return join(root, name)
    },
  }
}

const writeParts = ({ write, folder }: Writer, name: string, extension: string, texts: readonly string[]): LogVariant => {
  const input = folder(name)
  texts.forEach((text, part) => write(join(input, `part-${String(part).padStart(2, '0')}${extension}`), text))
  return { name, input }
}

const writeAll = (pieces: LogPieces, original: string, writer: Writer, withDoubles: boolean): readonly LogVariant[] => {
  const { records, join: whole, joinBare } = pieces
  const file = basename(original)
  const one = (name: string, content: string | Uint8Array, as = file): LogVariant => ({
    name,
    input: writer.write(join(writer.folder(name), as), content),
  })
  const parts = inParts(records)
  return [
    one('newest-first', whole(records.toReversed())),
    one('shuffled', whole(shuffled(records, 20_261_122))),
    one('gzipped', gzipSync(readFileSync(original)), `${file}.gz`),
    writeParts(writer, 'in-ten-files', extname(file), parts.map(whole)),
    writeParts(writer, 'shuffled-in-ten-files', extname(file), inParts(shuffled(records, 7)).map(whole)),
    ...(joinBare === undefined
      ? []
      : [
          writeParts(
            writer,
            'in-ten-files-one-header',
            extname(file),
            parts.map((part, index) => (index === 0 ? whole(part) : joinBare(part))),
          ),
        ]),
    ...(withDoubles ? [one('doubled', whole(records.flatMap((record) => [record, record])))] : []),
  ]
}

/**
 * Writes the variants of a log below `root`: newest first, shuffled, gzipped, in ten files (of a table also with one header for
 * all), and, where records carry ids, with every record twice.
 */
export const writeVariants = (original: string, root: string, withDoubles: boolean): readonly LogVariant[] =>
  writeAll(cutLog(original, readFileSync(original, 'utf8')), original, createWriter(root, original), withDoubles)
