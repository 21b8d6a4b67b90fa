import { toNumber } from '../formats/shape-fields.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import { MOST_IN_BATCH, noPicks, type Picks, type RecordBatch } from '../input/record-batch.ts'
import { normaliseIp } from '../kernel/ip.ts'
import { emptyDraft } from '../model/event.ts'
import { NO_CONTEXT, split, type FillRows, type Wiring } from './row-wiring.ts'
import { slotsOfPlain } from './value-keys.ts'

/** Ports are 16 bits wide. */
const PORTS = 65_536

/** The slots of addresses, and those of whatever else may be said of a place; undefined where more than slots decides. */
const slotsOfPlace = ({ compiled: { shape }, fields, projection }: Wiring) => {
  const { ip, country, region, city, lat, lon, asn, asnOrg } = shape.fields
  const address = slotsOfPlain(shape.kind, ip, projection)
  const others = [country, region, city, lat, lon, asn, asnOrg].map((field) => slotsOfPlain(shape.kind, field, projection))
  if (!fields.isAddressAsLogged || address === undefined || others.includes(undefined)) return undefined
  return { address, others: others.flatMap((slots) => slots ?? []) }
}

/** A port that stands by itself is asked for by itself: each address has many. */
const askPorts = ({ fields: { port }, asks, memo }: Wiring) => {
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
    if (port !== undefined) memo.ask(batch, picks, question, ports)
    return ports
  }
}

/** Address and port. An answer is even and stands for a place alone, or odd and for a place with a port. */
export const fillPlaces = (wiring: Wiring): FillRows => {
  const { fields, asks, log, memo, values, rows } = wiring
  const { keys } = log
  const slots = slotsOfPlace(wiring)
  const portsOf = askPorts(wiring)
  const ported: { readonly place: number; readonly port: number }[] = []
  const known = new Map<number, number>()
  const pair = (place: number, port: number): number => {
    const at = known.get(place * PORTS + port) ?? ported.push({ place, port }) - 1
    known.set(place * PORTS + port, at)
    return at
  }
  const answer = (place: number, port: number | undefined): number => (port === undefined ? 2 * place + 2 : 2 * pair(place, port) + 1)
  const question = {
    number: asks.place,
    contexts: NO_CONTEXT,
    decide: (record: ProjectedRecord) => {
      const draft = emptyDraft()
      fields.place(draft, record, undefined)
      return answer(keys.place(draft), draft.port)
    },
  }
  const plain = {
    number: asks.place,
    contexts: NO_CONTEXT,
    slots: slots?.address ?? [],
    none: answer(-1, undefined),
    keyOf: (text: string) => {
      const address = normaliseIp(text)
      return address === undefined
        ? undefined
        : answer(keys.place({ ip: address.ip, geo: undefined, asn: undefined, asnOrg: undefined }), address.port)
    },
  }
  const [bare, others] = [noPicks(), noPicks()]
  return (batch, picks) => {
    split(picks, (at) => slots !== undefined && batch.firstFilled(slots.others, at) < 0, bare, others)
    values.ask(batch, bare, plain, rows.place, others)
    memo.ask(batch, others, question, rows.place)
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
