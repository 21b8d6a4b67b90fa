import type { Format } from '../formats/define-format.ts'
import { float64Column, keyColumn, uint16Column, uint32Column, type StoredColumn } from './columns.ts'
import { createEventClasses } from './event-classes.ts'
import { createHashInterner } from './hash-interner.ts'
import { createInterner } from './interner.ts'
import { createPlaces } from './places.ts'
import { ShedColumn } from './paged/shed-column.ts'
import { createScopedInterner } from './scoped-interner.ts'

/** The part of a format that storing needs. */
export type StoredFormat = Pick<Format, 'id' | 'provider' | 'repeats' | 'names' | 'attempt' | 'successes' | 'edge'>

/** What the values of a log are interned in; shared by everything that reads or writes its columns. */
export const createDictionaries = () => ({
  classes: createEventClasses(),
  places: createPlaces(),
  /** Immutable ids under their scope (provider, tenant), as written. */
  ids: createScopedInterner(),
  scopes: createInterner(),
  names: createHashInterner(),
  sessions: createHashInterner(),
  userAgents: createInterner(),
  devices: createInterner(),
  clients: createInterner(),
  tenants: createInterner(),
  actors: createInterner(),
})

/** One column per field of an event, in the order of reading. */
export const createColumns = () => ({
  time: float64Column(),
  sequence: float64Column(),
  cls: uint16Column(),
  scope: keyColumn(),
  account: keyColumn(),
  name: keyColumn(),
  place: keyColumn(),
  userAgent: keyColumn(),
  session: keyColumn(),
  device: keyColumn(),
  client: keyColumn(),
  tenant: keyColumn(),
  actor: keyColumn(),
  /** Half of the hash of the event's id: ids are compared within one instant only. */
  id0: uint32Column(),
  id1: uint32Column(),
  input: uint16Column(),
  // Where the record lies: asked for again only when it is cited.
  line: new ShedColumn(uint32Column()),
  offset: new ShedColumn(float64Column()),
  length: new ShedColumn(uint32Column()),
  nested: uint32Column(),
  part: uint16Column(),
  port: uint16Column(),
})

export type Dictionaries = ReturnType<typeof createDictionaries>
export type EventColumns = ReturnType<typeof createColumns>

/** Each column of an event, wherever its numbers lie. */
export type StoredColumns = Readonly<Record<keyof EventColumns, StoredColumn>>

/** Events as they were read, before duplicates are dropped and attempts folded. */
export interface StoredLog {
  readonly size: number
  readonly columns: StoredColumns
  readonly dictionaries: Dictionaries
  readonly formats: ReadonlyMap<string, StoredFormat>
  /** Where the rows already have the order of the sort key: the number under which each was read. Otherwise they have the order of reading. */
  readonly readAs?: Pick<StoredColumn, 'get'>
}
