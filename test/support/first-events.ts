import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toIso } from '../../src/kernel/time.ts'
import { readFirstEvents } from '../../src/pipeline/first-events.ts'
import { runOptions } from './run-options.ts'
import { tempFolder } from './temp-folder.ts'

/** What a log of whatever kind comes to, without being told what it is: its first events in short, what became of all records, and why they were not read. */
export const firstEventsOf = async (content: string | readonly string[], name = 'log') => {
  const folder = tempFolder()
  writeFileSync(join(folder, name), typeof content === 'string' ? content : `${content.join('\n')}\n`)
  const { events, inputs } = await readFirstEvents(runOptions([name], { cwd: folder, year: 2026 }))
  const { used, ignored, rejected, formats } = inputs[0]?.counts ?? {}
  return {
    events: events.map(({ time, action, outcome, username, account, ip }) =>
      [toIso(time), action, outcome, username ?? account ?? '-', ip ?? '-'].join(' '),
    ),
    counts: { used, ignored, rejected },
    formats: [...(formats?.keys() ?? [])],
    refusal: inputs[0]?.refusal ?? '',
  }
}
