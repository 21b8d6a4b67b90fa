import type { LinePlan, LineSection, PairsPlan } from '../model/line-plan.ts'
import { lineKind, runOf, runTable, takesLetter } from './line-kinds.ts'
import { segmentAt } from './scan-memory.ts'
import type { ScanModule } from './scan-module.ts'
import { MODES } from './table-plan.ts'

// The same numbers as in assembly/lines.ts.
const OP = {
  end: 0,
  literal: 1,
  field: 2,
  join: 3,
  constant: 4,
  lineEnd: 5,
  run: 6,
  ahead: 7,
  pairs: 8,
  same: 9,
  notAhead: 10,
  option: 11,
  optionEnd: 12,
} as const
const RUN_FLAG = { wanted: 1, mayRetreat: 2 } as const
const STEP_WORDS = 4
/** Of a template: where its steps begin, and the bodies that may follow it. */
const TEMPLATE_WORDS = 3

const PART =
  /\{(?<name>\w*):(?<kind>\w+)\}|\{(?<joined>\w+)=(?<one>\w+)\/(?<other>\w+)\}|\{(?<look>[?!])(?<ahead>[^}]+)\}|\{=(?<same>\w+)\}|\{(?<bracket>[()])\}|\{\{|[^{]+/g

const partsOf = (line: string) => [...line.matchAll(PART)].map(([text, ...found]) => ({ text, names: found }))

const sectionsOf = (plan: LinePlan): readonly LineSection[] => [plan, ...(plan.others ?? [])]
const headsOf = (plan: LinePlan): readonly string[] => sectionsOf(plan).flatMap(({ heads }) => heads)
const bodiesOf = (plan: LinePlan): LinePlan['bodies'] => sectionsOf(plan).flatMap(({ bodies }) => bodies)
const linesOf = (plan: LinePlan): readonly string[] => [...headsOf(plan), ...bodiesOf(plan).map(({ line }) => line)]

/** All names of a plan, in order; the first slot is nobody's. */
export const namesOf = (plan: LinePlan): readonly string[] => {
  const { pairs = {} } = plan
  const names = new Set([''])
  for (const line of linesOf(plan))
    for (const {
      names: [name, , joined],
    } of partsOf(line))
      names.add(joined ?? name ?? '')
  for (const { values } of bodiesOf(plan)) for (const name of Object.keys(values)) names.add(name)
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
const pairsTable = (plan: LinePlan, pairs: PairsPlan, slotOf: (name: string) => number, put: Put): Buffer => {
  const { runs = {} } = plan
  const named = new Set(
    linesOf(plan)
      .flatMap(partsOf)
      .map(({ names: [name] }) => name ?? ''),
  )
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

/** From an opening bracket to its end; one within another is not read. */
const stepsOfOption = (parts: ReturnType<typeof partsOf>, opening: number): number => {
  const steps = parts.slice(opening + 1).findIndex(({ text }) => text === '{(}' || text === '{)}') + 1
  if (parts[opening + steps]?.text !== '{)}') throw new Error(`no end of an optional part: ${parts.map(({ text }) => text).join('')}`)
  return steps
}

const compileSteps = (plan: LinePlan, slotOf: (name: string) => number, put: Put): ((line: string) => readonly Step[]) => {
  const literal = (op: number, text: string): Step => [op, put(Buffer.from(text)), text.length]
  const variable = variableStep(plan, slotOf, put)
  return (line) =>
    partsOf(line).map(({ text, names: [name, kind, joined, one, other, look, ahead, same, bracket] }, index, parts) => {
      if (joined !== undefined) return [OP.join, slotOf(joined), slotOf(one ?? ''), slotOf(other ?? '')]
      if (ahead !== undefined) return literal(look === '?' ? OP.ahead : OP.notAhead, ahead)
      if (same !== undefined) return [OP.same, slotOf(same)]
      if (bracket !== undefined) return bracket === '(' ? [OP.option, 4 * STEP_WORDS * stepsOfOption(parts, index)] : [OP.optionEnd]
      if (name === undefined || kind === undefined) return literal(OP.literal, text === '{{' ? '{' : text)
      return variable(name, kind, parts[index + 1]?.text ?? '')
    })
}

/** Of each head the numbers of the templates that may follow it: the first, and the one behind the last. */
const bodiesByHead = (plan: LinePlan): readonly (readonly [from: number, to: number])[] => {
  let from = headsOf(plan).length
  return sectionsOf(plan).flatMap(({ heads, bodies }) => {
    const range = [from, from + bodies.length] as const
    from += bodies.length
    return heads.map(() => range)
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
    ...headsOf(plan).map(stepsOf),
    ...bodiesOf(plan).map(({ line, values }) => [...stepsOf(line), [OP.lineEnd], ...Object.entries(values).map(constant)]),
  ]
  const bodies = bodiesByHead(plan)
  let word = templates.length * TEMPLATE_WORDS
  for (const [template, steps] of templates.entries()) {
    if (isFull() || 4 * (word + (steps.length + 1) * STEP_WORDS) > TEXTS_AT) return undefined
    words(4 * word, ...(bodies[template] ?? [])).copy(bytes, 4 * TEMPLATE_WORDS * template)
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
  exports.setTemplates(segmentAt(0), program.length, headsOf(plan).length)
  return names.length
}
