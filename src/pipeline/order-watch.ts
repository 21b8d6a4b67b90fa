/** One place where time goes back in a log that is otherwise in order. Times in epoch µs. */
export interface Jump {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** In which order the events of one input come, and where it breaks. */
export interface OrderWatch {
  readonly see: (time: number, line: number) => void
  readonly finish: () => {
    readonly order: 'ascending' | 'descending' | 'mixed' | null
    readonly jumps: readonly Jump[]
    readonly moreJumps: number
  }
}

/** Several writers of one file are seconds apart; this is no matter of the clock. */
const SLACK_US = 60 * 1e6
/** More breaks than this share of the steps: the log is simply not in order. */
const MOST_BREAKS = 0.01
const FEWEST_EVENTS = 50
const SHOWN = 5

interface Way {
  count: number
  readonly first: Jump[]
}

export const createOrderWatch = (): OrderWatch => {
  let first = Number.NaN
  let last = Number.NaN
  let steps = 0
  const [back, forth]: [Way, Way] = [
    { count: 0, first: [] },
    { count: 0, first: [] },
  ]
  const note = (way: Way, from: number, to: number, line: number): void => {
    way.count += 1
    if (way.first.length < SHOWN) way.first.push({ line, from, to })
  }
  const isRare = (way: Way): boolean => way.count <= steps * MOST_BREAKS
  return {
    see: (time, line) => {
      if (time < last - SLACK_US) note(back, last, time, line)
      else if (time > last + SLACK_US) note(forth, last, time, line)
      if (Number.isNaN(last)) first = time
      else steps += 1
      last = time
    },
    finish: () => {
      if (steps + 1 < FEWEST_EVENTS) return { order: null, jumps: [], moreJumps: 0 }
      const isOnward = last >= first
      if (isOnward && isRare(back)) return { order: 'ascending', jumps: back.first, moreJumps: back.count - back.first.length }
      // Newest first is how consoles export: a jump there tells of the export, not of a clock.
      return { order: !isOnward && isRare(forth) ? 'descending' : 'mixed', jumps: [], moreJumps: 0 }
    },
  }
}
