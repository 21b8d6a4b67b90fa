import type { LinePlan } from '../../model/line-plan.ts'
import { DATA_KEYS } from './audit-data.ts'

/** Logins are told in pairs, what administrators do in words. */
const DATA = [' {:pairs} ', '{:noQuotes}'] as const

/** Lines of the handler for authentication audit logs, as long as nothing in them looks like the strokes between their parts. */
export const cutLines: LinePlan = {
  signs: ['{AUDIT_LOG} - '],
  heads: [
    'TID: [{:tenant}] [{time:commaStamp}] [{:correlation}]  INFO {{AUDIT_LOG} - Initiator : {initiator:cell} | Action : {action:action} | Target : {target:cell} | Data : {{',
  ],
  bodies: DATA.flatMap((data) =>
    ['Result', 'Outcome'].flatMap((word) => ['', ' '].map((end) => ({ line: `${data}} | ${word} : {result:result}${end}`, values: {} }))),
  ),
  modes: new Map([
    ['time', 'time'],
    ['ContextIdentifier', 'hashed'],
  ]),
  runs: {
    tenant: { letters: ' -\\\\^-~', least: 0, most: 64 },
    correlation: { letters: ' -\\\\^-~', least: 0, most: 128 },
    cell: { letters: ' -\\x7b}~', least: 0, most: 2000 },
    action: { letters: '\\w -', least: 1, most: 80 },
    result: { letters: '\\w', least: 1, most: 20 },
    noQuotes: { letters: ' !#-\\x7b}~', least: 0, most: 5000 },
    key: { letters: '\\w ', least: 1, most: 80 },
    value: { letters: ' !#-\\x7b}~', least: 0, most: 5000 },
  },
  pairs: { pairs: { names: DATA_KEYS, name: 'key', quoted: 'value', before: '"', after: '" : ', between: ',' } },
}
