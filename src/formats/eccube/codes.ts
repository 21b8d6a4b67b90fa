import type { Classification } from '../define-format.ts'

/**
 * `login_history_status_id`: mtb_login_history_status of EC-CUBE 4 (LoginHistoryStatus::FAILURE and SUCCESS). A failure has the number of
 * the member of staff beside it where the name is known, and so tells which names exist; what was wrong it does not tell.
 */
export const statuses = {
  '0': { action: 'login', outcome: 'failure', reason: 'bad-credentials', accountKnown: true },
  '0/unknown': { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  '1': { action: 'login', outcome: 'success', accountKnown: true },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>
