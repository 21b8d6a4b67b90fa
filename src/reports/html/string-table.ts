/** Texts that many accounts share are written once: an index stands for each. */
export interface StringTable {
  readonly indexOf: (text: string) => number
  readonly texts: () => readonly string[]
}

export const createStringTable = (): StringTable => {
  const places = new Map<string, number>()
  return {
    indexOf(text) {
      const known = places.get(text)
      if (known !== undefined) return known
      places.set(text, places.size)
      return places.size - 1
    },
    texts: () => [...places.keys()],
  }
}
