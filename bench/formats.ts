import { createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { formats } from '../src/formats/registry.ts'
import { readInputs } from '../src/pipeline/read-inputs.ts'
import { createEventLog } from '../src/order/event-log.ts'
import { allCases, type FixtureCase } from '../test/support/format-fixtures.ts'
import { runOptions } from '../test/support/run-options.ts'
import { measure } from './measure.ts'

/**
 * `npm run bench -- formats [ID…]`: how fast each format's records are read and decoded, up to the event store. Of those named, or of
 * all with the word `all`, also logs of other kinds (tables, other versions of a program), which a format may have beside its usual one.
 */

/** Long enough that starting a thread and compiling the decoders, about half a second of processor time, do not stand for reading. */
const BYTES = 192 << 20
/** Below both of these a format is slow. */
const LEAST_MB = 50
const LEAST_EVENTS = 150_000
/** Its log is the one that bare JSON.parse is measured with. */
const YARDSTICK = 'auth0'
const CACHE = join(import.meta.dirname, '..', '.cache', 'bench-formats')

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const isTable = (name: string): boolean => /\.[ct]sv$/.test(name)

/** Records of one framing, one a line: whole files of several shapes cannot be joined. */
const linesOf = ({
  inputName,
  input,
}: FixtureCase): { readonly kind: string; readonly header?: string; readonly lines: readonly string[] } => {
  const text = input.replace(/^\uFEFF/, '')
  if (inputName.endsWith('.json')) {
    const value: unknown = JSON.parse(text)
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    return { kind: 'ndjson', lines: list.map((one) => JSON.stringify(one)) }
  }
  const lines = text.split('\n').filter((line) => line !== '')
  return isTable(inputName)
    ? { kind: 'csv', header: lines[0] ?? '', lines: lines.slice(1) }
    : { kind: inputName.split('.').at(-1) ?? 'log', lines }
}

/** Cases that are all traps: no log is. */
const TRAPS = /awkward|damage|injection/
/** Lines of these follow each other in no file: other versions of a program, another program, or fields of one site's own. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  'access-log': /^(?:site-fields|pages-by-words)$/,
  grafana: /^old-text$/,
  pingfederate: /piped|cef|admin/,
  sshd: /account-tools|rfc5424|short-full|journald/,
  'web-error-log': /^nginx$/,
}

interface Log {
  /** `okta`, `okta/CASE` for another kind of log. */
  readonly name: string
  readonly kind: string
  readonly header?: string
  readonly lines: readonly string[]
}

/** The logs that fixtures of one format make, the usual one first. */
const logsOf = (id: string): readonly Log[] => {
  const logs = new Map<string, Log>()
  for (const one of allCases()) {
    if (one.format !== id || TRAPS.test(one.name)) continue
    try {
      const { lines, ...read } = linesOf(one)
      const apart = ELSEWHERE[id]?.test(one.name) === true ? one.name : ''
      const key = [read.kind, read.header ?? '', apart].join('\n')
      const known = logs.get(key)
      logs.set(key, known === undefined ? { name: `${id}/${one.name}`, ...read, lines } : { ...known, lines: [...known.lines, ...lines] })
    } catch {
      // A file of several shapes, which cannot be joined.
    }
  }
  const usual = [...logs].findIndex(([key]) => key.endsWith('\n'))
  const [, first] = [...logs][usual] ?? []
  return first === undefined ? [] : [{ ...first, name: id }, ...[...logs.values()].filter((log) => log !== first)]
}

/** The lines of a log again and again: values repeat, so that decoding is measured and not the growth of dictionaries. */
const writeLog = async ({ name, kind, header, lines }: Log): Promise<string> => {
  const path = join(CACHE, `${name.replace('/', '-')}.${kind}`)
  mkdirSync(CACHE, { recursive: true })
  const block = Buffer.from(`${lines.join('\n')}\n`)
  const out = createWriteStream(path)
  if (header !== undefined) out.write(`${header}\n`)
  for (let written = 0; written < BYTES; written += block.length) if (!out.write(block)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
  return path
}

interface Speed {
  readonly name: string
  readonly mbPerSecond: number
  readonly eventsPerSecond: number
  readonly recordsPerSecond: number
}

/** What JSON.parse makes of the lines of one log at this moment: machines differ threefold, and so do busy moments of one machine. */
const measureYardstick = async (): Promise<number> => {
  const [log] = logsOf(YARDSTICK)
  if (log === undefined) throw new Error(`no fixtures of ${YARDSTICK}`)
  const path = await writeLog(log)
  const { cpuSeconds } = await measure(join(import.meta.dirname, 'json-parse.ts'), [path])
  const bytes = statSync(path).size
  rmSync(path)
  return bytes / 1e6 / cpuSeconds
}

const measureLog = async (log: Log): Promise<Speed> => {
  const path = await writeLog(log)
  const start = process.cpuUsage()
  const { inputs } = await readInputs(runOptions([path]), createEventLog(), () => undefined)
  // Processor time: others may be working on the same machine.
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  const { events = 0, records = 0 } = inputs[0]?.counts ?? {}
  const bytes = statSync(path).size
  rmSync(path)
  return { name: log.name, mbPerSecond: bytes / 1e6 / seconds, eventsPerSecond: events / seconds, recordsPerSecond: records / seconds }
}

const isSlow = ({ mbPerSecond, eventsPerSecond, recordsPerSecond }: Speed): boolean =>
  mbPerSecond < LEAST_MB && Math.max(eventsPerSecond, recordsPerSecond) < LEAST_EVENTS

const EVERYTHING = 'all'

/** Measures all formats, or those named, and prints the slow ones again at the end. */
export const benchFormats = async (ids: readonly string[]): Promise<number> => {
  const speeds: Speed[] = []
  const chosen = formats.map(({ id }) => id).filter((id) => ids.length === 0 || ids.includes(EVERYTHING) || ids.includes(id))
  const logs = chosen.flatMap((id) => (ids.length === 0 ? logsOf(id).slice(0, 1) : logsOf(id)))
  const before = await measureYardstick()
  for (const log of logs) {
    const speed = await measureLog(log)
    speeds.push(speed)
    say(
      `${speed.name.padEnd(36)} ${speed.mbPerSecond.toFixed(0).padStart(5)} MB/s ${Math.round(speed.recordsPerSecond).toString().padStart(9)} records/s ${Math.round(speed.eventsPerSecond).toString().padStart(9)} events/s${isSlow(speed) ? '  slow' : ''}`,
    )
  }
  const after = await measureYardstick()
  say(`bare JSON.parse of ${YARDSTICK}: ${before.toFixed(0)} MB/s before, ${after.toFixed(0)} MB/s after`)
  const slow = speeds.filter(isSlow)
  say(
    `${speeds.length} logs per second of processor time; ${slow.length} below ${LEAST_MB} MB/s and ${LEAST_EVENTS} a second: ${slow.map(({ name }) => name).join(', ') || 'none'}`,
  )
  return slow.length === 0 ? 0 : 1
}
