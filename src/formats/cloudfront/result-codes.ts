import type { Classification, IgnoredRecord } from '../define-format.ts'

/** What CloudFront itself did with a request: x-edge-detailed-result-type, otherwise x-edge-result-type. */
export const edgeResults: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'> | IgnoredRecord>> = {
  Redirect: { ignore: 'redirected-by-edge' },
  ClientGeoBlocked: { outcome: 'blocked', reason: 'location-denied' },
  InvalidRequestBlocked: { outcome: 'blocked', reason: 'policy-denied' },
  LimitExceeded: { outcome: 'info', reason: 'system-error' },
  CapacityExceeded: { outcome: 'info', reason: 'system-error' },
  ClientHungUpRequest: { outcome: 'info', reason: 'interrupted' },
  ClientCommError: { outcome: 'info', reason: 'interrupted' },
}
