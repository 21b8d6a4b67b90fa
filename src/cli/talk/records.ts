import { Readable } from 'node:stream'
import { escapeSteering } from '../../kernel/safe-text.ts'

const INDENT = 2

/** Objects as lines of NDJSON; what would steer a terminal is escaped: the same value, harmless to look at. */
export async function* asNdjson(records: Iterable<object>): AsyncGenerator<string> {
  const { stringify } = await import('ndjson')
  for await (const line of Readable.from(records).pipe(stringify())) yield escapeSteering(String(line))
}

/** The same objects as one JSON array for reading by eye and by `jq`. */
export const asJson = (records: readonly object[]): readonly string[] => [`${escapeSteering(JSON.stringify(records, undefined, INDENT))}\n`]
