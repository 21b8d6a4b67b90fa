import { clearedAccounts } from '../casefolder/decided.ts'
import { entrySources } from '../kernel/entry-sources.ts'
import { neverBlocked } from '../kernel/never-blocked.ts'
import type { CaseAccount, CaseSource } from '../model/case.ts'
import type { RecoveryInput } from '../recovery/recovery-input.ts'

/** Where accounts were taken over from without any attempt, as recovery needs it; nothing where there is no such source. */
export const recoveryEntries = (sources: readonly CaseSource[], accounts: readonly CaseAccount[]): Pick<RecoveryInput, 'entries'> => {
  const found = entrySources(sources, accounts)
  if (found.length === 0) return {}
  const blocked = found.filter((source) => neverBlocked(source) === undefined)
  const spared = found.filter((source) => !blocked.includes(source))
  const cleared = clearedAccounts({ accounts })
  const names = (list: readonly CaseSource[]): readonly string[] => list.map(({ source }) => source)
  return {
    entries: {
      sources: names(blocked),
      spared: names(spared),
      collateral: blocked.flatMap(({ others, hits }) => [...others, ...hits.filter((hit) => cleared.has(hit))]),
    },
  }
}
