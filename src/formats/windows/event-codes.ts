import type { Action, Outcome } from '../../model/vocabulary.ts'

/** What an event of the Security log is. */
export interface EventMeaning {
  /** How its outcome is read: by logon type, by an NTSTATUS, by a Kerberos code, or by the audit keyword. */
  readonly by: 'logon' | 'failed-logon' | 'kerberos' | 'ntlm' | 'audit'
  readonly action?: Action
  /** Fixed where the audit keyword says nothing about the account's success. */
  readonly outcome?: Outcome
  /** Whose event it is, where that is not simply the account in the `Target…` fields. */
  readonly subject?: 'target' | 'member' | 'doer' | 'renamed' | 'session'
}

const onAccount = (action: Action): EventMeaning => ({ by: 'audit', action, subject: 'target' })
const granted: EventMeaning = { by: 'audit', action: 'role-grant', subject: 'member' }
const taken: EventMeaning = { by: 'audit', action: 'other', subject: 'member' }
const policy: EventMeaning = { by: 'audit', action: 'policy-change', subject: 'doer' }

/**
 * Event ids of the provider Microsoft-Windows-Security-Auditing (and 1102 of Microsoft-Windows-Eventlog).
 * Source: https://learn.microsoft.com/windows-server/identity/ad-ds/plan/appendix-l--events-to-monitor
 *
 * A domain login leaves 4768 or 4776 on the domain controller and 4624 on the machine: collected together they count twice,
 * but often only the controllers' logs are there. 4648 says that credentials were used, not whether they were right.
 */
export const events: Readonly<Record<string, EventMeaning>> = {
  '4624': { by: 'logon' },
  '4625': { by: 'failed-logon' },
  '4634': { by: 'audit', action: 'logout', outcome: 'info' },
  '4647': { by: 'audit', action: 'logout', outcome: 'info' },
  '4648': { by: 'audit', action: 'other', outcome: 'info', subject: 'target' },
  '4768': { by: 'kerberos', action: 'login' },
  '4769': { by: 'kerberos', action: 'session-use' },
  '4771': { by: 'kerberos', action: 'login' },
  '4776': { by: 'ntlm', action: 'login' },
  '4778': { by: 'audit', action: 'session-use', outcome: 'success', subject: 'session' },
  '4779': { by: 'audit', action: 'logout', outcome: 'info', subject: 'session' },
  '4720': onAccount('account-create'),
  '4722': onAccount('account-enable'),
  '4723': onAccount('password-change'),
  '4724': onAccount('password-reset'),
  '4725': onAccount('account-disable'),
  '4726': onAccount('account-delete'),
  '4738': onAccount('profile-change'),
  '4740': { by: 'audit', action: 'account-lock', outcome: 'info', subject: 'target' },
  '4767': onAccount('account-unlock'),
  '4781': { by: 'audit', action: 'profile-change', subject: 'renamed' },
  '4728': granted,
  '4732': granted,
  '4756': granted,
  '4729': taken,
  '4733': taken,
  '4757': taken,
  '4719': policy,
  '1102': policy,
}

/** How somebody logged on, and what that makes of it. Services and tasks log on by themselves; an unlock goes on with a session. */
export const logonTypes: Readonly<Record<string, { readonly protocol: string; readonly action: Action }>> = {
  '2': { protocol: 'interactive', action: 'login' },
  '3': { protocol: 'network', action: 'login' },
  '4': { protocol: 'batch', action: 'other' },
  '5': { protocol: 'service', action: 'other' },
  '7': { protocol: 'unlock', action: 'session-use' },
  '8': { protocol: 'network-cleartext', action: 'login' },
  '9': { protocol: 'new-credentials', action: 'other' },
  '10': { protocol: 'remote-interactive', action: 'login' },
  '11': { protocol: 'cached-interactive', action: 'login' },
  '12': { protocol: 'cached-remote-interactive', action: 'login' },
  '13': { protocol: 'cached-unlock', action: 'session-use' },
}
