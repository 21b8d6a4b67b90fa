import { ENVELOPE_KEYS } from './peel.ts'
import { slotCount, type KeyChain, type Projection } from './projected.ts'
import type { ScanModule } from './scan-module.ts'
import { segmentAt } from './scan-memory.ts'
import { NEST_KEYS, NEST_MARKS, RECORD_KEYS } from './wrapper.ts'

const USE = { skip: 0, take: 1, enter: 2, refuse: 3 } as const
/** Refused only where the value is a list, or a list or an object: the record may be a page. */
const REFUSES = { never: 0, list: 1, any: 2 } as const

interface KeyPlan {
  readonly use: keyof typeof USE
  readonly slot: number
  readonly presence: number
  readonly inside: number
  readonly refuses: keyof typeof REFUSES
}

const SKIPPED: KeyPlan = { use: 'skip', slot: -1, presence: -1, inside: 0, refuses: 'never' }

/** At the top, keys that may make the record an envelope or a page are left to the full reading, which knows all of it. */
const atTop = (key: string, plan: KeyPlan): KeyPlan => {
  if (ENVELOPE_KEYS.has(key)) return { ...SKIPPED, use: 'refuse' }
  if (NEST_KEYS.has(key) && (plan.inside === 0 || !Object.hasOwn(NEST_MARKS, key))) return { ...plan, refuses: 'any' }
  return RECORD_KEYS.has(key) ? { ...plan, refuses: 'list' } : plan
}

type SlotOfChain = readonly [slot: number, chain: KeyChain]

/** Tells the scanner which keys to look for; returns its name for the top of a record. */
export const plantTree = ({ exports, bytes }: ScanModule, projection: Projection): number => {
  const { values, presence } = projection
  const announce = (node: number, name: string, plan: KeyPlan): void => {
    // A segment serves as scratch: nothing is scanned yet.
    const length = bytes.write(name, segmentAt(0))
    const isRoom = exports.addKey(node, segmentAt(0), length, USE[plan.use], REFUSES[plan.refuses], plan.slot, plan.presence, plan.inside)
    if (isRoom === 0) throw new Error('more keys are wanted than the scanner has room for')
  }
  const plant = (depth: number, below: readonly SlotOfChain[]): number => {
    const node = exports.addNode()
    const plans = new Map<string, KeyPlan>()
    for (const [name, group] of Map.groupBy(below, ([, chain]) => chain[depth] ?? '')) {
      const here = group.filter(([, chain]) => chain.length === depth + 1).map(([slot]) => slot)
      const deeper = group.filter(([, chain]) => chain.length > depth + 1)
      const slot = here.find((each) => each < values.length) ?? -1
      const inside = slot < 0 && deeper.length > 0 ? plant(depth + 1, deeper) : 0
      const mark = depth === 0 && inside > 0 && Object.hasOwn(NEST_MARKS, name) ? NEST_MARKS[name] : undefined
      if (mark !== undefined) announce(inside, mark, { ...SKIPPED, use: 'refuse' })
      const use = slot >= 0 ? 'take' : inside === 0 ? 'skip' : 'enter'
      plans.set(name, { use, slot, presence: here.find((each) => each >= values.length) ?? -1, inside, refuses: 'never' })
    }
    if (depth > 0) for (const [name, plan] of plans) announce(node, name, plan)
    else {
      const special = [...ENVELOPE_KEYS, ...NEST_KEYS, ...RECORD_KEYS]
      for (const name of new Set([...plans.keys(), ...special])) announce(node, name, atTop(name, plans.get(name) ?? SKIPPED))
    }
    return node
  }
  exports.forgetTree()
  for (let slot = 0; slot < slotCount(projection); slot += 1) {
    if (exports.setMode(slot, 0) === 0) throw new Error('more values are wanted than the scanner has room for')
  }
  return plant(
    0,
    [...values, ...presence].map((chain, slot) => [slot, chain] as const),
  )
}
