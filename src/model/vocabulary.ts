/** The closed vocabularies. Order matters where it is said to: severities and phases are ranked. */

export const ACTIONS = [
  'login',
  'mfa',
  'session-use',
  'logout',
  'signup',
  'password-change',
  'password-reset-request',
  'password-reset',
  'email-change',
  'phone-change',
  'recovery-change',
  'mfa-enroll',
  'mfa-remove',
  'recovery-code-use',
  'consent-grant',
  'token-create',
  'token-revoke',
  'session-revoke',
  'account-create',
  'account-lock',
  'account-unlock',
  'account-disable',
  'account-enable',
  'account-delete',
  'role-grant',
  'impersonation',
  'data-export',
  'forwarding-change',
  'identity-provider-change',
  'policy-change',
  'provider-alert',
  'profile-view',
  'profile-change',
  'address-change',
  'payment-method-change',
  'points-use',
  'purchase',
  'message-read',
  'other',
] as const
export type Action = (typeof ACTIONS)[number]

/** What members do once they are in: what is not about logging in. */
export const MEMBER_ACTS: readonly Action[] = [
  'profile-view',
  'profile-change',
  'address-change',
  'payment-method-change',
  'points-use',
  'purchase',
  'message-read',
  'data-export',
]

/** Ranked for the sort key: failure and blocked come before challenge, challenge before success (docs/ARCHITECTURE.md 2). */
export const OUTCOMES = ['failure', 'blocked', 'challenge', 'success', 'info'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const REASONS = [
  'bad-password',
  'unknown-account',
  'bad-credentials',
  'locked',
  'disabled',
  'account-expired',
  'password-expired',
  'must-change-password',
  'mfa-required',
  'mfa-failed',
  'mfa-denied',
  'mfa-fraud-reported',
  'mfa-timeout',
  'blocked-ip',
  'rate-limited',
  'breached-password',
  'policy-denied',
  'device-denied',
  'location-denied',
  'consent-denied',
  'session-expired',
  'token-invalid',
  'token-reuse',
  'client-misconfigured',
  'not-assigned',
  'interrupted',
  'system-error',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** From least to most severe. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const VERDICTS = ['compromised', 'suspected', 'targeted', 'undetermined'] as const
export type Verdict = (typeof VERDICTS)[number]

export const CASE_KINDS = ['takeover', 'misuse', 'exposure'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** A: viewed or unknown; B: contact or factor changed; C: money or goods lost. */
export type HarmClass = 'A' | 'B' | 'C'

/** What was done after a bad login, as far as it is harm; `acted`: on other accounts. */
export type Harm = 'viewed' | 'changed' | 'points' | 'purchase' | 'acted'

/** In the order in which a responder works. */
export const PHASES = ['preserve', 'contain', 'scope', 'evict', 'recover', 'notify', 'root-cause', 'prevent', 'follow-up'] as const
export type Phase = (typeof PHASES)[number]

export const OWNERS = ['csirt', 'identity', 'support', 'legal', 'business'] as const
export type Owner = (typeof OWNERS)[number]

export const STEP_STATES = ['open', 'done', 'contradicted', 'waiting'] as const
export type StepState = (typeof STEP_STATES)[number]

export const NETWORK_KINDS = ['private', 'hosting', 'relay', 'mobile', 'residential', 'unknown'] as const
export type NetworkKind = (typeof NETWORK_KINDS)[number]

export const DEVICE_CLASSES = ['desktop', 'mobile', 'tablet', 'bot', 'unknown'] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

export type Lang = 'en' | 'ja'

/** Somebody is in the account, or may be. */
export const isAffected = ({ verdict }: { readonly verdict: Verdict | null | undefined }): boolean =>
  verdict === 'compromised' || verdict === 'suspected'

/** At least as severe as `floor`? */
export const isAtLeast = (severity: Severity, floor: Severity): boolean => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor)

/** What a service may lack, so that steps it cannot take are left out. */
export const SERVICE_FEATURES = ['mfa', 'high-risk-actions', 'third-party-apps', 'roles', 'passwords', 'login-challenge'] as const
export type ServiceFeature = (typeof SERVICE_FEATURES)[number]
