import type { ProjectedRecord } from '../input/projected.ts'
import { placeOfPresence, placeOfValue, type KeyChain, type Projection } from '../input/projection.ts'
import { follow, ownProperty, type Step } from './path-steps.ts'

type ReadSlot = (record: ProjectedRecord) => unknown

/** Reads the same path out of records of which only parts were read; where it lies is looked up once per projection. */
export const fromSlots = (keys: KeyChain, behind: readonly Step[], placeIn: typeof placeOfValue, elements?: KeyChain): ReadSlot => {
  let projection: Projection | undefined
  let slot = -1
  let tail: Step | undefined
  const place = (wanted: Projection): void => {
    projection = wanted
    // An element that has a slot of its own is not looked for in its list.
    const own = elements && placeOfValue(wanted, elements)
    if (own?.rest.length === 0) {
      slot = own.slot
      tail = undefined
      return
    }
    const found = placeIn(wanted, keys)
    if (found === undefined) throw new Error(`path was not announced: ${keys.join('.')}`)
    const steps = [...found.rest.map(ownProperty), ...behind]
    slot = found.slot
    tail = steps.length === 0 ? undefined : follow(steps)
  }
  return (record) => {
    if (record.projection !== projection) place(record.projection)
    const value = record.get(slot)
    return tail === undefined ? value : tail(value)
  }
}

/** As `fromSlots`, for whether anything is there. */
export const presenceInSlots = (keys: KeyChain): ((record: ProjectedRecord) => boolean) => {
  const value = fromSlots(keys, [], placeOfPresence)
  let projection: Projection | undefined
  let slot = -1
  return (record) => {
    if (record.projection !== projection) {
      const place = placeOfPresence(record.projection, keys)
      projection = record.projection
      slot = place === undefined || place.rest.length > 0 ? -1 : place.slot
    }
    return slot < 0 ? value(record) !== undefined : record.has(slot)
  }
}
