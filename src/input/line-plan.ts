import type { LinePlan } from '../model/line-plan.ts'
import { segmentAt } from './scan-memory.ts'
import type { ScanModule } from './scan-module.ts'
import { MODES } from './table-plan.ts'

// The same numbers as in assembly/lines.ts.
const OP = { end: 0, literal: 1, field: 2, join: 3, constant: 4, lineEnd: 5 } as const
const KINDS = [
  'digits',
  'port',
  'word',
  'name',
  'host',
  'address',
  'iso',
  'bsd',
  'rest',
  'quoted',
  'status',
  'count',
  'clf',
  'visitor',
] as const
const STEP_WORDS = 4

const PART = /\{(?<name>\w*):(?<kind>\w+)\}|\{(?<joined>\w+)=(?<one>\w+)\/(?<other>\w+)\}|[^{]+/g

const partsOf = (line: string) => [...line.matchAll(PART)].map(([text, ...found]) => ({ text, names: found }))

/** All names of a plan, in order; the first slot is nobody's. */
export const namesOf = ({ heads, bodies }: LinePlan): readonly string[] => {
  const names = new Set([''])
  for (const line of [...heads, ...bodies.map((body) => body.line)])
    for (const {
      names: [name, , joined],
    } of partsOf(line))
      names.add(joined ?? name ?? '')
  for (const { values } of bodies) for (const name of Object.keys(values)) names.add(name)
  return [...names]
}

/** Steps stand first in the scanner's room for templates, texts behind them. */
const TEXTS_AT = 24 << 10
const MOST_BYTES = 32 << 10

type Steps = readonly (readonly number[])[]

/** Templates as the scanner reads them; undefined where there are too many. */
const encode = (plan: LinePlan, names: readonly string[]): Buffer | undefined => {
  const bytes = Buffer.alloc(MOST_BYTES)
  let texts = TEXTS_AT
  const addText = (text: string): readonly [at: number, length: number] => {
    const at = texts
    texts += Buffer.byteLength(text)
    if (texts <= MOST_BYTES) bytes.write(text, at)
    return [at, texts - at]
  }
  const slotOf = (name: string | undefined): number => names.indexOf(name ?? '')
  const stepsOf = (line: string): Steps =>
    partsOf(line).map(({ text, names: [name, kind, joined, one, other] }) => {
      if (joined !== undefined) return [OP.join, slotOf(joined), slotOf(one), slotOf(other)]
      return kind === undefined
        ? [OP.literal, ...addText(text)]
        : [OP.field, slotOf(name), KINDS.indexOf(kind as (typeof KINDS)[number]), /^[^_]/.test(name ?? '') ? 1 : 0]
    })
  const templates: readonly Steps[] = [
    ...plan.heads.map(stepsOf),
    ...plan.bodies.map(({ line, values }) => [
      ...stepsOf(line),
      [OP.lineEnd],
      ...Object.entries(values).map(([name, value]) => [OP.constant, slotOf(name), ...addText(value)]),
    ]),
  ]
  let word = templates.length
  templates.forEach((steps, template) => {
    if (4 * (word + (steps.length + 1) * STEP_WORDS) > TEXTS_AT) texts = Infinity
    if (texts > MOST_BYTES) return
    bytes.writeInt32LE(4 * word, 4 * template)
    for (const step of [...steps, [OP.end]]) {
      step.forEach((value, index) => bytes.writeInt32LE(value, 4 * (word + index)))
      word += STEP_WORDS
    }
  })
  return texts > MOST_BYTES ? undefined : bytes
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
