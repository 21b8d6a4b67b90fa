import type { Network } from '../../model/event.ts'
import type { Dictionary, EventTable, PlaceTable } from '../../order/event-table.ts'

type Size = Pick<Dictionary, 'size'>

/** What scoring looks at of the event table: numbers and no texts, so that another thread may be handed it. */
export interface LoginTable extends Pick<
  EventTable,
  'size' | 'time' | 'cls' | 'classes' | 'account' | 'name' | 'place' | 'userAgent' | 'device'
> {
  readonly accounts: Size
  readonly devices: Size
  readonly agents: Pick<EventTable['agents'], 'agent'>
  readonly places: Pick<PlaceTable, 'source' | 'country' | 'network'> & {
    readonly sources: Size
    readonly networkOf: (place: number) => Pick<Network, 'kind'> | undefined
  }
}
