import { displayWidth } from '../../../kernel/text-width.ts'
import type { CaseDocument } from '../../../model/case.ts'

/**
 * What stands for an account beside a picture: its id, or its first name where the id would be cut off. Ids that a directory makes differ
 * in their last characters only, so that, cut, they are all alike.
 */
export const legibleNames = ({ accounts }: CaseDocument, columns: number): ((account: string) => string) => {
  const names = new Map(
    accounts.flatMap(({ account, names: [name] }) =>
      name !== undefined && displayWidth(account) > columns ? [[account, name] as const] : [],
    ),
  )
  return (account) => names.get(account) ?? account
}
