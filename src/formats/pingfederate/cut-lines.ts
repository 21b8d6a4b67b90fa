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

const EXTENSION: readonly (readonly [name: string, kept: string])[] = [
  ...['rt', 'duid', 'src', 'msg'].map((name) => [name, name] as const),
  ['cs1Label', ''],
  ['cs1', ''],
  ['cs2Label', ''],
  ['cs2', 'cs2'],
  ['cs3Label', ''],
  ['cs3', 'cs3'],
  ['dvchost', ''],
  ['cs4Label', ''],
  ['cs4', ''],
  ['externalId', 'externalId'],
  ['cs5Label', ''],
  ['cs5', ''],
  ['cs6Label', ''],
  ['cs6', 'cs6'],
]
/** Each name once and in the order in which the product's own pattern writes them. */
const extension = EXTENSION.map(([name, kept]) => `${name}={(}{${kept}:cef}{)}`).join(' ')

export const cefLines: LinePlan = {
  signs: ['|Ping Identity|PingFederate|'],
  heads: [
    '{(}<{:priority}>{)}{(}{:syslog} {:host} {)}CEF:{:digit}|Ping Identity|PingFederate|{:version}|{event:event60}|{:name60}|{:severity}|',
  ],
  bodies: [{ line: extension, values: { pattern: 'cef' } }],
  modes: new Map([
    ['rt', 'time'],
    ['externalId', 'hashed'],
  ]),
  runs: {
    digit: { letters: '0-9', least: 1, most: 1 },
    severity: { letters: '0-9', least: 1, most: 2 },
    version: { letters: ' -{}~', least: 0, most: 40 },
    event60: { letters: 'A-Za-z_', least: 1, most: 60 },
    name60: { letters: ' -{}~', least: 0, most: 60 },
  },
}
