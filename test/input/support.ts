import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expandInputs } from '../../src/input/expand.ts'
import type { ReadOptions } from '../../src/input/read-input.ts'
import { readInput } from '../../src/input/read-input.ts'
import type { ReadResult, RecordReceiver } from '../../src/input/input.ts'
import type { Peeled } from '../../src/input/peel.ts'
import type { RawRecord } from '../../src/model/record.ts'
import type { SourceFile } from '../../src/input/source.ts'
import { createSpool } from '../../src/input/spool.ts'

export type Rejected = Parameters<RecordReceiver['reject']>[0]

export interface Read {
  readonly records: readonly RawRecord[]
  readonly rejects: readonly Rejected[]
  readonly result: ReadResult
}

export const readSource = async (source: SourceFile, options: ReadOptions = {}): Promise<Read> => {
  const records: RawRecord[] = []
  const rejects: Rejected[] = []
  const result = await readInput(
    source,
    {
      record: (record) => {
        records.push(record)
      },
      reject: (reject) => {
        rejects.push(reject)
      },
    },
    options,
  )
  return { records, rejects, result }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}

export const stdinOf = (content: string | Uint8Array): SourceFile => ({
  kind: 'stdin',
  path: '-',
  stream: once(typeof content === 'string' ? Buffer.from(content) : content),
  spool: createSpool(),
  size: undefined,
  modifiedMs: undefined,
})

/** Reads content as if it came from a pipe. */
export const readContent = (content: string | Uint8Array, options: ReadOptions = {}): Promise<Read> => readSource(stdinOf(content), options)

export const values = (read: Read): readonly unknown[] => read.records.map(({ value }) => value)

export const writeTemp = async (folder: string, name: string, content: string | Uint8Array): Promise<SourceFile> => {
  writeFileSync(join(folder, name), content)
  const { sources, errors } = await expandInputs([name], folder)
  const [source] = sources
  if (source === undefined) throw new Error(`not readable: ${JSON.stringify(errors)}`)
  return source
}

/** What was taken out of an envelope, without when the envelope says that it was written. */
export const taken = (peeled: Peeled): Omit<Peeled, 'outerTime'> =>
  Object.fromEntries(Object.entries(peeled).filter(([key]) => key !== 'outerTime')) as Omit<Peeled, 'outerTime'>
