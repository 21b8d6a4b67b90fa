import { nameKey } from './column-name.ts'
import { columnsByValues } from './columns-by-values.ts'
import { recogniseColumns } from './columns.ts'
import { guessTime } from './guess-time.ts'
import type { Mapping } from './mapping.ts'
import { isOfAccounts, mappingOfMessages } from './message-logs.ts'
import type { SampleTable } from './table.ts'
import { timeColumns } from './time-columns.ts'
import { ACTIONS_SAID, readWord } from './value-words.ts'

/** Where loggers put what an application says: pino, zap, zerolog, Monolog, Serilog (`@mt`), log4j2, NLog. */
const MESSAGE_NAMES: ReadonlySet<string> = new Set(['msg', 'message', 'mt', 'messagetemplate', 'text', 'event', 'eventname'])

/** Objects of an application's log, among which only some are of logins; undefined where they leave something to doubt. */
export const guessMessages = (table: SampleTable): Mapping | undefined => {
  const message = table.names.find((name) => MESSAGE_NAMES.has(nameKey(name)))
  if (message === undefined) return undefined
  const rows = table.rows.filter((row) => {
    const text = row.get(message)
    return text !== undefined && (typeof readWord(ACTIONS_SAID, text) === 'object' || isOfAccounts(text))
  })
  const told = { ...table, names: [...new Set(rows.flatMap((row) => [...row.keys()]))], rows }
  const columns = new Map(columnsByValues(told, recogniseColumns(told.names.filter((name) => name !== message)))).set('action', message)
  const { source, values } = timeColumns(told, columns)
  return mappingOfMessages({ table: told, columns, time: guessTime(values), source, isOurs: isOfAccounts })
}
