import type { EvidenceRef } from '../../model/case.ts'
import type { EventDraft } from '../../model/event.ts'
import { withDeeds } from './deeds-of.ts'
import type { KeyLogins } from './key-logins.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'

/** A row of the store, read again from the evidence: its record id and, where wanted, all its fields. */
export interface Cited {
  readonly ref: EvidenceRef
  readonly draft: EventDraft | undefined
}
export type Citations = ReadonlyMap<number, Cited>

/** Records cited per reason or finding; the rest is counted. */
export const EVIDENCE_CAP = 20

/** The first and the last of a long list: how it began and how it ended. */
export const capped = (rows: readonly number[]): readonly number[] => {
  if (rows.length <= EVIDENCE_CAP) return rows
  return [...rows.slice(0, EVIDENCE_CAP / 2), ...rows.slice(-EVIDENCE_CAP / 2)]
}

/** Listed with all that is known of it; those that were merely tried are compact rows. */
export const isTold = ({ verdict, passwordKnown }: JudgedAccount): boolean => verdict !== 'targeted' || passwordKnown

/** All rows that the document will cite or read again: those of findings, of reasons, one per listed session (for its id), and logins by keys. */
export const rowsToCite = ({ findings, accounts, table, read }: JudgedCase, keyLogins: KeyLogins): ReadonlySet<number> => {
  const rows = new Set<number>()
  const add = (list: readonly number[]): void => {
    for (const row of list) rows.add(row)
  }
  for (const finding of findings) add(capped(finding.rows))
  for (const account of accounts) {
    if (!isTold(account)) continue
    for (const signal of account.signals) add(capped(signal.rows))
    for (const session of withDeeds(account, table, read)) add(session.rows.slice(0, 1))
  }
  for (const own of keyLogins.values()) add(own)
  return rows
}
