import { logfmt, type LinePlan } from '../../model/line-plan.ts'
import { ASKED } from './cells.ts'

const CELLS = ['subject', 'ip', 'app', 'connectionid', 'protocol', '', 'role', 'status', 'adapterid', 'description', 'responsetime']
const cells = CELLS.map((name) => `|{${name}:cell}`).join('')

/** Both layouts of cells.ts, the first with or without blanks; a cell with a pipe in it leaves too many, and the line to the patterns. */
export const cutLines: LinePlan = {
  signs: ['tid:'],
  heads: ['{time:commaStamp}'],
  bodies: [
    ...['| ', '|'].map((pipe) => ({ line: `${pipe}{?tid:}{trackingid:token}${pipe}{event:event}${cells}`, values: { pattern: 'piped' } })),
    { line: ' trackingid="{?tid:}{trackingid:token}" {:pairs}', values: { pattern: 'pairs' } },
  ],
  modes: new Map([
    ['time', 'time'],
    ['trackingid', 'hashed'],
  ]),
  runs: {
    cell: { letters: ' -\\x7b}~', least: 0, most: 5000 },
    token: { letters: '!#-\\[\\]-\\x7b}~', least: 1, most: 200 },
    event: { letters: 'A-Za-z_', least: 1, most: 80 },
  },
  pairs: {
    pairs: { ...logfmt, bare: undefined, names: ASKED.filter((name) => name !== 'trackingid') },
  },
}
