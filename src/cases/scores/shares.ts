/** How the honest logins of a group divide over a few cases, against how a stranger's would. */
export interface Shares {
  readonly learn: (group: number, which: number) => void
  /** log10 of how much likelier the case is for a stranger. */
  readonly ratio: (group: number, which: number) => number
}

/** @param strangers chance of each case for a stranger, the same in all groups. */
export const createShares = (groups: number, strangers: readonly number[]): Shares => {
  const counts = new Float64Array(groups * strangers.length).fill(1)
  return {
    learn: (group, which) => {
      counts[group * strangers.length + which]! += 1
    },
    ratio: (group, which) => {
      const base = group * strangers.length
      let total = 0
      for (let at = 0; at < strangers.length; at += 1) total += counts[base + at] as number
      return Math.log10((strangers[which] as number) / ((counts[base + which] as number) / total))
    },
  }
}
