import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

const SOURCE = fileURLToPath(new URL('../assembly/scan.ts', import.meta.url))
/** Where the scanner is looked for at run time; see src/input/scan-module.ts. */
export const SCANNER_PATH = fileURLToPath(new URL('../dist/data/scan.wasm', import.meta.url))

/** Pages of 64 KiB, as src/input/scan-memory.ts asks for; both numbers of a shared memory must be the same there. */
const PAGES = '4096'

/** Compiles assembly/ into the module that reads lines. */
export const buildScanner = async (): Promise<void> => {
  mkdirSync(dirname(SCANNER_PATH), { recursive: true })
  const features = ['simd', 'threads', 'bulk-memory'].flatMap((feature) => ['--enable', feature])
  const memory = ['--importMemory', '--sharedMemory', '--initialMemory', PAGES, '--maximumMemory', PAGES, '--memoryBase', '1024']
  const { error, stderr } = await main([SOURCE, '-o', SCANNER_PATH, '-O3', '--noAssert', '--runtime', 'stub', ...features, ...memory])
  if (error !== null) throw new Error(`the scanner does not compile:\n${stderr.toString()}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildScanner()
