import { inspectInputs, type InputInspection } from '../../pipeline/inspect.ts'
import { inspectBlock, inspectTotal } from '../inspect-view.ts'
import { EXIT, type Io } from '../io.ts'
import { createProgress } from '../progress.ts'
import { asJson, asNdjson } from '../records.ts'
import { readOptions, type ReadFlags } from '../scan-options.ts'
import { inputLines } from '../talk-inputs.ts'
import { parseChoice } from '../values.ts'
import { viewOf, type View } from '../view.ts'
import { talk, writeOut } from '../write-out.ts'

export interface InspectFlags extends ReadFlags {
  readonly to: string
}

type Writer = (inspections: readonly InputInspection[], view: View) => Iterable<string> | AsyncIterable<string>

/** For other tools: `null` for what is not there. */
const asRecord = ({ input, problem, ...rest }: InputInspection): object => ({
  ...input,
  problem: problem ?? null,
  ...rest,
})

const WRITERS: Readonly<Record<'table' | 'json' | 'ndjson', Writer>> = {
  table: (inspections, view) => [
    ...inspections.map((inspection) => inspectBlock(inspection, view)),
    ...(inspections.length > 1 ? [inspectTotal(inspections, view)] : []),
  ],
  json: (inspections) => asJson(inspections.map(asRecord)),
  ndjson: (inspections) => asNdjson(inspections.map(asRecord)),
}

/** `ashiato inspect inputs…`: is this log usable? */
export const inspect = async (inputs: readonly string[], flags: InspectFlags, io: Io): Promise<number> => {
  const write = WRITERS[parseChoice(flags.to, '--to', ['table', 'json', 'ndjson'])]
  const options = await readOptions(inputs, flags, io)
  const quiet = flags.quiet === true
  const progress = createProgress(io, { quiet, lang: options.lang })
  const { inputs: inspections, read } = await inspectInputs(options, progress.update).finally(progress.clear)
  for (const line of inputLines(read, options, { quiet, isInspecting: true })) talk(io, line)
  await writeOut(io, undefined, write(inspections, viewOf(io, { lang: options.lang, zone: options.zoneOut })))
  return read.errors.length > 0 || inspections.some(({ problem }) => problem !== undefined) ? EXIT.incomplete : EXIT.done
}
