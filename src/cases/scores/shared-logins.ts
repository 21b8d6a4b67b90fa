import { NETWORK_KINDS } from '../../model/vocabulary.ts'
import { doersOf } from '../../order/doers.ts'
import type { EventTable } from '../../order/event-table.ts'
import { openColumn, shareColumn, type SharedColumn } from '../../order/table-column.ts'
import type { LoginTable } from '../rows/login-table.ts'

const COLUMNS = ['time', 'cls', 'account', 'name', 'place', 'userAgent', 'device'] as const
type ColumnName = (typeof COLUMNS)[number]

/** `LoginTable` as plain data: columns in shared memory, the rest is copied. */
export interface SharedLogins extends Pick<LoginTable, 'size' | 'classes'> {
  readonly columns: Readonly<Record<ColumnName, SharedColumn>>
  readonly sizes: { readonly accounts: number; readonly devices: number; readonly sources: number }
  readonly places: Pick<LoginTable['places'], 'source' | 'country' | 'network'>
  /** By place: the kind of its network, as a position in `NETWORK_KINDS`; −1 where nothing is known of it. */
  readonly kindOf: Int8Array
  readonly agent: Int32Array
  /** Per row, 1: an act of somebody else. undefined: the log tells of none. */
  readonly byOther: Uint8Array | undefined
  readonly allowed: Uint8Array | undefined
}

const actsOfOthers = (table: EventTable): Uint8Array | undefined => {
  if (table.actors.size === 0) return undefined
  const { isOther } = doersOf(table)
  const byOther = new Uint8Array(table.size)
  for (let row = 0; row < table.size; row += 1) if (isOther(row)) byOther[row] = 1
  return byOther
}

const kindsOfNetworks = ({ places }: EventTable): Int8Array =>
  new Int8Array(places.size).map((_, place) => {
    const network = places.networkOf(place)
    return network === undefined ? -1 : NETWORK_KINDS.indexOf(network.kind)
  })

/** undefined where a column lies on disk. @param allowed per row, 1: from a source of `--allow` */
export const shareLogins = (table: EventTable, allowed?: Uint8Array): SharedLogins | undefined => {
  const shared = COLUMNS.map((name) => [name, shareColumn(table[name])] as const)
  if (shared.some(([, column]) => column === undefined)) return undefined
  const { source, country, network } = table.places
  return {
    size: table.size,
    classes: table.classes,
    columns: Object.fromEntries(shared) as SharedLogins['columns'],
    sizes: { accounts: table.accounts.size, devices: table.devices.size, sources: table.places.sources.size },
    places: { source, country, network },
    kindOf: kindsOfNetworks(table),
    agent: table.agents.agent,
    byOther: actsOfOthers(table),
    allowed,
  }
}

/** The other side of `shareLogins`. */
export const openLogins = ({ size, classes, columns, sizes, places, kindOf, agent }: SharedLogins): LoginTable => {
  const opened = Object.fromEntries(COLUMNS.map((name) => [name, openColumn(columns[name])])) as Pick<LoginTable, ColumnName>
  const networks = NETWORK_KINDS.map((kind) => ({ kind }))
  return {
    ...opened,
    size,
    classes,
    accounts: { size: sizes.accounts },
    devices: { size: sizes.devices },
    agents: { agent },
    places: { ...places, sources: { size: sizes.sources }, networkOf: (place) => networks[kindOf[place] as number] },
  }
}
