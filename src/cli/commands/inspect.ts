import { inspectInputs, type InputInspection, type Inspection } from '../../pipeline/inspect.ts'
import { inspectBlocks } from '../views/inspect-blocks.ts'
import { EXIT, type Io } from '../io.ts'
import { createProgress } from '../talk/progress.ts'
import { asJson, asNdjson } from '../talk/records.ts'
import { readOptions, type ReadFlags } from '../options/scan-options.ts'
import { inputLines } from '../talk/talk-inputs.ts'
import { parseChoice } from '../options/values.ts'
import { viewOf, type View } from '../views/view.ts'
import { talk, writeOut } from '../talk/write-out.ts'

export interface InspectFlags extends ReadFlags {
  readonly to: string
}

type Writer = (inspection: Inspection, view: View) => Iterable<string> | AsyncIterable<string>

/** For other tools: `null` for what is not there. */
const asRecord = ({ input, problem, ...rest }: InputInspection): object => ({
  ...input,
  problem: problem ?? null,
  ...rest,
})

const WRITERS: Readonly<Record<'table' | 'json' | 'ndjson', Writer>> = {
  table: inspectBlocks,
  json: ({ inputs }) => asJson(inputs.map(asRecord)),
  ndjson: ({ inputs }) => asNdjson(inputs.map(asRecord)),
}

/** `ashiato inspect inputs…`: is this log usable? */
export const inspect = async (inputs: readonly string[], flags: InspectFlags, io: Io): Promise<number> => {
  const write = WRITERS[parseChoice(flags.to, '--to', ['table', 'json', 'ndjson'])]
  const options = await readOptions(inputs, flags, io)
  const quiet = flags.quiet === true
  const progress = createProgress(io, { quiet, lang: options.lang })
  const inspection = await inspectInputs(options, progress.update).finally(progress.clear)
  const { inputs: inspections, read } = inspection
  for (const line of inputLines(read, options, { quiet, isInspecting: true })) talk(io, line)
  await writeOut(io, undefined, write(inspection, viewOf(io, { lang: options.lang, zone: options.zoneOut })))
  return read.errors.length > 0 || inspections.some(({ problem }) => problem !== undefined) ? EXIT.incomplete : EXIT.done
}
