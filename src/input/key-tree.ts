import { isPosition, slotCount, type KeyChain, type Projection } from './projection.ts'
import type { ScanModule } from './scan-module.ts'
import { segmentAt } from './scan-memory.ts'
import { BARS, OPENING_KEYS } from './wrappings.ts'

const USE = { skip: 0, take: 1, enter: 2, enterNoList: 3, takeOrEnter: 4, takeOrEnterNoList: 5, enterAny: 6 } as const

/** Lists have these as well as objects. */
const isOfList = (key: string): boolean => key === 'length' || /^\d+$/.test(key)

interface KeyPlan {
  readonly use: keyof typeof USE
  readonly slot: number
  readonly presence: number
  readonly inside: number
}

/** Is its value taken, looked into, or both? A list cannot be looked into where something is wanted that lists have as well. */
const useOf = (isTaken: boolean, deeper: readonly string[]): keyof typeof USE => {
  const noList = deeper.some(isOfList)
  if (deeper.length === 0) return isTaken ? 'take' : 'skip'
  // Planned only where the list itself is not taken.
  if (!noList && deeper.some(isPosition)) return 'enterAny'
  if (isTaken) return noList ? 'takeOrEnterNoList' : 'takeOrEnter'
  return noList ? 'enterNoList' : 'enter'
}

const SKIPPED: KeyPlan = { use: 'skip', slot: -1, presence: -1, inside: 0 }
const TAKEN: KeyPlan = { ...SKIPPED, use: 'take' }

type SlotOfChain = readonly [slot: number, chain: KeyChain]

/** Tells the scanner which keys to look for; returns its name for the top of a record. */
export const plantTree = ({ exports, bytes }: ScanModule, projection: Projection): number => {
  const { values, members, presence } = projection
  const announce = (node: number, name: string, plan: KeyPlan, barred = 0n): void => {
    // A segment serves as scratch: nothing is scanned yet.
    const length = bytes.write(name, segmentAt(0), isPosition(name) ? 'latin1' : 'utf8')
    const isRoom = exports.addKey(node, segmentAt(0), length, USE[plan.use], plan.slot, plan.presence, plan.inside, ~barred)
    if (isRoom === 0) throw new Error('more keys are wanted than the scanner has room for')
  }
  /** Objects in a list: those of their members that are taken. */
  const plantMembers = (names: readonly string[]): number => {
    const node = exports.addNode()
    for (const name of names) announce(node, name, TAKEN)
    return node
  }
  const plant = (depth: number, below: readonly SlotOfChain[]): number => {
    const bars = depth === 1 ? BARS.get(below[0]?.[1][0] ?? '') : undefined
    const node = exports.addNode()
    const plans = new Map<string, KeyPlan>()
    for (const [name, group] of Map.groupBy(below, ([, chain]) => chain[depth] ?? '')) {
      const here = group.filter(([, chain]) => chain.length === depth + 1).map(([slot]) => slot)
      const deeper = group.filter(([, chain]) => chain.length > depth + 1)
      const slot = here.find((each) => each < values.length) ?? -1
      // What is looked into as an object is taken in full where it is a list.
      const listed = slot < 0 || deeper.length > 0 ? undefined : members[slot]
      const leaf = listed === undefined ? 0 : plantMembers(listed)
      const inside = deeper.length > 0 ? plant(depth + 1, deeper) : leaf
      const use = useOf(
        slot >= 0,
        deeper.map(([, chain]) => chain[depth + 1] ?? ''),
      )
      plans.set(name, { use, slot, presence: here.find((each) => each >= values.length) ?? -1, inside })
    }
    // At the top, what may open an envelope has to be known, and below it what tells that it does not.
    const names = new Set([...plans.keys(), ...(depth > 0 ? [] : OPENING_KEYS), ...(bars?.keys() ?? [])])
    for (const name of names) announce(node, name, plans.get(name) ?? SKIPPED, bars?.get(name))
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
