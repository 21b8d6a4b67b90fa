import { createHash } from 'node:crypto'
import type { Citations, Cited } from '../cases/document/cite.ts'
import { createRouter, routeTimed, type Route } from '../formats/router.ts'
import type { EventDraft } from '../model/event.ts'
import type { RawRecord } from '../model/record.ts'
import type { EventTable } from '../order/event-table.ts'
import { readAgain } from '../input/read-again.ts'
import { toIso } from '../kernel/time.ts'
import { complain } from '../i18n/complaint.ts'
import type { InputRead } from './read-inputs.ts'

/** Name of a record without an id: a digest of what was decoded, the same wherever the record stands. */
const digestOf = (draft: EventDraft): string => {
  // What no column holds tells no two records apart: names given by earlier versions stay.
  const fields = Object.entries({ ...draft, credential: undefined, time: toIso(draft.time) }).filter(([, value]) => value !== undefined)
  return `digest:${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 32)}`
}

const decodeAgain = (framed: RawRecord, route: Route): readonly EventDraft[] => {
  const { record, shape } = routeTimed(route, framed)
  const drafts: EventDraft[] = []
  shape?.decode(record, (draft, part) => {
    drafts[part] = draft
  })
  return drafts
}

const citeInput = async (table: EventTable, input: InputRead, rows: readonly number[]): Promise<readonly (readonly [number, Cited])[]> => {
  const places = rows.map((row) => ({
    line: table.line.get(row),
    offset: table.offset.get(row),
    length: table.length.get(row),
    nested: table.nested.get(row),
  }))
  const records = await readAgain(input.source, places, { headerAt: input.headerAt, charset: 'auto' })
  const route = createRouter(input.formats())
  return records.map((record, index) => {
    const row = rows[index] as number
    const draft = decodeAgain(record, route)[table.part.get(row)]
    if (draft === undefined || draft.time !== table.time.get(row)) {
      throw complain('complaint.changed', { path: input.result.path, line: `${record.line}` }, 3)
    }
    const { line, offset, length } = record
    return [
      row,
      { ref: { record: draft.id ?? digestOf(draft), where: { input: table.input.get(row), line, offset, length } }, draft },
    ] as const
  })
}

/** Reads the cited records again from the evidence, decodes them, and names them. */
export const citeRows = async (table: EventTable, inputs: readonly InputRead[], rows: ReadonlySet<number>): Promise<Citations> => {
  const byInput = Map.groupBy(
    [...rows].toSorted((left, right) => left - right),
    (row) => table.input.get(row),
  )
  const cited: (readonly [number, Cited])[] = []
  for (const [input, own] of byInput) {
    const read = inputs[input]
    if (read !== undefined) cited.push(...(await citeInput(table, read, own)))
  }
  return new Map(cited)
}
