import { addressIn } from '../kernel/forwarded-chain.ts'
import type { NormalIp } from '../kernel/ip.ts'
import type { EventDraft } from '../model/event.ts'
import type { Field, FieldMap } from './define-format.ts'
import { compileField, compileOptional, type PathCompiler, type TextReader } from './field.ts'
import { toNumber } from './to-number.ts'

/** Fills in a part of the draft from a record. */
export type Fill = (draft: EventDraft, record: unknown, item: unknown) => void

export interface PlaceParts {
  /** Address, with a port that is written with it. */
  readonly address: Fill
  /** Position and network; undefined where the shape has fields for neither. */
  readonly surroundings: Fill | undefined
}

/** The client before a logged address, by the forwarded chain; undefined: the logged address is the client's. */
export type ClientAddress = (ip: string | undefined, forwardedFor: string | undefined) => NormalIp | undefined

/** Fills in the address; gives the text that it was taken from, which may be a whole chain. */
const compileAddress = (fields: FieldMap, compile: PathCompiler): ((...of: Parameters<Fill>) => string | undefined) => {
  const paths = fields.ip === undefined ? [] : typeof fields.ip === 'string' || 'from' in fields.ip ? [fields.ip] : fields.ip
  const readers = paths.map((path) => compileField(path, compile))
  return (draft, record, item) => {
    for (const reader of readers) {
      const text = reader(record, item)
      const address = text === undefined ? undefined : addressIn(text)
      if (address === undefined) continue
      draft.ip = address.ip
      draft.port = address.port
      return text
    }
    return undefined
  }
}

const compileSurroundings = (fields: FieldMap, compile: PathCompiler): Fill | undefined => {
  const { country, region, city, lat, lon, asn, asnOrg } = fields
  if ([country, city, lat, asn, asnOrg].every((field) => field === undefined)) return undefined
  const [readCountry, readRegion, readCity, readLat, readLon, readAsn, readOrganisation] = [
    country,
    region,
    city,
    lat,
    lon,
    asn,
    asnOrg,
  ].map((field) => compileOptional(field, compile)) as [TextReader, TextReader, TextReader, TextReader, TextReader, TextReader, TextReader]
  return (draft, record, item) => {
    const place = {
      country: readCountry(record, item),
      region: readRegion(record, item),
      city: readCity(record, item),
      lat: toNumber(readLat(record, item)),
      lon: toNumber(readLon(record, item)),
      accuracyKm: undefined,
    }
    if (place.country !== undefined || place.city !== undefined || place.lat !== undefined) draft.geo = place
    draft.asn = toNumber(readAsn(record, item)?.replace(/^AS/i, ''))
    draft.asnOrg = readOrganisation(record, item)
  }
}

/** Address, position and network in one, and in two halves where that comes to the same (`ShapeFields`). */
export const compilePlace = (
  fields: FieldMap,
  compile: PathCompiler,
  clientAddress: ClientAddress | undefined,
): { readonly place: Fill; readonly placeParts: PlaceParts | undefined } => {
  const optional = (field: Field | undefined): TextReader | undefined => (field === undefined ? undefined : compileField(field, compile))
  const address = compileAddress(fields, compile)
  const surroundings = compileSurroundings(fields, compile)
  if (clientAddress === undefined) {
    const place: Fill = (draft, record, item) => {
      surroundings?.(draft, record, item)
      address(draft, record, item)
    }
    return { place, placeParts: { address, surroundings } }
  }
  const [port, forwardedFor] = [optional(fields.port), optional(fields.forwardedFor)]
  const place: Fill = (draft, record, item) => {
    // The address last: what stands before it repeats from record to record, so that a memo branches late.
    surroundings?.(draft, record, item)
    const chain = forwardedFor?.(record, item)
    const logged = address(draft, record, item)
    const ownPort = toNumber(port?.(record, item))
    if (ownPort !== undefined) draft.port = ownPort
    const client = clientAddress(draft.ip, chain ?? (logged?.includes(',') === true ? logged : undefined))
    // What else the log says of the connection is about the proxy: its port, its place, its network.
    if (client !== undefined) Object.assign(draft, { ...client, geo: undefined, asn: undefined, asnOrg: undefined })
  }
  return { place, placeParts: undefined }
}
