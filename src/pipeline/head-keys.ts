import type { CompiledFormat } from '../formats/decode.ts'
import { createRouter } from '../formats/router.ts'
import { readHead } from '../input/csv-header-hints.ts'
import { hasLongNumber, parseJsonRecord } from '../input/parse-json.ts'
import type { KeyChain } from '../input/projection.ts'
import type { SourceFile } from '../input/source.ts'
import { isPlain } from '../input/envelope.ts'

/** Keys beyond this are values that somebody uses for keys. */
const MOST_KEYS = 400
const DEEPEST = 4

const chainsIn = (record: Readonly<Record<string, unknown>>, above: KeyChain): readonly KeyChain[] =>
  Object.entries(record).flatMap(([key, value]) => {
    const chain = [...above, key]
    return isPlain(value) && chain.length < DEEPEST ? [chain, ...chainsIn(value, chain)] : [chain]
  })

const recordsOf = (head: Buffer): readonly unknown[] => {
  const lines = head.toString('utf8').split('\n').slice(0, -1)
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => parseJsonRecord(line.trim(), hasLongNumber(Buffer.from(line), 0, line.length)))
}

/**
 * The keys of an input's first records where no format knows any of them: its format will be guessed, and that guess asks for keys
 * that nobody has announced. They are read from the beginning then, so that the records behind the guess need not be read in full.
 */
export const keysOfUnknown = async (source: SourceFile, formats: readonly CompiledFormat[]): Promise<readonly KeyChain[]> => {
  const records = recordsOf(await readHead(source).catch(() => Buffer.alloc(0))).filter(isPlain)
  const route = createRouter(formats)
  const isKnown = records.some((value) => route({ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 0 }) !== undefined)
  const chains = isKnown ? [] : records.flatMap((record) => chainsIn(record, []))
  const distinct = new Map(chains.map((chain) => [chain.join('\0'), chain]))
  return distinct.size > MOST_KEYS ? [] : [...distinct.values()]
}
