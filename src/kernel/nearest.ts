/** Longer words are not compared: nobody mistypes them, and the cost grows with the square. */
const LONGEST = 64

/** Edits (insert, drop, replace, swap neighbours) between two words. */
export const editDistance = (left: string, right: string): number => {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      const above = rows[row - 1] ?? []
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    rows.push(line)
  }
  return rows[left.length]?.[right.length] ?? 0
}

/** The only choice that the word is a part of: `spray` for `single-source-spray`. One letter alone is a part of too many by chance. */
const onlyHolder = (typed: string, choices: readonly string[]): string | undefined => {
  if (typed.replaceAll('-', '').length < 2) return undefined
  const [found, ...others] = choices.filter((choice) => choice.toLowerCase().includes(typed))
  return others.length === 0 ? found : undefined
}

/** The choice with the fewest other letters, at most a third of its own; one that shares none is no likeness. */
const leastEdited = (typed: string, choices: readonly string[]): string | undefined =>
  choices
    .map((choice) => ({ choice, edits: editDistance(typed, choice.toLowerCase()) }))
    .filter(({ choice, edits }) => edits <= Math.max(1, Math.floor(choice.length / 3)) && edits < choice.length)
    .toSorted((left, right) => left.edits - right.edits)[0]?.choice

/** The choice that was probably meant: cut short, or mistyped; undefined when none is close. */
export const nearest = (word: string, choices: readonly string[]): string | undefined => {
  if (word.length > LONGEST) return undefined
  const typed = word.toLowerCase()
  return onlyHolder(typed, choices) ?? leastEdited(typed, choices)
}
