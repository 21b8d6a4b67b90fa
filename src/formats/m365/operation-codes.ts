import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'

/**
 * Operations beside the directory's own, by their exact name.
 * https://learn.microsoft.com/purview/audit-log-activities
 */
export const MAILBOX_OPERATIONS = {
  'New-InboxRule': { action: 'forwarding-change', outcome: 'success', code: 'New-InboxRule' },
  'Set-InboxRule': { action: 'forwarding-change', outcome: 'success', code: 'Set-InboxRule' },
  UpdateInboxRules: { action: 'forwarding-change', outcome: 'success', code: 'UpdateInboxRules', subject: 'mailbox' },
  'New-TransportRule': { action: 'forwarding-change', outcome: 'success', code: 'New-TransportRule' },
  'Set-TransportRule': { action: 'forwarding-change', outcome: 'success', code: 'Set-TransportRule' },
  MailItemsAccessed: { action: 'message-read', outcome: 'success', code: 'MailItemsAccessed', subject: 'mailbox' },
  MessageBind: { action: 'message-read', outcome: 'success', code: 'MessageBind', subject: 'mailbox' },
  MailboxLogin: { action: 'session-use', outcome: 'success', code: 'MailboxLogin', subject: 'mailbox' },
  'Add-MailboxPermission': { action: 'other', outcome: 'success', code: 'Add-MailboxPermission', subject: 'identity' },
  Send: { action: 'other', outcome: 'success', code: 'Send', subject: 'mailbox' },
  SendAs: { action: 'other', outcome: 'success', code: 'SendAs', subject: 'mailbox' },
  SendOnBehalf: { action: 'other', outcome: 'success', code: 'SendOnBehalf', subject: 'mailbox' },
} as const satisfies Readonly<Record<string, Classified>>

/** What an Exchange operation is; `forwardsTo` is whatever stands in a forwarding parameter. */
export const mailboxOperation = (operation: string, forwardsTo: string | undefined): Classified | undefined => {
  if (operation !== 'Set-Mailbox') return lookup<Classified>(MAILBOX_OPERATIONS, operation)
  if (forwardsTo === undefined) return { ignore: 'mailbox-setting' }
  return { action: 'forwarding-change', outcome: 'success', code: operation, subject: 'identity' }
}
