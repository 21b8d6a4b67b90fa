import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventTable } from '../../src/order/event-table.ts'
import { prepare } from '../../src/pipeline/analyze.ts'
import { OPTIONS } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** The event table of logs that exist only for a test. */
export const tableOf = async (logs: Readonly<Record<string, string>>): Promise<EventTable> => {
  const folder = tempFolder()
  try {
    for (const [file, text] of Object.entries(logs)) writeFileSync(join(folder, file), text)
    return (await prepare({ ...OPTIONS, inputs: Object.keys(logs).map((file) => join(folder, file)) }, () => undefined)).table
  } finally {
    rmSync(folder, { recursive: true })
  }
}
