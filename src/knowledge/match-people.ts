import type { Person } from '../model/knowledge.ts'
import type { EventTable } from '../order/event-table.ts'

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** A shared id with a line for each of its users is still one id. */
const bothUse = (known: Person | null, person: Person): Person | null =>
  known !== null && known.roles.has('shared') && person.roles.has('shared') ? known : null

/** By account: the person of the roster behind it, by id or asserted name, exact spelling first; a name of two people is nobody's. */
export const matchPeople = (roster: readonly Person[], { accounts }: EventTable): readonly (Person | undefined)[] => {
  const index = (form: (text: string) => string): ReadonlyMap<string, Person | null> => {
    const people = new Map<string, Person | null>()
    for (const person of roster) {
      for (const text of new Set(person.texts.map(form))) {
        const known = people.get(text)
        people.set(text, known === undefined || known === person ? person : bothUse(known, person))
      }
    }
    return people
  }
  const exact = index(String)
  const loose = index(folded)
  return Array.from({ length: accounts.size }, (_, key) => {
    const texts = [accounts.get(key) ?? '', ...accounts.namesOf(key)]
    for (const text of texts) {
      const person = exact.get(text) ?? loose.get(folded(text))
      if (person !== undefined && person !== null) return person
    }
    return undefined
  })
}
