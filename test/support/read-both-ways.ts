import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createEventLog } from '../../src/order/event-log.ts'
import { rowDigest } from '../../src/order/row-digest.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { runOptions } from './run-options.ts'
import { tempFolder } from './temp-folder.ts'

/** Reads logs with the scanner and without it, in a folder of a test's own. */
export const readBothWays = () => {
  const folder = tempFolder()

  /** What a log's records come to: where each event lies, what it is, and a digest of all its fields. */
  const read = async (content: string, readWhole: boolean) => {
    writeFileSync(join(folder, 'log'), content)
    const log = createEventLog()
    const { inputs } = await readInputs(runOptions(['log'], { cwd: folder, readWhole }), log, () => undefined)
    const { time, line, offset, length, port, cls, session } = log.columns
    const digestOf = rowDigest(log.columns, log.dictionaries)
    const events = Array.from({ length: log.size }, (_, row) => ({
      where: [line.get(row), offset.get(row), length.get(row)],
      time: time.get(row),
      port: port.get(row),
      digest: digestOf(row),
      session: log.dictionaries.sessions.hashOf(session.get(row)),
      what: log.dictionaries.classes.list[cls.get(row)],
    }))
    const [input] = inputs
    return {
      events,
      counts: input?.counts.ignoredBy,
      rejects: input?.counts.rejects,
      offsets: input?.clock.offsets,
      records: input?.counts.records,
    }
  }

  /** Holds both against each other; how many events there were. */
  const agree = async (content: string): Promise<number> => {
    const part = await read(content, false)
    expect(part).toEqual(await read(content, true))
    return part.events.length
  }
  return { read, agree }
}
