/** The rows of one episode: counted all, kept only the first and the last halves of the cap. */
export interface EvidenceRows {
  /** Takes rows oldest first; rows at or before the newest one already taken are known. */
  readonly add: (rows: readonly number[]) => void
  readonly count: () => number
  readonly rows: () => readonly number[]
}

export const createEvidence = (cap: number): EvidenceRows => {
  const headCap = Math.ceil(cap / 2)
  const tailCap = cap - headCap
  const head: number[] = []
  const tail: number[] = []
  let newest = -1
  let count = 0
  let beyondHead = 0

  const take = (row: number): void => {
    newest = row
    count += 1
    if (head.length < headCap) head.push(row)
    else if (tailCap > 0) tail[beyondHead++ % tailCap] = row
  }
  return {
    add: (rows) => {
      for (const row of rows) if (row > newest) take(row)
    },
    count: () => count,
    rows: () => {
      const oldest = beyondHead > tailCap ? beyondHead % tailCap : 0
      return [...head, ...tail.slice(oldest), ...tail.slice(0, oldest)]
    },
  }
}
