import type { Table } from '../../casefolder/account-list.ts'
import { pivot as widen, type PivotAccount, type PivotQuery } from '../../casefolder/pivot.ts'
import { complain, saySafely } from '../../i18n/complaint.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { say } from '../../i18n/translate.ts'
import { writeTable } from '../case-folder/case-output.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { checkAsked } from '../case-folder/redacted-case.ts'
import { readText } from '../options/read-file.ts'
import { parseAddresses, parseCount } from '../options/values.ts'
import { talk } from '../talk/write-out.ts'

export interface PivotFlags extends CaseCommandFlags {
  readonly ip?: readonly string[]
  readonly asn?: readonly string[]
  readonly agent?: readonly string[]
  readonly session?: readonly string[]
  readonly account?: readonly string[]
  readonly accounts?: string
  readonly quiet?: boolean
}

const readLines = async (path: string | undefined, cwd: string): Promise<readonly string[]> => {
  if (path === undefined) return []
  const text = await readText(path, cwd, '--accounts')
  return text.split(/\r?\n/).filter((line) => line !== '')
}

const queryOf = async (flags: PivotFlags, cwd: string): Promise<PivotQuery> => {
  const query: PivotQuery = {
    ip: flags.ip ?? [],
    asn: (flags.asn ?? []).map((text) => parseCount(text.replace(/^AS/i, ''), '--asn', 0)),
    agent: flags.agent ?? [],
    session: flags.session ?? [],
    account: [...(flags.account ?? []), ...(await readLines(flags.accounts, cwd))],
  }
  if (Object.values(query).every((values: readonly unknown[]) => values.length === 0))
    throw complain('complaint.required-one', { options: '--ip, --asn, --agent, --session, --account, --accounts', command: 'pivot' })
  return query
}

const time = (iso: string | null, zone: string): string | null => (iso === null ? null : moment(iso, zone))

const rowsOf = (accounts: readonly PivotAccount[], zone: string): Table => [
  ['account', 'names', 'role', 'verdict', 'decision', 'first', 'last', 'sources', 'sessions'],
  ...accounts.map(({ account, names, role, verdict, decision, first, last, sources, sessions }) => [
    account,
    names.join(' '),
    role,
    verdict,
    decision,
    time(first, zone),
    time(last, zone),
    sources.join(' '),
    sessions.join(' '),
  ]),
]

/** A list of customers' reports may hold thousands that the case does not know. */
const MOST_UNKNOWN = 20

/** `ashiato pivot CASE`: who else is met there, innocent users of the same source included. */
export const pivot = async (path: string, flags: PivotFlags, io: Io): Promise<number> => {
  const query = await queryOf(flags, io.cwd)
  const opened = await openCase(path, flags, io)
  const { wording } = opened
  checkAsked(path, opened.manifest, [...query.ip, ...query.session, ...query.account])
  if (opened.manifest.redaction === undefined) parseAddresses(query.ip, '--ip')
  const found = widen(await documentOf(opened), query)
  await writeTable(rowsOf(found.accounts, wording.zone), flags, io, wording)
  for (const value of found.unknown.slice(0, MOST_UNKNOWN)) talk(io, saySafely('pivot.unknown', { value }, wording))
  const more = found.unknown.length - MOST_UNKNOWN
  if (more > 0) talk(io, say('pivot.unknown-more', { count: more }, wording))
  const count = (role: PivotAccount['role']): number => found.accounts.filter((account) => account.role === role).length
  const data = { entered: count('entered'), tried: count('tried'), innocent: count('innocent') }
  if (flags.quiet !== true)
    talk(io, say('pivot.found', { sources: found.sources.length, sessions: found.sessions.length, ...data }, wording))
  return EXIT.done
}
