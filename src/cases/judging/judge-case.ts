import { NOTHING_KNOWN, type Known } from '../../knowledge/known.ts'
import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { WeighedLogins } from '../fusion/weigh-logins.ts'
import type { JudgedAccount } from './judge-account.ts'
import { judgeCampaigns, type JudgedCampaign } from './judge-campaign.ts'
import { judgeEverybody } from './judge-everybody.ts'
import type { KnownAccounts } from '../rows/known-accounts.ts'
import { findPersons, type PersonContext, type Persons } from '../persons/find-persons.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { LoginScores } from '../scores/score-logins.ts'
import { surveyLog } from './survey.ts'
import { withoutToldBursts } from '../attacks/told-bursts.ts'

export interface JudgedCase {
  readonly table: EventTable
  readonly read: RowReader
  readonly findings: readonly Finding[]
  readonly campaigns: readonly JudgedCampaign[]
  /** Worst first, then by time, then by id. */
  readonly accounts: readonly JudgedAccount[]
  readonly recordsSuccesses: boolean
  readonly scores: LoginScores
  /** The other accounts of the persons behind accounts. */
  readonly personsOf: (keys: readonly number[]) => Persons
  /** The organisation's own lists against this log. */
  readonly known: Known
}

/** Identifiers that some event of this log resolved to an account. */
const memberNames = (table: EventTable, known: KnownAccounts): Uint8Array => {
  const members = new Uint8Array(table.names.size)
  for (let row = 0; row < table.size; row += 1) {
    const name = table.name.get(row)
    if (name >= 0 && known[table.account.get(row)] === 1) members[name] = 1
  }
  return members
}

/**
 * Findings → campaigns and judged accounts, with the statistics of the whole log (docs/ARCHITECTURE.md 4).
 * @param weighed where it was done beside the rules; otherwise it is done here.
 */
export const judgeCase = (
  table: EventTable,
  findings: readonly Finding[],
  flagged: Uint8Array,
  known: Known = NOTHING_KNOWN,
  weighed?: WeighedLogins,
): JudgedCase => {
  const survey = surveyLog(table, findings, known, weighed)
  const { read, members, successFormats } = survey
  const { accounts, attacks, scores } = judgeEverybody(survey, flagged)
  const { sources, campaigns, waveHits } = attacks
  const verdicts = new Map(accounts.map(({ key, verdict }) => [key, verdict]))
  const persons: PersonContext = {
    accounts: table.accounts,
    personOf: known.personOf,
    exists: (key) => members[key] === 1,
    verdictOf: (key) => verdicts.get(key),
  }
  return {
    table,
    read,
    findings: withoutToldBursts(findings, sources, read),
    campaigns: judgeCampaigns(campaigns, { table, read, accounts, waveHits, members: memberNames(table, members) }),
    accounts,
    recordsSuccesses: successFormats.size > 0,
    scores,
    personsOf: (keys) => findPersons(keys, persons),
    known,
  }
}
