import { pathsOfField } from '../formats/field.ts'
import { plainSlots } from '../formats/path.ts'
import { toNumber } from '../formats/to-number.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import { MOST_IN_BATCH, noPicks, type Picks, type RecordBatch } from '../input/record-batch.ts'
import { normaliseIp } from '../kernel/ip.ts'
import { emptyDraft } from '../model/event.ts'
import { plainField } from './plain-field.ts'
import { fill, NO_CONTEXT, split, type FillRows, type Wiring } from './row-wiring.ts'

/** Ports are 16 bits wide. */
const PORTS = 65_536

/** A port that stands by itself is asked for by itself: each address has many. Written as digits it is no question: ports hardly repeat. */
const askPorts = ({ compiled: { shape }, fields: { port }, asks, memo, projection }: Wiring) => {
  const slots = plainSlots(shape.kind, pathsOfField(shape.fields.port) ?? [], projection)
  const others = noPicks()
  const ports = new Int32Array(MOST_IN_BATCH).fill(-1)
  const question = {
    number: asks.port,
    contexts: NO_CONTEXT,
    decide: (record: ProjectedRecord) => {
      const own = toNumber(port?.(record, undefined))
      return own === undefined ? -1 : own & (PORTS - 1)
    },
  }
  return (batch: RecordBatch, picks: Picks): Int32Array => {
    if (port === undefined) return ports
    others.count = 0
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const digits = batch.digitsAt(batch.firstFilled(slots, at), at)
      if (digits < 0) others.rows[others.count++] = at
      else ports[at] = digits & (PORTS - 1)
    }
    memo.ask(batch, others, question, ports)
    return ports
  }
}

/**
 * By position: one more than the key of what the log says of the place besides its address, 0 where nothing. Asked by itself: few towns and
 * networks are met again and again, where each new address under them would be a new way through all of these fields.
 */
const askSurroundings = ({ compiled: { shape }, fields: { placeParts }, asks, memo, log, projection }: Wiring) => {
  const contexts = new Int32Array(MOST_IN_BATCH)
  const { country, region, city, lat, lon, asn, asnOrg } = shape.fields
  const all = [country, region, city, lat, lon, asn, asnOrg].map((field) => plainField(shape.kind, field, projection))
  const slots = all.every((field) => field?.isNoneWithout === true) ? all.flatMap((field) => field?.slots ?? []) : undefined
  const question = {
    number: asks.surroundings,
    contexts: NO_CONTEXT,
    decide: (record: ProjectedRecord) => {
      const draft = emptyDraft()
      placeParts?.surroundings?.(draft, record, undefined)
      return log.keys.asserted(draft) + 1
    },
  }
  const [bare, others] = [noPicks(), noPicks()]
  const isBare = (batch: RecordBatch, at: number): boolean => slots !== undefined && batch.firstFilled(slots, at) < 0
  return {
    contexts,
    ask: (batch: RecordBatch, picks: Picks): void => {
      if (placeParts?.surroundings === undefined) return
      split(picks, (at) => isBare(batch, at), bare, others)
      fill(contexts, bare, 0)
      memo.ask(batch, others, question, contexts)
    },
  }
}

/** Address and port. An answer is even and stands for a place alone, or odd and for a place with a port. */
export const fillPlaces = (wiring: Wiring): FillRows => {
  const { compiled, fields, asks, log, memo, values, rows, projection } = wiring
  const { keys } = log
  const { shape } = compiled
  const { placeParts } = fields
  const surroundings = askSurroundings(wiring)
  const { contexts } = surroundings
  const field = placeParts === undefined ? undefined : plainField(shape.kind, shape.fields.ip, projection)
  const portsOf = askPorts(wiring)
  const ported: { readonly place: number; readonly port: number }[] = []
  const known = new Map<number, number>()
  const pair = (place: number, port: number): number => {
    const at = known.get(place * PORTS + port) ?? ported.push({ place, port }) - 1
    known.set(place * PORTS + port, at)
    return at
  }
  const answer = (place: number, port: number | undefined): number => (port === undefined ? 2 * place + 2 : 2 * pair(place, port) + 1)
  const readPlace = placeParts?.address ?? fields.place
  const question = {
    number: asks.place,
    contexts,
    decide: (record: ProjectedRecord, at: number) => {
      const draft = emptyDraft()
      readPlace(draft, record, undefined)
      const asserted = placeParts === undefined ? keys.asserted(draft) : (contexts[at] as number) - 1
      return answer(keys.place(draft.ip, asserted), draft.port)
    },
  }
  const plain = field && {
    number: asks.place,
    contexts,
    field,
    none: undefined,
    keyOf: (text: string, at: number) => {
      const address = normaliseIp(text)
      return address === undefined ? undefined : answer(keys.place(address.ip, (contexts[at] as number) - 1), address.port)
    },
  }
  const rest = noPicks()
  return (batch, picks) => {
    surroundings.ask(batch, picks)
    rest.count = 0
    if (plain === undefined) memo.ask(batch, picks, question, rows.place)
    else {
      values.ask(batch, picks, plain, rows.place, rest)
      memo.ask(batch, rest, question, rows.place)
    }
    const ports = portsOf(batch, picks)
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const answer = rows.place[at] as number
      const own = (answer & 1) === 1 ? ported[answer >> 1] : undefined
      rows.place[at] = own === undefined ? (answer >> 1) - 1 : own.place
      rows.port[at] = (ports[at] as number) < 0 ? (own?.port ?? 0) : (ports[at] as number)
    }
  }
}
