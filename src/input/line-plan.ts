import type { LinePlan, PairsPlan } from '../model/line-plan.ts'
import { lineKind, runOf, runTable, takesLetter } from './line-kinds.ts'
import { segmentAt } from './scan-memory.ts'
import type { ScanModule } from './scan-module.ts'
import { MODES } from './table-plan.ts'

// The same numbers as in assembly/lines.ts.
const OP = { end: 0, literal: 1, field: 2, join: 3, constant: 4, lineEnd: 5, run: 6, ahead: 7, pairs: 8, same: 9 } as const
const RUN_FLAG = { wanted: 1, mayRetreat: 2 } as const
const STEP_WORDS = 4

const PART =
  /\{(?<name>\w*):(?<kind>\w+)\}|\{(?<joined>\w+)=(?<one>\w+)\/(?<other>\w+)\}|\{\?(?<ahead>[^}]+)\}|\{=(?<same>\w+)\}|\{\{|[^{]+/g

const partsOf = (line: string) => [...line.matchAll(PART)].map(([text, ...found]) => ({ text, names: found }))

/** All names of a plan, in order; the first slot is nobody's. */
export const namesOf = ({ heads, bodies, pairs = {} }: LinePlan): readonly string[] => {
  const names = new Set([''])
  for (const line of [...heads, ...bodies.map((body) => body.line)])
    for (const {
      names: [name, , joined],
    } of partsOf(line))
      names.add(joined ?? name ?? '')
  for (const { values } of bodies) for (const name of Object.keys(values)) names.add(name)
  for (const name of Object.values(pairs).flatMap((plan) => plan.names)) names.add(name)
  return [...names]
}

/** Steps stand first in the scanner's room for templates, texts and tables behind them. */
const TEXTS_AT = 48 << 10
const MOST_BYTES = 64 << 10

type Step = readonly number[]
/** Puts bytes behind the steps; returns where. The same bytes are put there once. */
type Put = (bytes: Buffer) => number

const createRoom = (room: Buffer): { readonly put: Put; readonly isFull: () => boolean } => {
  const known = new Map<string, number>()
  let end = TEXTS_AT
  return {
    put: (bytes) => {
      const key = bytes.toString('latin1')
      const before = known.get(key)
      if (before !== undefined) return before
      const at = end
      // Numbers are read where they are divided by four without rest.
      end += (bytes.length + 3) & ~3
      if (end <= MOST_BYTES) bytes.copy(room, at)
      known.set(key, at)
      return at
    },
    isFull: () => end > MOST_BYTES,
  }
}

const words = (...values: readonly number[]): Buffer => Buffer.from(Int32Array.from(values).buffer)

/** How pairs of a line are written, the names that they are compared with, and which of them are taken. */
const pairsTable = ({ heads, bodies, runs = {} }: LinePlan, pairs: PairsPlan, slotOf: (name: string) => number, put: Put): Buffer => {
  const named = new Set([...heads, ...bodies.map(({ line }) => line)].flatMap(partsOf).map(({ names: [name] }) => name ?? ''))
  const wanted = [...new Set([...named, ...pairs.names])].filter((name) => name !== '')
  const text = (value: string): readonly number[] => [put(Buffer.from(value)), value.length]
  const run = (name: string | undefined): number => (name === undefined ? 0 : put(runTable(runOf(name, runs))))
  return words(
    wanted.length,
    ...[pairs.name, pairs.quoted, pairs.bare].map(run),
    ...[pairs.before, pairs.after, pairs.between, pairs.nothing ?? ''].flatMap(text),
    ...wanted.flatMap((name) => [...text(name), slotOf(name), pairs.names.includes(name) ? 1 : 0]),
  )
}

/** What varies: pairs, a field, or a run, which gives back what the text behind it needs. */
const variableStep =
  (plan: LinePlan, slotOf: (name: string) => number, put: Put) =>
  (name: string, kind: string, next: string): Step => {
    const pairs = plan.pairs?.[kind]
    if (pairs !== undefined) return [OP.pairs, put(pairsTable(plan, pairs, slotOf, put))]
    // Names that begin with a stroke are for joining and nothing else.
    const wanted = /^[^_]/.test(name) ? RUN_FLAG.wanted : 0
    const found = lineKind(kind, plan.runs ?? {})
    if ('field' in found) return [OP.field, slotOf(name), found.field, wanted]
    const mayRetreat = next !== '' && !next.startsWith('{') && takesLetter(found.run, next.charAt(0))
    return [OP.run, slotOf(name), put(runTable(found.run)), wanted | (mayRetreat ? RUN_FLAG.mayRetreat : 0)]
  }

const compileSteps = (plan: LinePlan, slotOf: (name: string) => number, put: Put): ((line: string) => readonly Step[]) => {
  const literal = (op: number, text: string): Step => [op, put(Buffer.from(text)), text.length]
  const variable = variableStep(plan, slotOf, put)
  return (line) =>
    partsOf(line).map(({ text, names: [name, kind, joined, one, other, ahead, same] }, index, parts) => {
      if (joined !== undefined) return [OP.join, slotOf(joined), slotOf(one ?? ''), slotOf(other ?? '')]
      if (ahead !== undefined) return literal(OP.ahead, ahead)
      if (same !== undefined) return [OP.same, slotOf(same)]
      if (name === undefined || kind === undefined) return literal(OP.literal, text === '{{' ? '{' : text)
      return variable(name, kind, parts[index + 1]?.text ?? '')
    })
}

/** Templates as the scanner reads them; undefined where there are too many. */
const encode = (plan: LinePlan, names: readonly string[]): Buffer | undefined => {
  const bytes = Buffer.alloc(MOST_BYTES)
  const { put, isFull } = createRoom(bytes)
  const slotOf = (name: string): number => names.indexOf(name)
  const stepsOf = compileSteps(plan, slotOf, put)
  const constant = ([name, value]: readonly [string, string]): Step => [OP.constant, slotOf(name), put(Buffer.from(value)), value.length]
  const templates: readonly (readonly Step[])[] = [
    ...plan.heads.map(stepsOf),
    ...plan.bodies.map(({ line, values }) => [...stepsOf(line), [OP.lineEnd], ...Object.entries(values).map(constant)]),
  ]
  let word = templates.length
  for (const [template, steps] of templates.entries()) {
    if (isFull() || 4 * (word + (steps.length + 1) * STEP_WORDS) > TEXTS_AT) return undefined
    bytes.writeInt32LE(4 * word, 4 * template)
    for (const step of [...steps, [OP.end]]) {
      step.forEach((value, index) => bytes.writeInt32LE(value, 4 * (word + index)))
      word += STEP_WORDS
    }
  }
  return bytes
}

/** Tells the scanner how to cut lines; the number of its slots, or undefined where it cannot. */
export const announceLines = ({ exports, bytes }: ScanModule, plan: LinePlan): number | undefined => {
  const names = namesOf(plan)
  const program = encode(plan, names)
  if (program === undefined) return undefined
  names.forEach((name, slot) => exports.setMode(slot, MODES[plan.modes.get(name) ?? 'repeating']))
  // A segment serves as scratch: nothing is scanned yet.
  program.copy(bytes, segmentAt(0))
  exports.setTemplates(segmentAt(0), program.length, plan.heads.length, plan.bodies.length)
  return names.length
}
