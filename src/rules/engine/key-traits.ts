import type { KeyTrait } from '../define-rule.ts'
import type { EventTable, PlaceTable } from '../../order/event-table.ts'
import { HOUR_US } from '../../kernel/time-units.ts'
import { MATURE_MS, MATURE_SUCCESSES } from './facts.ts'

/** What tells keys apart before any event is handed over. */
export interface TraitContext {
  readonly table: EventTable
  /** By source, 1: stage 1 found something about it. */
  readonly threatened: Uint8Array
  /** Is every key to be handed over, whatever its traits? */
  readonly everyKey: boolean
  readonly earlyNetworks: () => EarlyNetworks
  /** What was worked out for one rule, by what it depends on: most rules ask the same of the same keys. */
  readonly found: Map<string, Uint8Array | Uint16Array>
}

/** What is worked out once and then known. */
export const onceFor = <Found extends Uint8Array | Uint16Array>({ found }: TraitContext, question: string, find: () => Found): Found => {
  const known = found.get(question) ?? find()
  found.set(question, known)
  return known as Found
}

/** The rows of a rule's keys; a key is −1 where a row has none. */
export interface KeyRows {
  readonly field: string
  readonly size: number
  readonly keyAt: (row: number) => number
  /** By class, 1: wanted by the rule, or teaches what is usual. */
  readonly looksAt: Uint8Array
}

type ValueAt = (row: number) => number

const byPlace =
  ({ place }: EventTable, values: Int32Array): ValueAt =>
  (row) =>
    values[place.get(row)] ?? -1

const VALUES: Readonly<Record<'source' | 'country' | 'network' | 'agent' | 'device' | 'account', (table: EventTable) => ValueAt>> = {
  source: (table) => byPlace(table, table.places.source),
  country: (table) => byPlace(table, table.places.country),
  network: (table) => byPlace(table, table.places.network),
  agent:
    ({ userAgent, agents }) =>
    (row) =>
      agents.agent[userAgent.get(row)] ?? -1,
  device:
    ({ device }) =>
    (row) =>
      device.get(row),
  account:
    ({ account }) =>
    (row) =>
      account.get(row),
}

const NOT_MET = -2

/** Keys whose rows show at least two different values; none at all is one of them. */
const varied = ({ table }: TraitContext, { size, keyAt, looksAt }: KeyRows, valueAt: ValueAt): Uint8Array => {
  const first = new Int32Array(size).fill(NOT_MET)
  const has = new Uint8Array(size)
  for (let row = 0; row < table.size; row += 1) {
    if (looksAt[table.cls.get(row)] === 0) continue
    const key = keyAt(row)
    if (key < 0) continue
    const value = valueAt(row)
    if (first[key] === NOT_MET) first[key] = value
    else if (first[key] !== value) has[key] = 1
  }
  return has
}

/** Keys with a row at one of the places whose value is among these. */
const some = (
  { table: { place, size: rows } }: TraitContext,
  { size, keyAt }: KeyRows,
  values: Int32Array,
  among: Uint8Array,
): Uint8Array => {
  const has = new Uint8Array(size)
  if (!among.includes(1)) return has
  const isAt = new Uint8Array(values.length).map((_, at) => among[values[at] as number] ?? 0)
  for (let row = 0; row < rows; row += 1) {
    if (isAt[place.get(row)] !== 1) continue
    const key = keyAt(row)
    if (key >= 0) has[key] = 1
  }
  return has
}

const DEGREE_KM = 111.2
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Can places in this box be `km` apart? Along a meridian and a parallel, which is never shorter than the way between two of them. */
const isWide = (south: number, north: number, west: number, east: number, km: number): boolean => {
  const nearest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north))
  return (north - south + (east - west) * Math.cos(radians(nearest))) * DEGREE_KM >= km
}

/** By key, side by side: the box round its places, south, north, west, east. */
const BOX = 4
const NO_BOX = [90, -90, 180, -180]

/** Keys whose places can be farther apart than `km`: by the box round them, which is never too small. */
const far = ({ table }: TraitContext, { size, keyAt, looksAt }: KeyRows, km: number): Uint8Array => {
  const { places, place, cls } = table
  const [lat, lon] = positions(places)
  const boxes = new Float32Array(size * BOX)
  for (let at = 0; at < boxes.length; at += BOX) boxes.set(NO_BOX, at)
  // Most events of a key come from where the one before came from.
  const last = new Int32Array(size).fill(-1)
  for (let row = 0; row < table.size; row += 1) {
    if (looksAt[cls.get(row)] === 0) continue
    const key = keyAt(row)
    const at = place.get(row)
    if (key < 0 || at < 0 || last[key] === at || Number.isNaN(lat[at])) continue
    last[key] = at
    const [y, x] = [lat[at] as number, lon[at] as number]
    const box = key * BOX
    if (y < (boxes[box] as number)) boxes[box] = y
    if (y > (boxes[box + 1] as number)) boxes[box + 1] = y
    if (x < (boxes[box + 2] as number)) boxes[box + 2] = x
    if (x > (boxes[box + 3] as number)) boxes[box + 3] = x
  }
  const has = new Uint8Array(size)
  for (let key = 0, at = 0; key < size; key += 1, at += BOX)
    if (isWide(boxes[at] as number, boxes[at + 1] as number, boxes[at + 2] as number, boxes[at + 3] as number, km)) has[key] = 1
  return has
}

const positions = ({ size, geoOf }: PlaceTable): readonly [lat: Float32Array, lon: Float32Array] => {
  const lat = new Float32Array(size).fill(Number.NaN)
  const lon = new Float32Array(size).fill(Number.NaN)
  for (let place = 0; place < size; place += 1) {
    const geo = geoOf(place)
    if (geo?.lat === undefined || geo.lon === undefined) continue
    lat[place] = geo.lat
    lon[place] = geo.lon
  }
  return [lat, lon]
}

/** How many of the log's successes networks had when it had enough of them to judge by, and how many there were in all. */
export interface EarlyNetworks {
  readonly successesOf: Int32Array
  readonly successes: number
}

export const countEarlyNetworks = ({ places, classes, cls, time, place, size }: EventTable): EarlyNetworks => {
  const isSuccess = Uint8Array.from(classes, ({ action, outcome }) => (action === 'login' && outcome === 'success' ? 1 : 0))
  const successesOf = new Int32Array(places.network.reduce((most, network) => Math.max(most, network), -1) + 1)
  let isEarly = true
  let successes = 0
  let firstUs = Number.NaN
  for (let row = 0; row < size; row += 1) {
    if (isSuccess[cls.get(row)] === 0) continue
    successes += 1
    if (!isEarly) continue
    const at = time.get(row)
    if (Number.isNaN(firstUs)) firstUs = at
    const hour = Math.floor(at / HOUR_US) * HOUR_US
    isEarly = successes <= MATURE_SUCCESSES || hour - firstUs < MATURE_MS * 1000
    const network = places.network[place.get(row)] ?? -1
    if (isEarly && network >= 0) successesOf[network] = (successesOf[network] as number) + 1
  }
  // Never enough to judge: but a failure or another act may still come after the last success.
  return { successesOf: isEarly ? new Int32Array(successesOf.length) : successesOf, successes }
}

/**
 * Networks that some event may call rare: those which, when the log had enough successes to judge by, had no more of them than the
 * rule's share of all that ever came. Later they have more.
 */
const rareNetworks = ({ earlyNetworks }: TraitContext, { share, fewest }: TraitLimits['rare']): Uint8Array => {
  const { successesOf, successes } = earlyNetworks()
  const most = Math.max(fewest, successes * share)
  return Uint8Array.from(successesOf, (count) => (count <= most ? 1 : 0))
}

/** Keys with a row in which a name was typed that is nobody's and looks like a password. */
const withPasswordLikeName = ({ table: { account, name, names, size: rows } }: TraitContext, { size, keyAt }: KeyRows): Uint8Array => {
  const has = new Uint8Array(size)
  for (let row = 0; row < rows; row += 1) {
    if (account.get(row) >= 0 || !names.isPasswordLike(name.get(row))) continue
    const key = keyAt(row)
    if (key >= 0) has[key] = 1
  }
  return has
}

/** What a rule's own parameters say about its traits. */
export interface TraitLimits {
  readonly km: number
  readonly rare: { readonly share: number; readonly fewest: number }
}

const find = (trait: KeyTrait, context: TraitContext, rows: KeyRows, limits: TraitLimits): Uint8Array => {
  if (trait === 'far') return far(context, rows, limits.km)
  if (trait === 'threat') return some(context, rows, context.table.places.source, context.threatened)
  if (trait === 'rare-network') return some(context, rows, context.table.places.network, rareNetworks(context, limits.rare))
  if (trait === 'password-like-name') return withPasswordLikeName(context, rows)
  return varied(context, rows, VALUES[trait](context.table))
}

/** What a trait of these keys depends on. */
const questionOf = (trait: KeyTrait, { field, looksAt }: KeyRows, { km, rare }: TraitLimits): string => {
  if (trait === 'threat' || trait === 'password-like-name') return `${field} ${trait}`
  if (trait === 'rare-network') return `${field} ${rare.share} ${rare.fewest}`
  return `${field} ${trait} ${trait === 'far' ? km : ''} ${looksAt.join('')}`
}

/** By key, 1: has the trait, so that the rule may have something to say about it. */
export const keysWith = (trait: KeyTrait, context: TraitContext, rows: KeyRows, limits: TraitLimits): Uint8Array =>
  onceFor(context, questionOf(trait, rows, limits), () => find(trait, context, rows, limits))
