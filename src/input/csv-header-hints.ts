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

/** The header of the table that a source holds, for siblings without one; undefined when it is none or cannot be read. */
export const csvHeaderHint = async (source: SourceFile): Promise<CsvHeaderHint | undefined> => {
  // Standard input is read once, and has no siblings.
  if (source.kind === 'stdin') return undefined
  const head = withoutMark(await readHead(source).catch(() => Buffer.alloc(0)))
  const part = head.subarray(0, HEAD_BYTES)
  const decoding = createDecoding('auto', part)
  decoding.prepare(part)
  const header = headerOf(part, part.length < HEAD_BYTES, decoding)
  return header === undefined ? undefined : { path: source.path, folder: folderOf(source.path), ...header }
}

/** Hints of every folder with several sources, for `readInput`'s `csvHeaders`; looks at heads only. */
export const csvHeaderHints = async (sources: readonly SourceFile[]): Promise<readonly CsvHeaderHint[]> => {
  const sizes = Map.groupBy(sources, ({ path }) => folderOf(path))
  const hints: CsvHeaderHint[] = []
  for (const source of sources) {
    if ((sizes.get(folderOf(source.path))?.length ?? 0) < 2) continue
    const hint = await csvHeaderHint(source)
    if (hint !== undefined) hints.push(hint)
  }
  return hints
}
