import type { DeviceClass } from '../../model/vocabulary.ts'
import { doersOf } from '../../order/doers.ts'
import { agentName } from '../../kernel/agent-name.ts'
import type { EventTable } from '../../order/event-table.ts'
import { createLoginReader, type LoginReader } from './login-reader.ts'
import { findPersonalDevices } from './personal-devices.ts'

/** What judging needs of one event, by row: dense ids to compare and texts to show. */
export interface RowReader extends LoginReader {
  readonly sourceText: (row: number) => string | undefined
  readonly country: (row: number) => number
  readonly countryText: (row: number) => string | undefined
  readonly network: (row: number) => number
  /** Organisation and number, for people: `Example Mobile (AS64500)`. */
  readonly networkText: (row: number) => string | undefined
  readonly agent: (row: number) => number
  /** The program's line as it was sent. */
  readonly userAgent: (row: number) => number
  /** Family and system, for people: `Safari (iOS)`. */
  readonly agentText: (row: number) => string | undefined
  /** An id that tells whose machine it is; −1 also for one that many accounts share. */
  readonly device: (row: number) => number
  /** As the provider numbers it; −1 where the log has none. */
  readonly session: (row: number) => number
  /** On a line of a cellular carrier's. */
  readonly isMobile: (row: number) => boolean
  /** What its program runs on, if it tells. */
  readonly deviceClass: (row: number) => DeviceClass | undefined
  /** Its program says that it is a script. */
  readonly isScript: (row: number) => boolean
  /** In a data centre. */
  readonly isHosted: (row: number) => boolean
  /** Through a network by which many go out who are at home elsewhere (`exits.ts`). */
  readonly isByExit: (row: number) => boolean
}

/**
 * @param allowed per row, 1: from a source of `--allow`
 * @param isExit of a place, by key
 */
export const createRowReader = (table: EventTable, allowed?: Uint8Array, isExit: (place: number) => boolean = () => false): RowReader => {
  const { places, agents } = table
  const reader = createLoginReader(table, doersOf(table).isOther, allowed)
  const placeOf = (row: number): number => table.place.get(row)
  const pick = (column: Int32Array, key: number): number => (key < 0 ? -1 : (column[key] as number))
  let personal: Uint8Array | undefined
  return {
    ...reader,
    sourceText: (row) => places.sources.get(reader.source(row)),
    country: (row) => pick(places.country, placeOf(row)),
    countryText: (row) => places.countries.get(pick(places.country, placeOf(row))),
    network: (row) => pick(places.network, placeOf(row)),
    networkText: (row) => {
      const network = places.networkOf(placeOf(row))
      if (network?.asn === undefined) return network?.org
      return network.org === undefined || network.org === `AS${network.asn}` ? `AS${network.asn}` : `${network.org} (AS${network.asn})`
    },
    agent: (row) => pick(agents.agent, table.userAgent.get(row)),
    userAgent: (row) => table.userAgent.get(row),
    agentText: (row) => {
      const agent = agents.agentOf(table.userAgent.get(row))
      return agent === undefined ? undefined : agentName(agent)
    },
    device: (row) => {
      const device = table.device.get(row)
      if (device < 0) return -1
      personal ??= findPersonalDevices(table)
      return personal[device] === 1 ? device : -1
    },
    session: (row) => table.session.get(row),
    isMobile: (row) => places.networkOf(placeOf(row))?.kind === 'mobile',
    deviceClass: (row) => agents.agentOf(table.userAgent.get(row))?.deviceClass,
    isScript: (row) => agents.agentOf(table.userAgent.get(row))?.scripted === true,
    isHosted: (row) => places.networkOf(placeOf(row))?.kind === 'hosting',
    isByExit: (row) => isExit(placeOf(row)),
  }
}
