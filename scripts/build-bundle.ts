import { fileURLToPath } from 'node:url'
import { rolldown, type ChunkingContext } from 'rolldown'
import { markCalled } from './mark-called.ts'
import { plainBuiltins } from './plain-builtins.ts'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))

/** What is loaded together lies together, and nothing is loaded by whoever does not need it: the first of these that needs a module has it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  start: ['cli/main.js'],
  places: ['pipeline/place-thread.js'],
  reading: ['pipeline/read-thread.js'],
  weighing: ['pipeline/weigh-thread.js'],
  // With the outputs that programs ask for.
  scan: ['cli/commands/scan.js', 'reports/json/index.js', 'reports/ndjson/index.js'],
  recovery: ['recovery/build-checklists.js'],
}

/** Modules and all that they import, but not what they import only when asked. */
const withImports = (ids: readonly string[], modules: ChunkingContext, found = new Set<string>()): ReadonlySet<string> => {
  for (const id of ids) {
    if (found.has(id)) continue
    found.add(id)
    withImports(modules.getModuleInfo(id)?.importedIds ?? [], modules, found)
  }
  return found
}

/** Names the room of a module; null for what only other commands need. */
const roomFinder = () => {
  let rooms: (readonly [string, ReadonlySet<string>])[] | undefined
  return (id: string, all: ChunkingContext): string | null => {
    rooms ??= Object.entries(ROOMS).map(([name, paths]) => [
      name,
      withImports(
        paths.map((path) => `${DIST}${path}`),
        all,
      ),
    ])
    // What begins a thread begins when it is loaded: nobody else may load it.
    if (all.getModuleInfo(id)?.isEntry) return null
    return rooms.find(([, modules]) => modules.has(id))?.[0] ?? null
  }
}

/**
 * The command and its threads as a few files beside the compiled ones: loading five hundred modules one by one takes longer than a
 * small log. Names and lines are kept, so that a stack trace says something. bin/ashiato.js takes it unless it is out of date.
 */
export const buildBundle = async (): Promise<void> => {
  const bundle = await rolldown({
    input: {
      main: `${DIST}cli/main.js`,
      'read-thread': `${DIST}pipeline/read-thread.js`,
      'place-thread': `${DIST}pipeline/place-thread.js`,
      'weigh-thread': `${DIST}pipeline/weigh-thread.js`,
    },
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // Packages stay packages, but for the one that reads the command line: every start compiled a hundred of its functions anew.
    external: /^(?!\.{0,2}\/|commander$)[^\0]/,
    plugins: [{ name: 'plain-builtins', renderChunk: plainBuiltins }],
    // Loaded with the scan on purpose.
    checks: { ineffectiveDynamicImport: false },
  })
  await bundle.write({
    // Two folders below the package's own, as the rooms are: addresses of data files stay right.
    dir: `${DIST}bundle`,
    cleanDir: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: roomFinder(), debugName: 'rooms' }], includeDependenciesRecursively: false },
  })
  await bundle.close()
  markCalled(`${DIST}bundle`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBundle()
