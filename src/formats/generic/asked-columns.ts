import { nameKey } from './column-name.ts'
import type { Columns } from './columns.ts'
import { valuesOf, type SampleTable } from './table.ts'

const STEP_NAMES: ReadonlySet<string> = new Set([
  'step',
  'phase',
  'stage',
  'authstep',
  'loginstep',
  '段階',
  'ステップ',
  '認証段階',
  'フェーズ',
])

const FIRST_FACTOR = /^(?:id[ /_-]?)?(?:password|passwd|passcode|pwd|pw|pass|パスワード|暗証番号)(?:認証)?$/i
const SECOND_FACTOR =
  /^(?:(?:e?mail|sms|app)[ _-]?)?(?:otp|totp|hotp|mfa|2fa|tfa|sms|two[ _-]?factor|second[ _-]?factor|one[ _-]?time[ _-]?(?:password|code)|authenticator)(?:[ _-]?code)?$|ワンタイム|二段階|2段階|[二2多]要素|追加認証|(?:認証|確認|セキュリティ)コード|^(?:SMS|メール)認証$/i
/** Share of the rows with a second factor that have one with a password beside them, of the same user. */
const MOSTLY_PAIRED = 0.5

/** Has each login a row for its password and one for its code? Where either of them is a login by itself, they do not follow each other. */
const tellsFactors = ({ rows }: SampleTable, name: string, columns: Columns): boolean => {
  const user = columns.get('username') ?? columns.get('account')
  if (user === undefined) return false
  const last = new Map<string | undefined, 'first' | 'second' | undefined>()
  let [seconds, paired] = [0, 0]
  for (const row of rows) {
    const told = row.get(name)?.normalize('NFKC').trim() ?? ''
    const factor = FIRST_FACTOR.test(told) ? 'first' : SECOND_FACTOR.test(told) ? 'second' : undefined
    const before = last.get(row.get(user))
    last.set(row.get(user), factor)
    if (factor === 'second') seconds += 1
    // Logs that begin with what is newest have the password behind its code.
    if (factor !== undefined && before !== undefined && factor !== before) paired += 0.5
  }
  return seconds > 1 && paired >= seconds * MOSTLY_PAIRED
}

const isStepName = (name: string): boolean => STEP_NAMES.has(nameKey(name))

/** Where requests are logged, the page says what was done. */
const PAGE_NAMES: ReadonlySet<string> = new Set(['path', 'uri', 'url', 'requestpath', 'requesturi', 'requesturl', 'endpoint', 'route'])
const MOST_KINDS = 20

/** A right password is no login where a code is asked for next. */
export const stepColumn = (table: SampleTable, columns: Columns): string | undefined =>
  table.names.find((name) => isStepName(name) && new Set(valuesOf(table, name)).size > 1) ??
  table.names.find((name) => name !== columns.get('action') && tellsFactors(table, name, columns))

/** The column that somebody has to be asked about what its values mean, where none is known to say what was done: steps, pages. */
export const askedAbout = (table: SampleTable, columns: Columns): Columns => {
  const isOpen = (name: string): boolean => {
    const kinds = new Set(valuesOf(table, name)).size
    return kinds > 1 && kinds <= MOST_KINDS
  }
  const free = table.names.filter((name) => ![...columns.values()].includes(name))
  const asked = stepColumn(table, columns) ?? free.find((name) => PAGE_NAMES.has(nameKey(name)) && isOpen(name))
  if (columns.has('action') || asked === undefined || !isOpen(asked)) return columns
  return new Map([...[...columns].filter(([, name]) => name !== asked), ['action', asked]])
}
