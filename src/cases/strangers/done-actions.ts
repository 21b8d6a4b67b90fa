import type { Action } from '../../model/vocabulary.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AccountSession } from '../rows/sessions.ts'

interface Done {
  readonly sessions: readonly AccountSession[]
  /** What was done to the account from another one that strangers held. */
  readonly actedOn: readonly number[]
}

/** What strangers did in an account, and to it. */
export const doneRows = ({ sessions, actedOn }: Done): readonly number[] => [...sessions.flatMap(({ rows }) => rows), ...actedOn]

export const doneActions = (done: Done, read: RowReader): ReadonlySet<Action> =>
  new Set(doneRows(done).flatMap((row) => (read.cls(row).outcome === 'failure' ? [] : [read.cls(row).action])))
