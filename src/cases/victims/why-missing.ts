import { isSpreadsheetDamage } from '../../knowledge/spreadsheet-damage.ts'
import type { CaseVictims } from '../../model/case-victims.ts'
import type { ReportedAccount } from '../../model/knowledge.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { Likely } from './likely-spelling.ts'

export type WhyMissing = CaseVictims['missing'][number]['why']

const isOutside = ({ at, until = at }: ReportedAccount, { size, time }: EventTable): boolean =>
  at !== undefined && until !== undefined && (size === 0 || until < time.get(0) || at > time.get(size - 1))

/** What the log knows of a reported account: its keys, how they were judged, and which accounts have findings. */
interface Known {
  readonly keys: readonly number[]
  readonly judged: readonly JudgedAccount[]
  readonly noted: ReadonlySet<number>
}

/** Why a report whose account the log knows is not among the affected. */
const whyNotAffected = ({ keys, judged, noted }: Known): WhyMissing => {
  if (judged.some(({ verdict }) => verdict === 'undetermined')) return 'undetermined'
  if (judged.some(({ passwordKnown }) => passwordKnown)) return 'stopped'
  if (keys.some((key) => noted.has(key))) return 'findings-only'
  return judged.some(({ verdict }) => verdict === 'targeted') ? 'attempts-only' : 'no-suspicious-login'
}

/** Why a reported account was not found, and the account that was probably meant where the id itself is at fault. */
export const whyMissing = (
  report: ReportedAccount,
  known: Known,
  likely: ReadonlyMap<string, Likely>,
  table: EventTable,
): { readonly why: WhyMissing; readonly near: string | null } => {
  const { texts } = report
  if (isOutside(report, table)) return { why: 'outside-period', near: null }
  if (known.keys.length > 0) return { why: whyNotAffected(known), near: null }
  const [guess] = texts.flatMap((text) => likely.get(text) ?? [])
  if (texts.some(isSpreadsheetDamage)) return { why: 'spreadsheet-damage', near: guess?.text ?? null }
  return guess === undefined ? { why: 'not-in-log', near: null } : { why: guess.why, near: guess.text }
}
