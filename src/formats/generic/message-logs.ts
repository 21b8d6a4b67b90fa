import type { Columns } from './columns.ts'
import { problemOf, toMapping } from './guess-table.ts'
import type { GuessedTime } from './guess-time.ts'
import type { CodeTable, Mapping, Meaning, Source, Verdict } from './mapping.ts'
import type { SampleTable } from './table.ts'
import { ACTIONS_SAID, readWord } from './value-words.ts'

/** Words without which nothing tells of a login or of what an account's owner does to it. */
export const OF_ACCOUNTS =
  /log[ _-]?(?:in|on|out|off)|logged|sign(?:ed)?[ _-]?(?:in|out|on|up)|auth|passw|credential|\block(?:ed|out)?\b|\botp\b|\bmfa\b|\b2fa\b|ロック|ログイン|ログオン|ログアウト|サインイン|認証|パスワード/iu

export const isOfAccounts = (message: string): boolean => OF_ACCOUNTS.test(message)

/** Of what an application says, what has nothing to do with accounts is ignored, and what should be understood and is not, is a reject. */
const withOthers = (action: CodeTable | Meaning, isOurs: (message: string) => boolean): CodeTable | Meaning =>
  'codes' in action
    ? {
        ...action,
        other: 'ignore',
        phrase: (value): Verdict => action.phrase?.(value) ?? (isOurs(value) ? 'reject' : 'ignore'),
      }
    : action

const isLogin = (row: ReadonlyMap<string, string>, action: string): boolean => {
  const said = readWord(ACTIONS_SAID, row.get(action) ?? '')
  return typeof said === 'object' && said.action === 'login'
}

/** What of it is read, once it is known where it stands. */
export interface ToldIn {
  /** The rows that tell of accounts alone. */
  readonly table: SampleTable
  readonly columns: Columns
  readonly time: GuessedTime
  readonly source: Source
  /** Is a message to be understood? Others are ignored. */
  readonly isOurs: (message: string) => boolean
}

/** A log of an application that says many things: read where nothing of what it says of accounts is left to doubt, and logins are among it. */
export const mappingOfMessages = ({ table, columns, time, source, isOurs }: ToldIn): Mapping | undefined => {
  const action = columns.get('action')
  if (action === undefined || 'refusal' in time || !table.rows.some((row) => isLogin(row, action))) return undefined
  if (problemOf(table, columns, time) !== undefined) return undefined
  const mapping = toMapping(table, columns, source, time)
  // Sentences differ from one another, and may hold anything: what is left out is not named.
  return { ...mapping, isGuessed: 'messages', action: withOthers(mapping.action, isOurs) }
}
