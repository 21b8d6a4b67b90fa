/** Texts by code units, which is the same everywhere: a locale's order is not. */
export const compareTexts = (left: string, right: string): number => {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Entries by their keys. */
export const compareKeys = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number => compareTexts(left, right)
