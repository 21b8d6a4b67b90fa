import type { Looked, Path } from '../define-format.ts'

type Value = string | undefined

/** The first path that is there. */
export const firstOf = (from: readonly Path[]): Looked => ({
  from,
  look: (read) => {
    for (let at = 0; at < from.length; at += 1) {
      const value = read(at)
      if (value !== undefined) return value
    }
    return undefined
  },
})

/** Several values, each of which looks where it stands, as one. */
export const lookAt = (sources: readonly Looked[], to: (...values: readonly Value[]) => Value): Looked => {
  const starts = sources.map((_source, index) => sources.slice(0, index).reduce((sum, { from }) => sum + from.length, 0))
  return {
    from: sources.flatMap(({ from }) => from),
    look: (read) => to(...sources.map(({ look }, index) => look((at) => read((starts[index] ?? 0) + at)))),
  }
}
