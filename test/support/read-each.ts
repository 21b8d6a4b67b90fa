import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventDraft } from '../../src/model/event.ts'
import { createEventLog } from '../../src/order/event-log.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { draftLine, type FixtureCase } from './format-fixtures.ts'
import { runOptions } from './run-options.ts'

/** The events of each content. They are read in one run, each in a folder of its own: tables lend their headers to their neighbours. */
export const readEach = async (
  folder: string,
  contents: readonly string[],
  { zone = 'UTC' }: FixtureCase['options'],
): Promise<readonly (readonly string[])[]> => {
  const inputs = contents.map((content, at) => {
    mkdirSync(join(folder, `${at}`), { recursive: true })
    writeFileSync(join(folder, `${at}`, 'log'), content)
    return join(`${at}`, 'log')
  })
  const events: string[][] = contents.map(() => [])
  const append = (draft: EventDraft, { input }: { readonly input: number }): void => void events[input]?.push(draftLine(draft))
  await readInputs(runOptions(inputs, { cwd: folder, readWhole: true, zone }), { ...createEventLog(), append }, () => undefined)
  return events.map((lines) => lines.toSorted())
}
