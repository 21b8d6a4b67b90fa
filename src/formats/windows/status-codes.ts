import type { Outcome, Reason } from '../../model/vocabulary.ts'

/** Why a logon did not go through, and what the code proves about the account. */
export interface StatusMeaning {
  readonly outcome: Outcome
  readonly reason: Reason
  readonly accountKnown?: boolean
}

const fails = (reason: Reason, accountKnown?: boolean): StatusMeaning =>
  accountKnown === undefined ? { outcome: 'failure', reason } : { outcome: 'failure', reason, accountKnown }
const blocks = (reason: Reason, accountKnown?: boolean): StatusMeaning =>
  accountKnown === undefined ? { outcome: 'blocked', reason } : { outcome: 'blocked', reason, accountKnown }

/**
 * NTSTATUS of 4625 (SubStatus, or Status where that is 0x0) and 4776.
 * Source: https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4625
 */
export const ntStatus: Readonly<Record<string, StatusMeaning>> = {
  '0xc000006a': fails('bad-password', true),
  '0xc0000064': fails('unknown-account', false),
  '0xc000006d': fails('bad-credentials'),
  '0xc000006e': blocks('policy-denied', true),
  '0xc000006f': blocks('policy-denied', true),
  '0xc0000070': blocks('policy-denied', true),
  // Said only after the password was checked: whoever tried knows it.
  '0xc0000071': fails('password-expired', true),
  '0xc0000072': fails('disabled', true),
  '0xc0000193': fails('account-expired', true),
  '0xc0000224': fails('must-change-password', true),
  '0xc0000234': blocks('locked', true),
  '0xc000010b': blocks('policy-denied'),
  '0xc000015b': blocks('policy-denied', true),
  '0xc0000413': blocks('policy-denied', true),
  '0xc000005e': fails('system-error'),
  '0xc00000dc': fails('system-error'),
  '0xc0000133': fails('system-error'),
  '0xc000018b': fails('system-error'),
  '0xc000018d': fails('system-error'),
  '0xc0000380': fails('bad-credentials', true),
  '0xc0000381': blocks('locked', true),
}

/**
 * Kerberos codes of 4768, 4769 and 4771 (RFC 4120, 7.5.9). 0x12 is one answer for disabled, expired, locked and out of hours:
 * which of them is not known.
 */
export const kerberosStatus: Readonly<Record<string, StatusMeaning>> = {
  '0x6': fails('unknown-account', false),
  '0xc': blocks('policy-denied', true),
  '0x12': blocks('policy-denied', true),
  '0x17': fails('password-expired', true),
  '0x18': fails('bad-password', true),
  '0x20': fails('session-expired'),
  '0x25': fails('system-error'),
}
