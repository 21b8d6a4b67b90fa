/** Case and width do not count where somebody is looked up by what a person spells out or types from memory. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
