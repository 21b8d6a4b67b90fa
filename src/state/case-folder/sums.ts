import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { compareKeys } from '../../kernel/text-order.ts'

/** Path inside the folder → SHA-256. */
export type Sums = ReadonlyMap<string, string>

/** What `sha256sum -c` reads: sorted by path, `\n`, paths relative to the folder. */
export const formatSums = (sums: Sums): string =>
  [...sums]
    .toSorted(compareKeys)
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('')

/** Lines of a sums file, ours or another tool's (`*` marks binary mode); what is no such line is skipped. */
export const parseSums = (text: string): Sums =>
  new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [, tagged, tag] = /^\\?SHA256 \((.+)\) = ([0-9a-fA-F]{64})$/.exec(line) ?? []
      const [, hash = tag, path = tagged] = /^\\?([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? []
      return hash === undefined || path === undefined ? [] : [[path, hash.toLowerCase()] as const]
    }),
  )

/** SHA-256 of a file as stored. */
export const hashFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
