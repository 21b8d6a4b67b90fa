import type { JudgedCase } from '../cases/judging/judge-case.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseSummary } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'

type Caveat = CaseSummary['caveats'][number]

/** Every host has this account, and whoever is in it is in all others. */
const ROOT = { account: 'root', provider: 'linux' } as const

const isPrivileged = ({ table: { accounts }, known }: JudgedCase, key: number): boolean =>
  known.personOf(key)?.roles.has('privileged') === true || (accounts.get(key) === ROOT.account && accounts.provider(key) === ROOT.provider)

/** Does it speak of somebody who got in? Guesses at root are every day's. */
const isOfEntry = ({ severity, rows }: Finding, { read }: JudgedCase): boolean =>
  severity !== 'info' && rows.some((row) => read.isLogin(row) && read.isSuccess(row))

/**
 * Findings that make no verdict are told on an account's own page. Of one that opens everything else the summary says that there are any:
 * nobody asks for the page of an account of which "no sign" was told.
 */
export const privilegedFindings = (judged: JudgedCase): readonly Caveat[] => {
  const told = new Set(judged.accounts.filter(({ verdict }) => verdict !== 'targeted').map(({ key }) => key))
  const open = judged.findings.filter(
    (finding) =>
      finding.accountKey >= 0 && !told.has(finding.accountKey) && isPrivileged(judged, finding.accountKey) && isOfEntry(finding, judged),
  )
  return [...Map.groupBy(open, ({ accountKey }) => accountKey)].map(([key, own]) => ({
    id: 'privileged-findings',
    data: {
      account: judged.table.accounts.get(key) ?? '',
      count: own.length,
      // A finding begins with what it compares with, which is the owner's.
      time: { time: toIso(own.reduce((latest, { last }) => Math.max(latest, last), 0)) },
    },
  }))
}
