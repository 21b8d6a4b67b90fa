import type { LinePlan, LineSection } from '../../model/line-plan.ts'
import { DATA_KEYS } from './audit-data.ts'

/** What stands before the words differs by product and version. */
const HEADS = ['INFO', 'WARN'].flatMap((level) =>
  ['{{AUDIT_LOG}{(} {)}', ''].map(
    (logger) =>
      `{(}TID: [{:tenant}] {)}{(}[] {)}[{time:commaStamp}] {(}[{:correlation}] {)}{(} {)}${level} {(} {)}${logger}- {(} {)}{?Initiator}`,
  ),
)

/** Logins are told in pairs, what administrators do in words. */
const DATA = ['{{{(} {)}{:pairs}{(} {)}}', '{{{:noQuotes}}', 'null'] as const

/** Lines of the handler for authentication audit logs, as long as nothing in them looks like the strokes between their parts. */
const handler: LineSection = {
  heads: HEADS.map((head) => `${head}Initiator : {initiator:cell} | Action : {action:action} | Target : {target:cell} | Data : `),
  bodies: DATA.flatMap((data) =>
    ['Result', 'Outcome'].map((word) => ({ line: `${data} | ${word} : {result:result}{(} {)}{(}{{AUDIT_LOG}{)}`, values: {} })),
  ),
}

/** Those of listeners of user stores. */
const listeners: LineSection = {
  heads: HEADS.map((head) => `${head}Initiator={initiator:initiator} Action={action:action} Target={target:target} Data=`),
  bodies: ['{{{data:text}}', 'null'].map((data) => ({
    line: `${data} Outcome={result:outcome}{(} Error={{{error:text}}{)}{(} {)}`,
    values: { pattern: 'pairs' },
  })),
}

export const cutLines: LinePlan = {
  signs: ['{AUDIT_LOG} - ', '{AUDIT_LOG}- ', 'INFO -  Initiator : '],
  ...handler,
  others: [listeners],
  modes: new Map([
    ['time', 'time'],
    ['ContextIdentifier', 'hashed'],
  ]),
  runs: {
    tenant: { letters: ' -\\\\^-~', least: 0, most: 64 },
    correlation: { letters: ' -\\\\^-~', least: 0, most: 128 },
    // A sign of equality may be a line within the line.
    cell: { letters: ' -<>-\\x7b}~', least: 0, most: 2000 },
    initiator: { letters: ' -<>-~', least: 0, most: 200 },
    target: { letters: ' -<>-~', least: 0, most: 400 },
    action: { letters: '\\w -', least: 1, most: 80 },
    result: { letters: '\\w', least: 1, most: 20 },
    outcome: { letters: '\\w-', least: 1, most: 20 },
    noQuotes: { letters: ' !#-<>-\\x7b}~', least: 0, most: 5000 },
    key: { letters: '\\w ', least: 1, most: 80 },
    value: { letters: ' !#-<>-\\x7b}~', least: 0, most: 5000 },
  },
  pairs: { pairs: { names: DATA_KEYS, name: 'key', quoted: 'value', before: '"', after: '" : ', between: ',' } },
}
