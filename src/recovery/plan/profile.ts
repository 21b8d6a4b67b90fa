import type { RecoveryAccount } from '../recovery-input.ts'
import type { Base } from '../catalogue/account-steps.ts'
import { isAffected } from '../../model/vocabulary.ts'

/** How far one may go with an account. */
export type Profile =
  | 'none'
  | 'full'
  | 'campaign'
  | 'several-signals'
  | 'weak-signal'
  | 'password-known'
  | 'misuse'
  | 'exposure'
  | 'planted'

/** Did somebody leave something behind in the account? Then asking first would leave it in the attacker's hands. */
const hasTraces = (account: RecoveryAccount): boolean =>
  account.contactChanged !== null ||
  account.factorChanged ||
  account.roleGranted ||
  account.tokenCreated ||
  account.forwardingChanged ||
  account.consentGranted

const suspectedProfile = (account: RecoveryAccount): Profile => {
  if (hasTraces(account) || account.class === 'C') return 'full'
  // Who was in it, or has set its password, is known from other accounts: nobody need be asked.
  if (account.flags.includes('campaignSource') || account.findingTypes.includes('same-hand')) return 'campaign'
  return account.findingTypes.length > 1 ? 'several-signals' : 'weak-signal'
}

export const profileOf = (account: RecoveryAccount): Profile => {
  if (account.decision === 'cleared') return 'none'
  const verdict = account.decision === 'confirmed' ? 'compromised' : account.verdict
  if (account.kind !== 'takeover') return isAffected({ verdict }) ? account.kind : 'none'
  if (isAffected({ verdict }) && account.flags.includes('madeByIntruder')) return 'planted'
  if (verdict === 'compromised') return 'full'
  if (verdict === 'suspected') return suspectedProfile(account)
  return verdict === 'targeted' && account.flags.includes('passwordKnown') ? 'password-known' : 'none'
}

/** Steps that a profile permits; undefined permits all that the rows give. */
export const PERMITTED: Readonly<Record<Profile, ReadonlySet<Base> | undefined>> = {
  none: new Set(),
  full: undefined,
  // Bulk: the source is known to be bad, so nobody is asked, but hundreds of owners are not locked out either.
  campaign: new Set<Base>(['P0', 'P1', 'E1', 'E2', 'E4', 'R2', 'N1', 'F1']),
  'several-signals': new Set<Base>(['P0', 'P1', 'ASK', 'C3', 'C4', 'E1', 'E2', 'E4', 'R2', 'N1', 'F1']),
  'weak-signal': new Set<Base>(['P1', 'ASK', 'C3', 'F1']),
  'password-known': new Set<Base>(['R2', 'N1', 'F1']),
  misuse: new Set<Base>(['P0', 'P1', 'H1', 'C1', 'E1', 'E4', 'E5', 'E6', 'S1', 'F1']),
  exposure: new Set<Base>(['P1', 'X1', 'X2', 'E1', 'N1', 'F1']),
  // Nobody to identify, to give it back to, or to tell.
  planted: new Set<Base>(['P0', 'P1', 'E5', 'C1', 'E1', 'E4', 'E4A', 'E6', 'F1']),
}

/** Steps that a profile always has, whatever was found. */
export const REQUIRED: Readonly<Record<Profile, readonly Base[]>> = {
  none: [],
  full: ['P1', 'E1', 'F1'],
  campaign: ['P1', 'E1', 'E2', 'E4', 'R2', 'N1', 'F1'],
  'several-signals': ['P1', 'ASK', 'C3', 'E1', 'E2', 'E4', 'R2', 'N1', 'F1'],
  'weak-signal': ['P1', 'ASK', 'C3', 'F1'],
  'password-known': ['R2', 'N1', 'F1'],
  misuse: ['P1', 'H1', 'C1', 'E4', 'E1', 'S1', 'F1'],
  exposure: ['P1', 'X1', 'E1', 'X2', 'N1', 'F1'],
  planted: ['P1', 'E5', 'C1', 'E1', 'E4', 'F1', 'E6'],
}
