import type { CaseAccount } from '../../model/case.ts'
import { ACCOUNT_STEPS, type StepId } from '../catalogue/account-steps.ts'
import { declaredCommands } from '../commands.ts'
import type { Provider, ProviderCommand } from '../define-provider.ts'
import { fillCommand, type CommandValues } from '../fill-command.ts'

/** Steps that need no choice: what to remove, and whom to believe, is decided account by account. */
export const BULK_STEPS = ['C1', 'E1', 'E4', 'R2'] as const satisfies readonly StepId[]
export type BulkStep = (typeof BULK_STEPS)[number]

/** One account of a bulk script, with the steps that may be taken for it there. */
export interface BulkRow {
  readonly account: string
  readonly values: CommandValues
  readonly steps: readonly BulkStep[]
}

/** What a provider runs for each step, nothing that has to be filled in by hand. */
export type BulkCommands = Readonly<Record<BulkStep, readonly ProviderCommand[]>>

export const bulkCommands = (provider: Provider): BulkCommands => {
  const of = (step: BulkStep): readonly ProviderCommand[] =>
    declaredCommands(provider, ACCOUNT_STEPS[step].acts ?? []).filter(({ byHand }) => byHand !== true)
  return { C1: of('C1'), E1: of('E1'), E4: of('E4'), R2: of('R2') }
}

/** Reset links go to the contact on file, and a thief's factor outlives the reset: where either was changed, people come first. */
const isByHand = (step: BulkStep, { flags }: CaseAccount): boolean =>
  step === 'R2' && (flags.includes('contactChanged') || flags.includes('factorChanged'))

/** The row of an account, or undefined where nothing can be done for it in bulk: no such step, or an id that cannot be written. */
export const bulkRow = (account: CaseAccount, provider: Provider, commands: BulkCommands): BulkRow | undefined => {
  const values: CommandValues = {
    account: account.account,
    name: account.names[0] ?? account.account,
    ...(account.tenant === null ? {} : { tenant: account.tenant }),
  }
  const planned = new Set(account.checklist.map(({ id }) => id))
  const steps = BULK_STEPS.filter(
    (step) =>
      planned.has(step) &&
      commands[step].length > 0 &&
      !isByHand(step, account) &&
      commands[step].every(({ command }) => fillCommand(command, values, provider.shell ?? 'posix') !== undefined),
  )
  return steps.length === 0 ? undefined : { account: account.account, values, steps }
}
