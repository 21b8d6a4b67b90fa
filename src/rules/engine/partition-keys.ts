import type { EventTable } from '../../order/event-table.ts'
import type { TableColumn } from '../../order/table-column.ts'
import type { PartitionField, Rule, RuleEvent } from '../define-rule.ts'
import { createPairMap } from './pair-map.ts'

/** Row (and the view on it) → dense key ≥ 0 under which a rule keeps its state, or −1: the event lacks the field (or sits on a proxy) and is not handed over. */
export type KeyOf = (
  row: number,
  event: Pick<RuleEvent, 'sourceKey' | 'networkKey' | 'agentKey' | 'accountKey' | 'clientKey' | 'session' | 'device'>,
) => number

/** Pairs (and, chained, longer tuples) as dense keys; −1 in any part gives −1. */
const interned = (left: KeyOf, right: KeyOf): KeyOf => {
  const ids = createPairMap()
  return (row, event) => {
    const a = left(row, event)
    const b = right(row, event)
    if (a < 0 || b < 0) return -1
    const known = ids.get(a, b)
    return known > 0 ? known - 1 : ids.add(a, b, ids.size() + 1) - 1
  }
}

const sourceKey = ({ places }: EventTable): KeyOf => {
  const proxies = new Uint8Array(places.sources.size).map((_, source) => (places.isProxy(source) ? 1 : 0))
  return (_row, event) => (proxies[event.sourceKey] === 1 ? -1 : event.sourceKey)
}

const fingerprintKey = (table: EventTable): KeyOf => {
  const reasons = new Map<string, number>()
  const reasonOf = table.classes.map(({ reason = '' }) => {
    const known = reasons.get(reason) ?? reasons.size
    reasons.set(reason, known)
    return known
  })
  return interned(
    interned(
      (_row, { agentKey }) => agentKey,
      (row) => reasonOf[table.cls.get(row)] ?? 0,
    ),
    (_row, { clientKey }) => clientKey + 1,
  )
}

/** Number of dense keys of a single field; tuples have none beforehand. */
const FIELD_SIZES: Readonly<Record<Exclude<PartitionField, 'fingerprint'>, (table: EventTable) => number>> = {
  source: ({ places }) => places.sources.size,
  network: ({ places }) => places.network.reduce((most, network) => Math.max(most, network), -1) + 1,
  tenant: ({ tenants }) => tenants.size,
  account: ({ accounts }) => accounts.size,
  session: ({ sessions }) => sessions.size,
  device: ({ devices }) => devices.size,
}

/** Where a rule's keys stand: in a column, or by the place in one. */
export interface KeyColumn {
  readonly field: Exclude<PartitionField, 'fingerprint'>
  readonly size: number
  readonly keys: TableColumn
  readonly byPlace: Int32Array | undefined
}

/** The key of a row, −1 where it has none. */
export const columnReader = ({ keys, byPlace }: KeyColumn): ((row: number) => number) =>
  byPlace === undefined ? (row) => keys.get(row) : (row) => byPlace[keys.get(row)] ?? -1

/** The column that holds a rule's keys, for counting them in one go; undefined where keys are made while reading. */
export const keyColumn = (table: EventTable, { partition }: Rule): KeyColumn | undefined => {
  const [field, second] = partition === 'global' ? [] : partition
  if (field === undefined || second !== undefined || field === 'fingerprint') return undefined
  const size = FIELD_SIZES[field](table)
  if (field === 'source' || field === 'network') return { field, size, keys: table.place, byPlace: table.places[field] }
  return { field, size, keys: table[field], byPlace: undefined }
}

const FIELD_KEYS: Readonly<Record<PartitionField, (table: EventTable) => KeyOf>> = {
  source: sourceKey,
  network:
    () =>
    (_row, { networkKey }) =>
      networkKey,
  fingerprint: fingerprintKey,
  tenant: (table) => (row) => table.tenant.get(row),
  account:
    () =>
    (_row, { accountKey }) =>
      accountKey,
  session:
    () =>
    (_row, { session }) =>
      session,
  device:
    () =>
    (_row, { device }) =>
      device,
}

/** How the rule's keys are read from a row. */
export const keyReader = (table: EventTable, { partition }: Rule): KeyOf =>
  partition === 'global' ? () => 0 : partition.map((field) => FIELD_KEYS[field](table)).reduce(interned)

const networkText = (table: EventTable, row: number): string => {
  const network = table.places.networkOf(table.place.get(row))
  return network?.asn === undefined ? (network?.org ?? '') : `AS${network.asn}`
}

const accountText = ({ accounts, account }: EventTable, row: number): string => {
  const key = account.get(row)
  return key < 0 ? '' : JSON.stringify([accounts.provider(key), accounts.tenant(key), accounts.get(key)])
}

const fingerprintText = (table: EventTable, row: number): string => {
  const agent = table.agents.agentOf(table.userAgent.get(row))
  return JSON.stringify([agent?.family, agent?.os, table.classes[table.cls.get(row)]?.reason, table.clients.get(table.client.get(row))])
}

const FIELD_TEXTS: Readonly<Record<PartitionField, (table: EventTable, row: number) => string>> = {
  source: (table, row) => table.places.sources.get(table.places.source[table.place.get(row)] ?? -1) ?? '',
  network: networkText,
  fingerprint: fingerprintText,
  tenant: (table, row) => table.tenants.get(table.tenant.get(row)) ?? '',
  account: accountText,
  // The account too: of some sessions only a hash was kept, and those would all read alike.
  session: (table, row) => JSON.stringify([table.sessions.get(table.session.get(row)), accountText(table, row)]),
  device: (table, row) => table.devices.get(table.device.get(row)) ?? '',
}

/** The key of a row's event in words that are the same in every run: goes into finding ids. */
export const keyText = (table: EventTable, { partition }: Rule, row: number): string =>
  partition === 'global' ? '' : JSON.stringify(partition.map((field) => FIELD_TEXTS[field](table, row)))
