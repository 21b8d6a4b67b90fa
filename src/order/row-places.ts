import type { ProjectedRecord } from '../input/projected.ts'
import { emptyDraft } from '../model/event.ts'
import { NO_CONTEXT, type FillRows, type Wiring } from './row-wiring.ts'

/** Ports are 16 bits wide. */
const PORTS = 65_536

/** Address and port. An answer is even and stands for a place alone, or odd and for a place with a port. */
export const fillPlaces = ({ fields, asks, log: { keys }, memo, rows }: Wiring): FillRows => {
  const ported: { readonly place: number; readonly port: number }[] = []
  const known = new Map<number, number>()
  const pair = (place: number, port: number): number => {
    const at = known.get(place * PORTS + port) ?? ported.push({ place, port }) - 1
    known.set(place * PORTS + port, at)
    return at
  }
  const question = {
    number: asks.place,
    contexts: NO_CONTEXT,
    decide: (record: ProjectedRecord) => {
      const draft = emptyDraft()
      fields.place(draft, record, undefined)
      const place = keys.place(draft)
      return draft.port === undefined ? 2 * place + 2 : 2 * pair(place, draft.port) + 1
    },
  }
  return (batch, picks) => {
    memo.ask(batch, picks, question, rows.place)
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const answer = rows.place[at] as number
      const own = (answer & 1) === 1 ? ported[answer >> 1] : undefined
      rows.place[at] = own === undefined ? (answer >> 1) - 1 : own.place
      rows.port[at] = own?.port ?? 0
    }
  }
}
