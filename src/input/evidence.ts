import { open } from 'node:fs/promises'
import { readAt } from './byte-store.ts'
import { openContent } from './content.ts'
import { containerOf } from './magic.ts'
import type { SourceFile } from './source.ts'
import { storedBytes } from './stored-bytes.ts'

export interface ByteRange {
  readonly offset: number
  readonly length: number
}

/** The raw records behind findings, read again at the end. */
export interface Evidence {
  /** Raw bytes in the order asked for; shorter than asked where the input ends earlier. */
  readonly read: (origins: readonly ByteRange[]) => Promise<readonly Buffer[]>
  readonly close: () => Promise<void>
}

interface Wanted extends ByteRange {
  readonly index: number
  readonly parts: Buffer[]
}

/** One pass over the content, as far as it is needed; ranges may overlap. */
const readThrough = async (source: SourceFile, origins: readonly ByteRange[]): Promise<readonly Buffer[]> => {
  const wanted: readonly Wanted[] = origins.map((range, index) => ({ ...range, index, parts: [] }))
  const waiting = wanted.toSorted((a, b) => a.offset - b.offset)
  let open: Wanted[] = []
  const stored = storedBytes(source)
  try {
    const { content } = await openContent(stored)
    let base = 0
    let next = 0
    for await (const chunk of content) {
      const end = base + chunk.length
      for (let range = waiting[next]; range !== undefined && range.offset < end; range = waiting[++next]) open.push(range)
      for (const { offset, length, parts } of open) {
        parts.push(Buffer.from(chunk.subarray(Math.max(0, offset - base), Math.max(0, offset + length - base))))
      }
      open = open.filter(({ offset, length }) => offset + length > end)
      base = end
      if (open.length === 0 && next === waiting.length) break
    }
  } catch (error) {
    // A cut archive gives its evidence up to the cut.
    if (!(typeof error === 'object' && error !== null && 'inputError' in error)) throw error
  } finally {
    await stored.return(undefined)
  }
  return wanted.map(({ parts }) => Buffer.concat(parts))
}

/** Opens an input for evidence: plain files by position, packed ones by one more pass, standard input from its spool. */
export const openEvidence = async (source: SourceFile): Promise<Evidence> => {
  if (source.kind === 'stdin' && containerOf(source.spool.read(0, 4)) === undefined) {
    return { read: async (origins) => origins.map(({ offset, length }) => source.spool.read(offset, length)), close: async () => undefined }
  }
  if (source.kind !== 'file') return { read: (origins) => readThrough(source, origins), close: async () => undefined }
  const handle = await open(source.file, 'r')
  const isPacked = containerOf(await readAt(handle, 0, 4)) !== undefined
  return {
    read: async (origins) => {
      if (isPacked) return readThrough(source, origins)
      const records: Buffer[] = []
      for (const { offset, length } of origins) records.push(await readAt(handle, offset, length))
      return records
    },
    close: () => handle.close(),
  }
}
