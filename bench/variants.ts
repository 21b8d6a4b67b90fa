import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { createRandom } from '../src/kernel/random.ts'

const linesOf = (file: string): string[] => readFileSync(file, 'latin1').trimEnd().split('\n')

const shuffled = (lines: string[]): string[] => {
  const random = createRandom(11)
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const other = random.int(at + 1)
    const [one, two] = [lines[at] as string, lines[other] as string]
    lines[at] = two
    lines[other] = one
  }
  return lines
}

const WRITE: Readonly<Record<string, (file: string, to: string) => Promise<void> | void>> = {
  'newest-first': (file, to) => writeFileSync(to, `${linesOf(file).reverse().join('\n')}\n`, 'latin1'),
  shuffled: (file, to) => writeFileSync(to, `${shuffled(linesOf(file)).join('\n')}\n`, 'latin1'),
  gz: (file, to) => pipeline(createReadStream(file), createGzip(), createWriteStream(to)),
  'ten-lines': (file, to) => writeFileSync(to, `${linesOf(file).slice(0, 10).join('\n')}\n`, 'latin1'),
}

/** The same log exported another way; written once and kept beside it. */
export const variant = async (file: string, kind: 'newest-first' | 'shuffled' | 'gz' | 'ten-lines'): Promise<string> => {
  const path = `${file}.${kind}`
  if (existsSync(path)) return path
  await WRITE[kind]?.(file, `${path}.part`)
  renameSync(`${path}.part`, path)
  return path
}
