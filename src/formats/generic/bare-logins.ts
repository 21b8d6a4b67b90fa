import type { Columns } from './columns.ts'
import type { Verdict } from './mapping.ts'
import type { SampleTable } from './table.ts'
import { ACTIONS_SAID, readWord, type Words } from './value-words.ts'

/** What is only begun or asked for may still fail, and then fails later: `login attempt`, `ログイン要求`, `認証メール送信`. */
const BEGUN = /attempt|\btry|tried|request|start|begin|sent|send|page|試行|要求|開始|受付|送信|申請|依頼|画面/i

/** `ログイン` beside `ログイン失敗`: the word alone. */
const isBareLogin = (value: string): boolean => {
  if (BEGUN.test(value)) return false
  const said = readWord(ACTIONS_SAID, value)
  return typeof said === 'object' && said.action === 'login' && said.outcome === undefined
}

/**
 * Does a login without an ending mean that it succeeded? Where others in its column say that they failed and none that it succeeded, and
 * no failure stands beside a bare login of the same person at the same time, which would be the try that it was of.
 */
export const bareLoginsSucceed = (table: SampleTable, columns: Columns): boolean => {
  const action = columns.get('action')
  if (action === undefined || columns.has('outcome')) return false
  const key = (row: ReadonlyMap<string, string>): string =>
    (['time', 'username', 'account', 'ip'] as const).map((field) => row.get(columns.get(field) ?? '')).join('\n')
  const bare = new Set(table.rows.flatMap((row) => (isBareLogin(row.get(action) ?? '') ? [key(row)] : [])))
  const ended = table.rows.flatMap((row) => {
    const said = readWord(ACTIONS_SAID, row.get(action) ?? '')
    return typeof said === 'object' && said.action === 'login' && said.outcome !== undefined ? [{ row, outcome: said.outcome }] : []
  })
  return (
    bare.size > 0 &&
    ended.some(({ outcome }) => outcome === 'failure') &&
    ended.every(({ outcome, row }) => outcome !== 'success' && !bare.has(key(row)))
  )
}

const ended = (said: Verdict, value: string): Verdict =>
  typeof said === 'object' && said.action === 'login' && said.outcome === undefined && !BEGUN.test(value)
    ? { ...said, outcome: 'success' }
    : said

/** The same words, with a bare login that succeeded. */
export const withEndedLogins = ({ words, phrase }: Words): Words => ({
  words: new Map([...words].map(([word, said]) => [word, ended(said, word)] as const)),
  phrase: (value) => {
    const said = phrase(value)
    return said === undefined ? undefined : ended(said, value)
  },
})
