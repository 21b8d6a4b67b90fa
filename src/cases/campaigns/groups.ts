/** Groups of numbered things, joined two at a time. */
export interface Groups {
  readonly join: (left: number, right: number) => void
  readonly leaderOf: (index: number) => number
}

export const createGroups = (size: number): Groups => {
  const leader = Int32Array.from({ length: size }, (_, index) => index)
  const leaderOf = (index: number): number => {
    let at = index
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number
      at = leader[at] as number
    }
    return at
  }
  return {
    join: (left, right) => {
      const [one, other] = [leaderOf(left), leaderOf(right)]
      leader[Math.max(one, other)] = Math.min(one, other)
    },
    leaderOf,
  }
}

/** The things themselves by group; groups and their members in the order of the things. */
export const membersOf = <Thing>(things: readonly Thing[], groups: Groups): readonly (readonly Thing[])[] => {
  const found = new Map<number, Thing[]>()
  things.forEach((thing, index) => {
    const leader = groups.leaderOf(index)
    const known = found.get(leader)
    if (known === undefined) found.set(leader, [thing])
    else known.push(thing)
  })
  return [...found.values()]
}
