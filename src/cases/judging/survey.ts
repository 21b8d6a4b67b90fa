import type { Known } from '../../knowledge/known.ts'
import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import { indexByAccount, type AccountRows } from '../rows/account-rows.ts'
import { withHitsOfDaysBefore } from '../attacks/attacks-before.ts'
import { daysBefore, type DayBefore } from '../attacks/days-before.ts'
import { findExits } from '../lines/exits.ts'
import { findAttacks, type Attacks } from '../attacks/find-attacks.ts'
import { weighLogins, type WeighedLogins } from '../fusion/weigh-logins.ts'
import { createHousePrograms } from '../lines/house-programs.ts'
import { findKnownAccounts, formatsWithSuccesses, type KnownAccounts } from '../rows/known-accounts.ts'
import { createRowReader, type RowReader } from '../rows/row-reader.ts'
import type { StrayContext } from '../sources/stray-attempts.ts'
import { spreadFindings } from '../attacks/spread-findings.ts'

/** What the whole log shows before anybody is judged. */
export interface Survey {
  readonly table: EventTable
  readonly read: RowReader
  readonly byAccount: AccountRows
  /** Those on several accounts stand once for each. */
  readonly findings: readonly Finding[]
  readonly members: KnownAccounts
  /** Formats with at least one successful login in this log. */
  readonly successFormats: ReadonlySet<string>
  readonly weights: WeighedLogins
  /** The log as it was exported on days before its last. */
  readonly days: readonly DayBefore[]
  /** Is this row a program's that logs in for many at its maker's address? */
  readonly isHouseProgram: (row: number) => boolean
  /** Campaigns and their sources, with what is known of addresses from which accounts were entered. */
  readonly attacksWith: (intruders: ReadonlySet<number>) => Attacks
}

/** @param weighed where it was done beside the rules; otherwise it is done here. */
export const surveyLog = (table: EventTable, findings: readonly Finding[], known: Known, weighed?: WeighedLogins): Survey => {
  const plain = createRowReader(table, known.allowed)
  const byAccount = indexByAccount(table)
  const weights = weighed ?? weighLogins(table, plain)
  const read = createRowReader(table, known.allowed, findExits(table, weights.logins, plain))
  const successFormats = formatsWithSuccesses(table)
  const members = findKnownAccounts(table, successFormats)
  const isHouseProgram = createHousePrograms(table, read, weights.scores.accountsOn)
  const strays: StrayContext = {
    table,
    byAccount,
    logins: weights.logins,
    counts: weights.scores.counts,
    known: members,
    read,
    isHouseProgram,
  }
  const days = daysBefore(table, weights.logins.size, read)
  return {
    table,
    read,
    byAccount,
    findings: spreadFindings(findings, { table, byAccount, read }),
    members,
    successFormats,
    weights,
    days,
    isHouseProgram,
    attacksWith: (intruders) => withHitsOfDaysBefore(findAttacks(findings, strays, { intruders }), findings, strays, days),
  }
}
