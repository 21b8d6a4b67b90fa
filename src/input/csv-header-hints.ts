import { createDecoding } from './charset.ts'
import { openContent } from './content.ts'
import type { CsvHeaderHint } from './detect-shape.ts'
import { HEAD_BYTES, headerOf } from './detect-shape.ts'
import { folderOf } from './read-input.ts'
import type { SourceFile } from './source.ts'
import { storedBytes } from './stored-bytes.ts'
import { utf16Of, createTranscoder } from './utf16.ts'

/** The first bytes of the content, decompressed; nothing of what cannot be read from its beginning. */
export const readHead = async (source: SourceFile): Promise<Buffer> => {
  const stored = storedBytes(source, HEAD_BYTES)
  try {
    const { content, isTable } = await openContent(stored)
    if (isTable) return Buffer.alloc(0)
    const parts: Buffer[] = []
    let bytes = 0
    for await (const chunk of content) {
      parts.push(Buffer.from(chunk))
      bytes += chunk.length
      if (bytes >= HEAD_BYTES) break
    }
    return Buffer.concat(parts)
  } finally {
    await stored.return(undefined)
  }
}

const withoutMark = (head: Buffer): Buffer => {
  const utf16 = utf16Of(head)
  if (utf16 !== undefined) return createTranscoder(utf16).push(head)
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
}

/** No table begins so; most folders of many files are such. */
const OBJECTS = /^\s*\[?\s*\{/

/** The header of the table that a source holds, for siblings without one; undefined when it is none or cannot be read. */
const csvHeaderHint = async (source: SourceFile): Promise<CsvHeaderHint | undefined> => {
  // Standard input is read once, and has no siblings.
  if (source.kind === 'stdin') return undefined
  const head = withoutMark(await readHead(source).catch(() => Buffer.alloc(0)))
  const part = head.subarray(0, HEAD_BYTES)
  if (OBJECTS.test(part.toString('latin1', 0, 64))) return undefined
  const decoding = createDecoding('auto', part)
  decoding.prepare(part)
  const header = headerOf(part, part.length < HEAD_BYTES, decoding)
  return header === undefined ? undefined : { path: source.path, folder: folderOf(source.path), ...header }
}

/** One may be the asking file's own: of each header two are offered, however many files have it. */
const MOST_ALIKE = 2

/** Hints of every folder with several sources, for `readInput`'s `csvHeaders`; looks at heads only. */
export const csvHeaderHints = async (sources: readonly SourceFile[]): Promise<readonly CsvHeaderHint[]> => {
  const hints: CsvHeaderHint[] = []
  for (const siblings of Map.groupBy(sources, ({ path }) => folderOf(path)).values()) {
    const alike = new Map<string, number>()
    for (const source of siblings.length < 2 ? [] : siblings) {
      const hint = await csvHeaderHint(source)
      if (hint === undefined) continue
      const header = `${hint.delimiter}${hint.columns.join(hint.delimiter)}`
      const count = (alike.get(header) ?? 0) + 1
      alike.set(header, count)
      if (count <= MOST_ALIKE) hints.push(hint)
    }
  }
  return hints
}
