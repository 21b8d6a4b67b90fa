import type { CompiledFormat } from '../formats/decode.ts'
import type { Format } from '../formats/define-format.ts'
import { linePlans } from '../formats/line-plans.ts'
import { neededKeys } from '../formats/needs.ts'
import { slotModes, tableModes } from '../formats/slot-modes.ts'
import { createLineScanner, type LineScanner, type ScanPlan } from '../input/line-scanner.ts'
import { planProjection, type KeyChain, type Projection } from '../input/projection.ts'
import { openScanMemory } from '../input/scan-module.ts'
import type { SourceFile } from '../input/source.ts'
import type { LinePlan } from '../model/line-plan.ts'
import { once } from '../kernel/once.ts'
import { keysOfUnknown } from './head-keys.ts'
import type { AnalyzeOptions } from './options.ts'
import { isWorthThread } from './read-apart.ts'
import type { Scanned } from './run-decoder.ts'

/** How the records of an input are read: all in full, in part by a scanner here, or in part in a thread of their own. */
export type ReadingWay =
  | { readonly kind: 'whole' }
  | { readonly kind: 'here'; readonly scanner: LineScanner; readonly projection: Projection }
  | { readonly kind: 'apart'; readonly scan: ScanPlan }

export type ReadingWays = (source: SourceFile, known: readonly CompiledFormat[]) => Promise<ReadingWay>

/** Below this, planning what is read in part, and tables for its values, take longer than reading every record in full. */
const WORTH_SCANNING_BYTES = 128 << 10

const isReadWhole = ({ readWhole }: AnalyzeOptions, bytes: number | undefined): boolean =>
  readWhole ?? (bytes !== undefined && bytes < WORTH_SCANNING_BYTES)

/** The user's own formats are asked first, and may want any line. */
const linesToCut = ({ ownFormats }: AnalyzeOptions, chosen: readonly Format[]): readonly LinePlan[] =>
  ownFormats.length > 0 ? [] : linePlans(chosen)

const isReadApart = async (source: SourceFile, options: AnalyzeOptions, chosen: readonly Format[]): Promise<boolean> =>
  !isReadWhole(options, source.size) && (await isWorthThread(source, linesToCut(options, chosen)))

/** Is the first of these inputs to be read in a thread of its own? That can be told long before it is known what to read of it. */
export const beginsApart = async ([first]: readonly SourceFile[], options: AnalyzeOptions, known: readonly Format[]): Promise<boolean> =>
  first !== undefined && isReadApart(first, options, known)

/** What is read in part, where that is possible. */
const planScan = (
  options: AnalyzeOptions,
  chosen: readonly Format[],
  more: readonly KeyChain[] = [],
): Omit<ScanPlan, 'memory'> | undefined => {
  const keys = neededKeys(chosen)
  if (keys === undefined) return undefined
  const projection = planProjection({ ...keys, values: [...keys.values, ...more] })
  return { projection, modes: slotModes(chosen, projection), tables: tableModes(chosen), lines: linesToCut(options, chosen) }
}

const WHOLE: ReadingWay = { kind: 'whole' }

/** Decides about one input after the other. */
export const createReadingWays = (options: AnalyzeOptions, chosen: readonly Format[]): ReadingWays => {
  const planned = once(() => planScan(options, chosen))
  // One scanner for all inputs that are read here.
  let here: LineScanner | undefined
  return async (source, known) => {
    const plan = isReadWhole(options, source.size) ? undefined : planned()
    if (plan === undefined) return WHOLE
    if (await isReadApart(source, options, chosen)) {
      const unknown = options.format === 'auto' ? await keysOfUnknown(source, known) : []
      const own = unknown.length === 0 ? plan : (planScan(options, chosen, unknown) ?? plan)
      return { kind: 'apart', scan: { ...own, memory: openScanMemory() } }
    }
    here ??= createLineScanner({ ...plan, memory: openScanMemory() })
    here.reset()
    return { kind: 'here', scanner: here, projection: plan.projection }
  }
}

/** Where part-read records of an input lie, if there are to be any. */
export const scannedBy = (way: ReadingWay): Scanned | undefined => {
  if (way.kind === 'whole') return undefined
  return way.kind === 'here'
    ? { projection: way.projection, memory: way.scanner.memory }
    : { projection: way.scan.projection, memory: way.scan.memory }
}
