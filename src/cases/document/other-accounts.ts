import type { CaseOtherAccount } from '../../model/case.ts'
import type { AccountDictionary } from '../../order/event-table.ts'
import type { OtherAccount } from '../persons/find-persons.ts'

/** A person's other accounts, as the logs call them. */
export const writeOthers = (others: readonly OtherAccount[], accounts: AccountDictionary): readonly CaseOtherAccount[] =>
  others.map(({ key, link, verdict }) => ({
    account: accounts.get(key) ?? '',
    provider: accounts.provider(key),
    tenant: accounts.tenant(key) ?? null,
    link,
    verdict,
  }))
