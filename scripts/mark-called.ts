import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseSync, Visitor } from 'rolldown/utils'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(ROOT, 'bin', 'ashiato.js')
const CASES = join(ROOT, 'fixtures', 'cases')
/** Logs of many kinds, of which only what matters is read, and one so small that its records are read in full. */
const SCANS: readonly (readonly string[])[] = [readdirSync(CASES), ['keycloak-guessing']]

/** What Node writes of a run under NODE_V8_COVERAGE, as far as it matters: the first range of a function is all of it. */
interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly startOffset: number; readonly count: number }[] }[]
  }[]
}

/** Of each script that a scan loads, where the functions begin that it calls. */
const calledIn = (cases: readonly string[]): Coverage['result'] => {
  const folder = mkdtempSync(join(tmpdir(), 'ashiato-calls-'))
  const env = { ...process.env, NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: '1' }
  try {
    const logs = cases.map((name) => join(CASES, name))
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'scan', ...logs, '--to', 'json', '--quiet'], { env, encoding: 'utf8' })
    // 1: something was found.
    if (status !== 0 && status !== 1) throw new Error(`the bundled command does not run: ${stderr}`)
    return readdirSync(folder).flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage).result)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same code with brackets round the arrow functions that begin at one of these places. */
const inBrackets = (code: string, file: string, called: ReadonlySet<number>): string => {
  const brackets: [at: number, bracket: string][] = []
  new Visitor({
    ArrowFunctionExpression: ({ start, end }) => {
      if (called.has(start)) brackets.push([start, '('], [end, ')'])
    },
  }).visit(parseSync(file, code).program)
  let [marked, done] = ['', 0]
  // What ends where something else begins ends first.
  for (const [at, bracket] of brackets.toSorted(([one, left], [other, right]) => one - other || (left < right ? 1 : -1))) {
    marked += code.slice(done, at) + bracket
    done = at
  }
  return marked + code.slice(done)
}

/** Text beyond ASCII, all of it Japanese, makes all code of a file two bytes wide in memory, and is turned there and back in every run. */
const inAscii = (code: string): string => code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * Puts brackets round the functions of the bundle that a scan of a small log calls. The engine compiles a function in brackets with the
 * code round it, so that it is kept with that (Node keeps code as it is before it runs); any other function it compiles again in every
 * run, where it is first called. For a log of ten lines that was a quarter of the processor time.
 */
export const markCalled = (bundle: string): void => {
  const called = new Map<string, Set<number>>()
  for (const { url, functions } of SCANS.flatMap(calledIn)) {
    const places = functions.flatMap(({ ranges: [all] }) => (all !== undefined && all.count > 0 ? [all.startOffset] : []))
    called.set(url, new Set([...(called.get(url) ?? []), ...places]))
  }
  for (const name of readdirSync(bundle).filter((each) => each.endsWith('.js'))) {
    const file = join(bundle, name)
    const places = called.get(pathToFileURL(file).href) ?? new Set()
    writeFileSync(file, inAscii(inBrackets(readFileSync(file, 'utf8'), name, places)))
  }
}
