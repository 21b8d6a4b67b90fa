import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventDraft } from '../../../src/model/event.ts'
import { createEventLog, type EventLog } from '../../../src/order/event-log.ts'
import { readInputs } from '../../../src/pipeline/read-inputs.ts'
import { corpusPath } from '../corpus.ts'
import { runOptions } from '../run-options.ts'
import { tempFolder } from '../temp-folder.ts'

/** One event as it was decoded, with the line of its record. */
export interface ReadEvent {
  readonly line: number
  readonly format: string
  readonly draft: EventDraft
}

/** Reads a file through the reading side of the pipeline, and keeps the decoded events themselves. */
const readEvents = async (file: string): Promise<readonly ReadEvent[]> => {
  const events: ReadEvent[] = []
  const log: EventLog = createEventLog()
  const append: EventLog['append'] = (draft, { line }, _part, format) => void events.push({ line, format: format.id, draft: { ...draft } })
  await readInputs(runOptions([file], { readWhole: true }), { ...log, append }, () => undefined)
  return events
}

/** The events of a corpus file, or of its records written one a line. */
export const eventsOf = async (file: string, lines: readonly string[] | undefined): Promise<readonly ReadEvent[]> => {
  if (lines === undefined) return readEvents(corpusPath(file))
  const folder = tempFolder()
  try {
    const path = join(folder, 'lines.log')
    writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
    return await readEvents(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
