import type { CaseVictims } from '../../model/case-victims.ts'
import { toIso } from '../../kernel/time.ts'
import type { ReportedAccount } from '../../model/knowledge.ts'
import { indexByAccount } from '../rows/account-rows.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { findReported } from '../persons/find-reported.ts'
import { likelySpellings } from './likely-spelling.ts'
import { sharedTraits, type SharedTrait } from './shared-traits.ts'
import { whyMissing } from './why-missing.ts'
import { isAffected, SEVERITIES } from '../../model/vocabulary.ts'
import { compareTexts } from '../../kernel/text-order.ts'

/** Accounts listed beside something in common; the rest is counted. */
const MOST_OTHERS = 500

/** Most accounts have a first login from somewhere: that is of low severity. */
const LEAST = SEVERITIES.indexOf('medium')

const RANK = { compromised: 0, suspected: 1, undetermined: 2, targeted: 3 } as const

const valueOf = ({ kind, row }: SharedTrait, { table, read }: JudgedCase): string => {
  switch (kind) {
    case 'source':
      return read.sourceText(row) ?? ''
    case 'network':
      return read.networkText(row) ?? ''
    case 'agent':
      return read.agentText(row) ?? ''
    case 'client':
      return table.clients.get(table.client.get(row)) ?? ''
    case 'device':
      return table.devices.get(table.device.get(row)) ?? ''
    case 'minute':
      return toIso(Math.floor(read.time(row) / 6e7) * 6e7)
  }
}

type Verdicts = ReadonlyMap<number, JudgedAccount>

/** Those already judged first, the worst of them on top: who they are is the next question. */
const writeOthers = (others: readonly number[], { table }: JudgedCase, verdicts: Verdicts): CaseVictims['shared'][number]['accounts'] => {
  const rank = (key: number): number => {
    const judged = verdicts.get(key)
    return judged === undefined ? Object.keys(RANK).length : RANK[judged.verdict]
  }
  const text = (key: number): string => table.accounts.get(key) ?? ''
  return others
    .toSorted((left, right) => rank(left) - rank(right) || compareTexts(text(left), text(right)) || left - right)
    .slice(0, MOST_OTHERS)
    .map((key) => ({ account: text(key), provider: table.accounts.provider(key), verdict: verdicts.get(key)?.verdict ?? null }))
}

const writeShared = (trait: SharedTrait, judged: JudgedCase, verdicts: Verdicts): CaseVictims['shared'][number] => ({
  kind: trait.kind,
  value: valueOf(trait, judged),
  victims: trait.victims,
  victimsOf: trait.victimsOf,
  others: trait.others.length,
  othersOf: trait.othersOf,
  ratio: trait.ratio === null ? null : Number(trait.ratio.toPrecision(6)),
  accounts: writeOthers(trait.others, judged, verdicts),
  moreAccounts: Math.max(0, trait.others.length - MOST_OTHERS),
})

/** Reports of the same account, however often it was reported, are one. */
const withoutRepeats = (reports: readonly ReportedAccount[]): readonly ReportedAccount[] =>
  [...new Map(reports.toReversed().map((report) => [report.texts.join('\u0000'), report])).values()].toReversed()

/** Accounts that a rule found something about which alone is no verdict: with what its owner reports, somebody should look. */
const accountsWithFindings = ({ findings }: JudgedCase): ReadonlySet<number> =>
  new Set(findings.flatMap(({ severity, accountKey }) => (accountKey >= 0 && SEVERITIES.indexOf(severity) >= LEAST ? [accountKey] : [])))

/**
 * The recall check: how many of the accounts that customers reported this case found by itself, why the others are missing, what the
 * reported have in common that everybody else has not, and who else shares it.
 */
export const compareVictims = (list: readonly ReportedAccount[], judged: JudgedCase): CaseVictims => {
  const noted = accountsWithFindings(judged)
  const { table } = judged
  const reports = withoutRepeats(list)
  const verdicts = new Map(judged.accounts.map((account) => [account.key, account]))
  const found = findReported(reports, table.accounts)
  const judgedOf = (keys: readonly number[]): readonly JudgedAccount[] => keys.flatMap((key) => verdicts.get(key) ?? [])
  const missing = reports.filter((report) => !judgedOf(found.get(report) ?? []).some(isAffected))
  const unknown = missing.filter((report) => (found.get(report) ?? []).length === 0).flatMap(({ texts }) => texts)
  const likely = likelySpellings(unknown, table.accounts)
  const keys = [...new Set([...found.values()].flat())].toSorted((left, right) => left - right)
  return {
    given: reports.length,
    found: reports.length - missing.length,
    inLog: reports.filter((report) => (found.get(report) ?? []).length > 0).length,
    missing: missing.map((report) => {
      const own = found.get(report) ?? []
      return { account: report.texts[0] ?? '', ...whyMissing(report, { keys: own, judged: judgedOf(own), noted }, likely, table) }
    }),
    shared: sharedTraits(keys, indexByAccount(table), judged)
      .map((trait) => writeShared(trait, judged, verdicts))
      .filter(({ value }) => value !== ''),
  }
}
