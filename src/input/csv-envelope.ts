import type { Peeled } from './peel.ts'
import { peel, peelLine } from './peel.ts'

/** Columns that hold a whole record: Splunk, CloudWatch Logs Insights. */
const WHOLE: readonly string[] = ['_raw', '@message']
/** The CloudWatch console names its columns as anybody might: only these and nothing else. */
const CONSOLE: ReadonlySet<string> = new Set(['timestamp', 'message', 'logstreamname', 'ingestiontime', 'eventid'])

/** Which column of a table with this header holds the record; −1 where the row is the record. */
export const envelopeColumn = (header: readonly string[]): number => {
  const whole = header.findIndex((name) => WHOLE.includes(name))
  if (whole >= 0) return whole
  return header.includes('timestamp') && header.every((name) => CONSOLE.has(name)) ? header.indexOf('message') : -1
}

let lastHeader: readonly string[] | undefined
let lastColumn = -1

/** Takes the record out of its row; undefined where the row is the record. */
export const peelRow = (cells: readonly string[], header: readonly string[]): Peeled | undefined => {
  if (header !== lastHeader) {
    lastHeader = header
    lastColumn = envelopeColumn(header)
  }
  const cell = lastColumn < 0 ? undefined : cells[lastColumn]
  if (cell === undefined || cell === '') return undefined
  const column = header[lastColumn] ?? ''
  const { value, path } = peel(cell)
  const inside = typeof value === 'string' ? peelLine(value) : { value, path }
  return { value: inside.value, path: inside.path === '' ? column : `${column}.${inside.path}` }
}
