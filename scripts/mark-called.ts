import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseSync, Visitor, type ESTree } from 'rolldown/utils'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(ROOT, 'bin', 'ashiato.js')
const CASES = join(ROOT, 'fixtures', 'cases')
/** A log whose addresses are those of real operators: their places are looked up. */
const SIMULATED = ['simulate', 'calm', '--accounts', '50', '--days', '2', '--format', 'auth0', '--output']

/** What Node writes of a run under NODE_V8_COVERAGE, as far as it matters: the first range of a function is all of it. */
interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly startOffset: number; readonly count: number }[] }[]
  }[]
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv = process.env): void => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { env, encoding: 'utf8' })
  // 1: something was found.
  if (status !== 0 && status !== 1) throw new Error(`the bundled command does not run: ${stderr}`)
}

/** Of each script that a scan loads, where the functions begin that it calls. */
const calledIn = (scan: readonly string[]): Coverage['result'] => {
  const folder = mkdtempSync(join(tmpdir(), 'ashiato-calls-'))
  try {
    run(['scan', ...scan, '--to', 'json'], { ...process.env, NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: '1' })
    return readdirSync(folder).flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage).result)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Logs of many kinds, of which only what matters is read, and two so small that their records are read in full. */
const calledInAll = (): Coverage['result'] => {
  const simulated = mkdtempSync(join(tmpdir(), 'ashiato-calls-'))
  try {
    run([...SIMULATED, simulated])
    const cases = readdirSync(CASES).map((name) => join(CASES, name))
    return [[...cases, '--quiet'], [join(CASES, 'keycloak-guessing'), '--quiet'], [join(simulated, 'logs')]].flatMap(calledIn)
  } finally {
    rmSync(simulated, { recursive: true })
  }
}

interface Edit {
  readonly at: number
  readonly insert: string
  /** So many characters are left out. */
  readonly skip?: number
}

/** Brackets; where a function is asynchronous, the engine heeds them only if `function` is written. What looks at `this` stays an arrow. */
const bracketsRound = (code: string, { start, end, async: isAsync, body }: ESTree.ArrowFunctionExpression): readonly [Edit[], Edit[]] => {
  if (!isAsync || /\b(?:this|arguments)\b/.test(code.slice(start, end))) return [[{ at: start, insert: '(' }], [{ at: end, insert: ')' }]]
  const isBlock = body.type === 'BlockStatement'
  const arrow = { at: code.lastIndexOf('=>', body.start), skip: 2, insert: isBlock ? '' : '{ return' }
  return [
    [{ at: start, insert: '(' }, { at: start + 'async'.length, insert: ' function' }, arrow],
    [{ at: end, insert: isBlock ? ')' : '})' }],
  ]
}

/** The same code with brackets round the arrow functions that begin at one of these places. */
const inBrackets = (code: string, file: string, called: ReadonlySet<number>): string => {
  const heads: Edit[] = []
  const ends: Edit[] = []
  new Visitor({
    ArrowFunctionExpression: (arrow) => {
      if (!called.has(arrow.start)) return
      const [head, end] = bracketsRound(code, arrow)
      heads.push(...head)
      ends.unshift(...end)
    },
  }).visit(parseSync(file, code).program)
  let [marked, done] = ['', 0]
  // What ends where something else begins ends first, and what is inside before what is round it.
  for (const { at, insert, skip = 0 } of [...ends, ...heads].toSorted((one, other) => one.at - other.at)) {
    marked += code.slice(done, at) + insert
    done = at + skip
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
  for (const { url, functions } of calledInAll()) {
    const places = functions.flatMap(({ ranges: [all] }) => (all !== undefined && all.count > 0 ? [all.startOffset] : []))
    called.set(url, new Set([...(called.get(url) ?? []), ...places]))
  }
  for (const name of readdirSync(bundle).filter((each) => each.endsWith('.js'))) {
    const file = join(bundle, name)
    const places = called.get(pathToFileURL(file).href) ?? new Set()
    writeFileSync(file, inAscii(inBrackets(readFileSync(file, 'utf8'), name, places)))
  }
}
