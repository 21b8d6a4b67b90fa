/** A chain of keys from the top of a record: `['details', 'error']`. */
export type KeyChain = readonly string[]

/** Behind it in a chain stands the number of a list's element: as a byte, which the scanner is told it as, no text has it. */
const ELEMENT = '\u00ff'
export const atPosition = (index: number): string => `${ELEMENT}${index}`
export const isPosition = (key: string): boolean => key.startsWith(ELEMENT)

/** Where a wanted value lies: in a slot, or further inside the value that a slot holds whole. */
export interface SlotPlace {
  readonly slot: number
  readonly rest: KeyChain
}

/** A list of which only some members of its objects are wanted. */
export interface WantedList {
  readonly chain: KeyChain
  readonly members: readonly string[]
}

/** An element of a list, or what lies in it; `otherwise` is what is wanted where the list is needed anyway. */
export interface WantedElement {
  readonly chain: KeyChain
  readonly otherwise: WantedList | KeyChain
}

/** What is wanted of JSON records. */
export interface Wanted {
  /** Whatever is there, objects with all that they hold. */
  readonly whole: readonly KeyChain[]
  /** Texts, numbers and lists; of an object only that it is one. */
  readonly values: readonly KeyChain[]
  readonly lists: readonly WantedList[]
  readonly elements?: readonly WantedElement[]
  /** Of these, only whether they are there (a null is). */
  readonly presence: readonly KeyChain[]
}

/** One slot per wanted chain, and none for those that lie inside a value that is held whole. Plain data: it can be handed to another thread. */
export interface Projection {
  /** The chains that are held whole, none of which is the beginning of another chain, and then the others; their slots are their positions. */
  readonly values: readonly KeyChain[]
  readonly wholeCount: number
  /** By slot: where it holds a list, the members of its objects that are wanted; undefined: all of them. */
  readonly members: readonly (readonly string[] | undefined)[]
  /** Their slots follow those of the values. A slot holds something where something is there. */
  readonly presence: readonly KeyChain[]
}

/** No two chains have the same text: each key is followed by its end. */
const textOf = (chain: KeyChain): string => chain.map((key) => `${key}\u0000`).join('')

/** The shortest beginning of a chain that is among these, itself included; and how long that is. */
const knownBeginning = (
  known: ReadonlyMap<string, number>,
  chain: KeyChain,
): { readonly slot: number; readonly length: number } | undefined => {
  let text = ''
  for (let length = 0; length <= chain.length; length += 1) {
    const slot = known.get(text)
    if (slot !== undefined) return { slot, length }
    text += `${chain[length]}\u0000`
  }
  return undefined
}

const distinct = (chains: readonly KeyChain[]): readonly KeyChain[] => [
  ...new Map(chains.toSorted((left, right) => left.length - right.length).map((chain) => [textOf(chain), chain])).values(),
]

/** Those of these chains that do not lie inside another one of them. */
const outermost = (chains: readonly KeyChain[]): ReadonlyMap<string, number> => {
  const kept = new Map<string, number>()
  for (const chain of distinct(chains)) if (!knownBeginning(kept, chain)) kept.set(textOf(chain), kept.size)
  return kept
}

/** By slot: the members that are wanted of a list's objects; undefined where somebody wants all that the slot holds. */
const membersBySlot = ({ values, lists }: Wanted, slots: readonly KeyChain[], wholeCount: number): Projection['members'] => {
  const asked = new Set(values.map(textOf))
  const members = Map.groupBy(lists, ({ chain }) => textOf(chain))
  return slots.map((chain, slot) => {
    const own = slot < wholeCount || asked.has(textOf(chain)) ? undefined : members.get(textOf(chain))
    return own === undefined ? undefined : [...new Set(own.flatMap((list) => list.members))].toSorted()
  })
}

const listChain = (chain: KeyChain): KeyChain => chain.slice(0, chain.findIndex(isPosition))

const isList = (other: WantedList | KeyChain): other is WantedList => 'members' in other

/** The same with slots for elements of lists which nobody wants for anything else, and all others as the lists that they are in. */
const withElements = ({ elements = [], ...wanted }: Wanted): Wanted => {
  // A list within a list's element is read out of the outer one, which is then wanted itself.
  const isDeep = ({ chain }: WantedElement): boolean => chain.filter(isPosition).length > 1
  const lists = [...wanted.lists.map(({ chain }) => chain), ...elements.filter(isDeep).map(({ chain }) => listChain(chain))]
  const taken = new Set([...wanted.values, ...wanted.whole, ...lists].map(textOf))
  const isOwn = ({ chain }: WantedElement): boolean => !taken.has(textOf(listChain(chain)))
  const others = elements.filter((element) => !isOwn(element)).map(({ otherwise }) => otherwise)
  return {
    ...wanted,
    values: [
      ...wanted.values,
      ...elements.filter(isOwn).map(({ chain }) => chain),
      ...others.filter((other): other is KeyChain => !isList(other)),
    ],
    lists: [...wanted.lists, ...others.filter(isList)],
  }
}

/** Plans the slots for these chains, given in any order and more than once. */
export const planProjection = (asked: Wanted): Projection => {
  const wanted = withElements(asked)
  const whole = outermost(wanted.whole)
  const isOpen = (chain: KeyChain): boolean => !knownBeginning(whole, chain)
  const kept = distinct(wanted.whole).filter((chain) => whole.has(textOf(chain)))
  const values = [...kept, ...distinct([...wanted.values, ...wanted.lists.map(({ chain }) => chain)]).filter(isOpen)]
  const known = new Set(values.map(textOf))
  const presence = distinct(wanted.presence).filter((chain) => isOpen(chain) && !known.has(textOf(chain)))
  return { values, wholeCount: kept.length, members: membersBySlot(wanted, values, kept.length), presence }
}

export const slotCount = ({ values, presence }: Projection): number => values.length + presence.length

interface Slots {
  readonly ofWhole: ReadonlyMap<string, number>
  readonly ofValue: ReadonlyMap<string, number>
  readonly ofPresence: ReadonlyMap<string, number>
}

/** By the texts of the chains, made once for each projection: every field of every format asks. */
const slotsByText = new WeakMap<Projection, Slots>()

const slotsOf = (projection: Projection): Slots => {
  const known = slotsByText.get(projection)
  if (known) return known
  const { values, wholeCount, presence } = projection
  const ofValue = values.map((chain, slot) => [textOf(chain), slot] as const)
  const slots = {
    ofWhole: new Map(ofValue.slice(0, wholeCount)),
    ofValue: new Map(ofValue),
    ofPresence: new Map(presence.map((chain, index) => [textOf(chain), values.length + index])),
  }
  slotsByText.set(projection, slots)
  return slots
}

/** Where the value of a chain is read from; undefined where nobody announced it. */
export const placeOfValue = (projection: Projection, chain: KeyChain): SlotPlace | undefined => {
  const { ofWhole, ofValue } = slotsOf(projection)
  const own = ofValue.get(textOf(chain))
  if (own !== undefined) return { slot: own, rest: [] }
  const found = knownBeginning(ofWhole, chain)
  return found === undefined ? undefined : { slot: found.slot, rest: chain.slice(found.length) }
}

/** Where it is seen whether a chain is there. */
export const placeOfPresence = (projection: Projection, chain: KeyChain): SlotPlace | undefined => {
  const slot = slotsOf(projection).ofPresence.get(textOf(chain))
  return slot === undefined ? placeOfValue(projection, chain) : { slot, rest: [] }
}

/** Is all that is wanted among what was announced when the projection was planned? */
export const isCovered = ({ whole, values, lists, elements = [], presence }: Wanted, projection: Projection): boolean => {
  const isWhole = (chain: KeyChain): boolean => (placeOfValue(projection, chain)?.slot ?? Infinity) < projection.wholeCount
  const holds = (chain: KeyChain, member: string): boolean => {
    const slot = placeOfValue(projection, chain)?.slot
    return slot !== undefined && projection.members[slot]?.includes(member) !== false
  }
  const isListed = ({ chain, members }: WantedList): boolean => isWhole(chain) || members.every((member) => holds(chain, member))
  const isThere = (chain: KeyChain): boolean => placeOfValue(projection, chain) !== undefined
  return (
    whole.every(isWhole) &&
    values.every(isThere) &&
    lists.every(isListed) &&
    elements.every(
      ({ chain, otherwise }) =>
        placeOfValue(projection, chain)?.rest.length === 0 || (isList(otherwise) ? isListed(otherwise) : isThere(otherwise)),
    ) &&
    presence.every((chain) => placeOfPresence(projection, chain) !== undefined)
  )
}

/** Columns of a table as what is wanted: their slots are their positions. */
export const tableProjection = (columns: readonly string[]): Projection => ({
  values: columns.map((column) => [column]),
  wholeCount: 0,
  members: [],
  presence: [],
})
