import { baseOf, type Base, type StepId } from '../catalogue/account-steps.ts'
import type { RecoveryAccount } from '../recovery-input.ts'
import { rowOfFinding, type MatrixRow } from './matrix.ts'
import type { Profile } from './profile.ts'

const looksLikeEmail = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text)
const REUSE_ROWS: ReadonlySet<string> = new Set(['stuffing', 'breached'])

/** Id is an e-mail address and the password was reused: the mailbox itself may be taken. */
const isMailboxAtRisk = (account: RecoveryAccount): boolean =>
  account.flags.includes('mailboxAtRisk') ||
  ([account.account, ...account.names].some(looksLikeEmail) &&
    (account.flags.includes('campaignSource') || account.findingTypes.some((f) => REUSE_ROWS.has(rowOfFinding(f)))))

/** Class C is reached by another channel where the mailbox may be taken. */
const needsOtherChannel = (account: RecoveryAccount): boolean => account.class === 'C' && isMailboxAtRisk(account)

/** Variants that a profile or a state of the account asks for, strongest first; they outrank those of the rows. */
const askedFor = (account: RecoveryAccount, profile: Profile, rows: readonly MatrixRow[]): readonly StepId[] => [
  ...(profile === 'misuse' ? ['P1.quiet' as const] : []),
  ...(profile === 'planted' ? ['E6.planted' as const] : []),
  ...(profile === 'exposure' ? ['N1.exposure' as const] : []),
  ...(profile === 'password-known' ? ['R2.next-login' as const, 'N1.password-known' as const] : []),
  ...(account.contactChanged === null && !account.forwardingChanged ? ['E3.check' as const] : []),
  ...rows.flatMap((row) => (row.id === 'factor-abuse' ? row.variants : [])),
  ...(needsOtherChannel(account) ? ['R1.other-channel' as const, 'R2.other-channel' as const, 'N1.other-channel' as const] : []),
  ...rows.flatMap((row) => (row.id === 'exposure' ? [] : row.variants)),
]

/** The variant of a step for this account, the plain step where none applies. */
export const chooseVariant = (base: Base, account: RecoveryAccount, rows: readonly MatrixRow[], profile: Profile): StepId =>
  askedFor(account, profile, rows).find((id) => baseOf(id) === base) ?? base
