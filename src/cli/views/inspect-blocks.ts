import { describeClock, describeCompleteness } from '../../i18n/describe/input-quality.ts'
import { say } from '../../i18n/translate.ts'
import type { InputInspection, Inspection } from '../../pipeline/inspect.ts'
import { inspectBlock, inspectTotal } from './inspect-view.ts'
import type { View } from './view.ts'

/** More blocks than this nobody reads: an export in hourly files is one log. */
const MOST_BLOCKS = 20
/** Fewer are told by their names. */
const FEWEST_AS_ONE = 5

const isQuiet = ({ input, problem }: InputInspection, view: View): boolean =>
  problem === undefined &&
  input.events > 0 &&
  input.rejected === 0 &&
  input.notes.length === 0 &&
  describeCompleteness(input, view).length + describeClock(input, view).length === 0

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The folder that holds all of them, with a stroke at its end; empty where it is the current one, or none does. */
const commonFolder = (paths: readonly string[]): string =>
  paths.map(folderOf).reduce((common, folder) => {
    let shared = common
    while (!folder.startsWith(shared)) shared = folderOf(shared.slice(0, -1))
    return shared
  })

const asOne = (parts: readonly InputInspection[], { together }: Inspection, view: View): InputInspection => {
  const log = together(parts)
  const folder = commonFolder(parts.map(({ input }) => input.path))
  return {
    ...log,
    input: { ...log.input, path: say('inspect.files', { count: parts.length, folder: folder === '' ? './' : folder }, view) },
  }
}

/** A block per input; of many files those of one log are told as one, and those with something of their own to say by themselves. */
export const inspectBlocks = (inspection: Inspection, view: View): readonly string[] => {
  const { inputs } = inspection
  const total = inputs.length > 1 ? [inspectTotal(inspection, view)] : []
  if (inputs.length <= MOST_BLOCKS) return [...inputs.map((input) => inspectBlock(input, view)), ...total]
  const { alike = [], own = [] } = Object.groupBy(inputs, (input) => (isQuiet(input, view) ? 'alike' : 'own'))
  const logs = [...Map.groupBy(alike, ({ input }) => input.format).values()].flatMap((parts) =>
    parts.length < FEWEST_AS_ONE ? parts : [asOne(parts, inspection, view)],
  )
  const more = own.length - MOST_BLOCKS
  return [
    ...[...logs, ...own.slice(0, MOST_BLOCKS)].map((input) => inspectBlock(input, view)),
    ...(more > 0 ? [`${say('inspect.files-more', { count: more }, view)}\n`] : []),
    ...total,
  ]
}
