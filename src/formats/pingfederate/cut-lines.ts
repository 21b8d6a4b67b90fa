import { logfmt, type LinePlan } from '../../model/line-plan.ts'
import { ASKED } from './cells.ts'

/** Those that nobody reads have no names: a line of pairs that holds a name of another layout is left alone. */
const CELLS = ['subject', 'ip', 'app', 'connectionid', 'protocol', '', '', 'status', '', '', '']
const cells = CELLS.map((name) => `|{${name}:cell}`).join('')
/** Since version 12: small letters and digits, of those one at least. */
const TRANSACTION = '{:lowerOrNothing}{:digits}{:lowerAndDigits}'

/** Both layouts of cells.ts, the first with or without blanks; a cell with a pipe in it leaves too many, and the line to the patterns. */
export const cutLines: LinePlan = {
  signs: ['tid:'],
  heads: ['{time:commaStamp}'],
  bodies: [
    ...['| ', '|'].flatMap((pipe) => {
      const tracking = `${pipe}{?tid:}{trackingid:token}${pipe}`
      return [
        { line: `${tracking}{event:event}${cells}`, values: { pattern: 'piped' } },
        { line: `${tracking}${TRANSACTION}${pipe}{event:event}${cells}`, values: { pattern: 'piped-12' } },
      ]
    }),
    { line: ' trackingid="{?tid:}{trackingid:token}" {:pairs}', values: { pattern: 'pairs' } },
  ],
  modes: new Map([
    ['time', 'time'],
    ['trackingid', 'hashed'],
  ]),
  runs: {
    cell: { letters: ' -\\x7b}~', least: 0, most: 5000 },
    token: { letters: '!#-\\[\\]-\\x7b}~', least: 1, most: 200 },
    lowerOrNothing: { letters: 'a-z', least: 0, most: 80 },
    lowerAndDigits: { letters: 'a-z0-9', least: 0, most: 80 },
    event: { letters: 'A-Za-z_', least: 1, most: 80 },
  },
  pairs: {
    pairs: { ...logfmt, bare: undefined, names: ASKED.filter((name) => name !== 'trackingid') },
  },
}
