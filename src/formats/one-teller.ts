import type { AttemptFold, FoldRecord } from './define-format.ts'

const groupBy = (rows: readonly number[], keyOf: (row: number) => string): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

/** `audit/login-failed` was told by `audit`. */
const tellerOf = (record: FoldRecord | undefined): string => record?.code?.split('/')[0] ?? ''

/** The teller with the most lines; of equals the one that is named first. */
const fullest = (groups: ReadonlyMap<string, readonly number[]>, tellers: readonly string[]): readonly number[] =>
  tellers.map((teller) => groups.get(teller) ?? []).reduce((best, rows) => (rows.length > best.length ? rows : best), [])

/**
 * For products in which several parts (the log, the audit log, the brake on guessing) each tell of one and the same try.
 * Codes begin with the teller's name, which must be one of `tellers`: those that say most come first. Of the tries of one kind from one address within a moment the teller with the most
 * lines stays, alone: equal lines of one teller are separate tries, lines of different tellers are not.
 */
export const keepOneTeller = (tellers: readonly string[], withinMs: number): AttemptFold => ({
  key: ['ip'],
  withinMs,
  fold: (records) => {
    const kinds = groupBy([...records.keys()], (row) => `${records[row]?.action}/${records[row]?.outcome}`)
    const kept = [...kinds.values()].flatMap((rows) =>
      fullest(
        groupBy(rows, (row) => tellerOf(records[row])),
        tellers,
      ),
    )
    return kept.sort((a, b) => a - b)
  },
})
