import type { Person, SourceEntry } from '../model/knowledge.ts'
import type { EventTable } from '../order/event-table.ts'
import type { Known } from './known.ts'
import { matchPeople } from './match-people.ts'
import { matchSources } from './match-sources.ts'

/** The lists of a run, as read. */
export interface Lists {
  readonly allow?: readonly SourceEntry[]
  readonly intel?: readonly SourceEntry[]
  readonly roster?: readonly Person[]
}

/** What an entry is called in a sentence: its remark, otherwise what it names. */
const labelOf = ({ note, addresses, asn, network, agent }: SourceEntry): string =>
  note ?? addresses[0] ?? (asn === undefined ? undefined : `AS${asn}`) ?? network ?? agent ?? ''

const toMarks = (entries: Uint16Array): Uint8Array => new Uint8Array(entries.length).map((_, row) => Math.min(1, entries[row] as number))

/** Lists against a log. Nothing is looked up that no list asks for. */
export const resolveLists = ({ allow, intel, roster }: Lists, table: EventTable): Known => {
  const allowed = allow === undefined ? undefined : toMarks(matchSources(allow, table))
  const known = intel === undefined ? undefined : matchSources(intel, table)
  const people = roster === undefined ? [] : matchPeople(roster, table)
  const ofIntel = (by: 'account' | 'source'): Uint8Array => {
    const found = new Uint8Array(by === 'account' ? table.accounts.size : table.places.sources.size)
    known?.forEach((entry, row) => {
      const key = by === 'account' ? table.account.get(row) : (table.places.source[table.place.get(row)] ?? -1)
      if (entry > 0 && key >= 0) found[key] = 1
    })
    return found
  }
  return {
    lists: new Set([...(intel === undefined ? [] : ['intel' as const]), ...(roster === undefined ? [] : ['roster' as const])]),
    allowed,
    intelOf: (row) => {
      const entry = intel?.[(known?.[row] ?? 0) - 1]
      return entry === undefined ? undefined : labelOf(entry)
    },
    personOf: (account) => people[account],
    among: (which, by) => {
      if (which === 'intel') return ofIntel(by)
      return new Uint8Array(table.accounts.size).map((_, key) => {
        const person = people[key]
        return person !== undefined && (which === 'roster' || person.roles.has(which)) ? 1 : 0
      })
    },
  }
}
