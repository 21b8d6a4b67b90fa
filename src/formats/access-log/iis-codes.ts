import type { Reason } from '../../model/vocabulary.ts'

/**
 * Why Windows let nobody in, behind status 401.1 (https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-status-code):
 * the errors of winerror.h on logons. Others behind it are steps of a handshake.
 */
export const logonErrors = {
  '1326': 'bad-credentials',
  '1327': 'policy-denied',
  '1328': 'policy-denied',
  '1329': 'policy-denied',
  '1330': 'password-expired',
  '1331': 'disabled',
  '1385': 'policy-denied',
  '1793': 'account-expired',
  '1907': 'must-change-password',
  '1909': 'locked',
} as const satisfies Readonly<Record<string, Reason>>
