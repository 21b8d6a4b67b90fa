import { Instance, Memory, Module, type CompiledModule, type SharedMemory } from './web-assembly.ts'
import { readFileSync } from 'node:fs'
import { wrappingsOf } from './wrappings.ts'
import { LAYOUT, MEMORY_PAGES } from './scan-memory.ts'
import { SCANNER_NOT_BUILT } from './scanner-not-built.ts'

// oxlint-disable max-params -- numbers are all that crosses into the module
/** What assembly/scan.ts exports; addresses are places in its memory, truths are 1. */
interface ScanExports {
  readonly layout?: () => number
  readonly forgetTree: () => void
  readonly addNode: () => number
  readonly addKey: (
    node: number,
    from: number,
    length: number,
    use: number,
    slot: number,
    presence: number,
    inside: number,
    beside: bigint,
  ) => number
  readonly setMode: (slot: number, mode: number) => number
  readonly forgetValues: () => void
  readonly openSegment: (at: number) => void
  readonly recordCount: () => number
  readonly isFull: (slots: number) => number
  readonly line: () => number
  readonly scanLines: (
    node: number,
    slots: number,
    from: number,
    end: number,
    firstLine: number,
    cap: number,
    inList: number,
    isText: number,
  ) => number
  readonly setTemplates: (from: number, length: number, heads: number) => void
  readonly cutLines: (slots: number, from: number, end: number, firstLine: number, cap: number) => number
  readonly nameTable: (from: number, length: number, isWide: number) => void
  readonly scanRows: (
    columns: number,
    delimiter: number,
    from: number,
    end: number,
    firstLine: number,
    cap: number,
    isText: number,
  ) => number
  readonly scanCells: (
    node: number,
    slots: number,
    columns: number,
    delimiter: number,
    column: number,
    from: number,
    end: number,
    firstLine: number,
    cap: number,
    isText: number,
  ) => number
}

// oxlint-enable max-params

export interface ScanModule {
  readonly exports: ScanExports
  readonly bytes: Buffer
}

/** `dist/data/scan.wasm` of this package: the same relative address from `src/` and from `dist/`. Built by `npm run build`. */
const SCANNER = new URL('../../dist/data/scan.wasm', import.meta.url)

let compiled: CompiledModule | undefined

const notBuilt = (): Error => Object.assign(new Error('dist/data/scan.wasm is missing or of another build'), { code: SCANNER_NOT_BUILT })

const compile = (): CompiledModule => {
  try {
    return new Module(readFileSync(SCANNER))
  } catch {
    throw notBuilt()
  }
}

/** Memory for one scanner, empty. Pages are taken as they are touched. */
export const openScanMemory = (): SharedMemory => new Memory({ initial: MEMORY_PAGES, maximum: MEMORY_PAGES, shared: true })

export const openScanModule = (memory: SharedMemory): ScanModule => {
  compiled ??= compile()
  const abort = (): never => {
    throw new Error('the scanner gave up')
  }
  const bytes = Buffer.from(memory.buffer)
  let asked: readonly bigint[] = []
  // Four questions about one key follow each other.
  const wrappings = (which: number, from: number, length: number): bigint => {
    if (which === 0) asked = wrappingsOf(bytes.toString('utf8', from, from + length))
    return asked[which] ?? 0n
  }
  const instance = new Instance(compiled, { env: { memory, abort, wrappings } })
  const exports = instance.exports as unknown as ScanExports
  if (exports.layout?.() !== LAYOUT) throw notBuilt()
  return { exports, bytes }
}
