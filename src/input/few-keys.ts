const MAX_KEYS = 24

/** Envelopes and pages have few keys. Records have many, and this is the cheap way to leave them alone (30 ns). */
export const hasFewKeys = (value: object): boolean => {
  let count = 0
  for (const _ in value) if (++count > MAX_KEYS) return false
  return true
}
