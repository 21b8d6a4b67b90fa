import { complain } from '../i18n/complaint.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import { safeText } from '../kernel/safe-text.ts'
import type { CaseAccount } from '../model/case.ts'
import type { DecisionEntry } from '../model/case-folder.ts'
import { parseCsv, type CsvRow } from '../kernel/parse-csv.ts'

const STATES: readonly DecisionEntry['state'][] = ['confirmed', 'cleared', 'pending']
const WHY_NAMES = ['why', 'reason', 'note']

type Columns = ReadonlyMap<string, number>

const cellOf = ({ cells }: CsvRow, columns: Columns, name: string): string => cells[columns.get(name) ?? -1] ?? ''

/** The account of a row: by id exactly as logged, otherwise by name; several systems may have the same id. */
const accountOf = (
  row: CsvRow,
  columns: Columns,
  accounts: ReadonlyMap<string, readonly CaseAccount[]>,
  wording: SayOptions,
): CaseAccount | string => {
  const id = cellOf(row, columns, 'account')
  const provider = cellOf(row, columns, 'provider')
  const tenant = cellOf(row, columns, 'tenant')
  const found = (accounts.get(id) ?? []).filter(
    (account) => (provider === '' || account.provider === provider) && (tenant === '' || account.tenant === tenant),
  )
  const exact = found.filter(({ account }) => account === id)
  const [first, ...others] = exact.length > 0 ? exact : found
  if (first === undefined) return say('decisions.unknown', { account: id }, wording)
  const systems = [first, ...others].map((account) => account.provider)
  return others.length === 0 ? first : say('decisions.several', { account: id, systems }, wording)
}

const byText = (accounts: readonly CaseAccount[]): ReadonlyMap<string, readonly CaseAccount[]> => {
  const found = new Map<string, CaseAccount[]>()
  for (const account of accounts) {
    for (const text of new Set([account.account, ...account.names])) found.set(text, [...(found.get(text) ?? []), account])
  }
  return found
}

/**
 * A file of decisions → entries. Rows without a decision are passed over: the file may be a list that people fill in bit by bit.
 * One row that cannot be understood refuses the whole file: a decision must never land on the wrong account.
 */
export const readDecisions = (
  text: string,
  path: string,
  accounts: readonly CaseAccount[],
  made: Pick<DecisionEntry, 'by' | 'at'>,
  wording: SayOptions,
): readonly DecisionEntry[] => {
  const [head, ...rows] = parseCsv(text)
  const columns = new Map(head?.cells.map((name, index) => [name.trim().toLowerCase(), index]))
  if (!columns.has('account') || !columns.has('decision')) throw complain('complaint.decisions-columns', { path })
  const known = byText(accounts)
  const whyName = WHY_NAMES.find((name) => columns.has(name)) ?? ''
  const problems: string[] = []
  const refuse = ({ line }: CsvRow, why: string): readonly DecisionEntry[] => {
    problems.push(`  ${path}:${line}: ${safeText(why)}`)
    return []
  }
  const entries = rows.flatMap((row): readonly DecisionEntry[] => {
    const said = cellOf(row, columns, 'decision').trim().toLowerCase()
    if (said === '') return []
    const state = STATES.find((one) => one === said)
    if (state === undefined) return refuse(row, say('decisions.no-state', { said }, wording))
    const account = accountOf(row, columns, known, wording)
    if (typeof account === 'string') return refuse(row, account)
    const why = cellOf(row, columns, whyName)
    const { account: id, provider, tenant } = account
    return [{ account: id, provider, tenant, state, ...made, why: why === '' ? null : why }]
  })
  if (problems.length > 0) throw complain('complaint.decisions-rows', { path, problems: problems.join('\n') })
  return entries
}
