import type { Classification } from '../define-format.ts'
import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an action means; `subject` names an entry of fields.ts where the event is not the actor's own. */
export interface ActionMeaning {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  readonly subject?: 'impersonated' | 'model'
  readonly accountKnown?: boolean
}

/**
 * `EventAction` of authentik's events. Source: https://docs.goauthentik.io/sys-mgmt/events/event-actions/ (compared in November 2026)
 *
 * `source_linked` ties an outside identity to the account: a second way in, hence a recovery change.
 */
export const actions = {
  login: { action: 'login', outcome: 'success', accountKnown: true },
  logout: { action: 'logout', outcome: 'info' },
  user_write: { action: 'profile-change', outcome: 'success' },
  password_set: { action: 'password-change', outcome: 'success' },
  suspicious_request: { action: 'provider-alert', outcome: 'info' },
  secret_view: { action: 'other', outcome: 'info' },
  token_view: { action: 'other', outcome: 'info' },
  secret_rotate: { action: 'token-create', outcome: 'success' },
  invitation_used: { action: 'signup', outcome: 'success' },
  authorize_application: { action: 'session-use', outcome: 'success' },
  source_linked: { action: 'recovery-change', outcome: 'success' },
  impersonation_started: { action: 'impersonation', outcome: 'success', subject: 'impersonated' },
  impersonation_ended: { action: 'other', outcome: 'info', subject: 'impersonated' },
  export_ready: { action: 'data-export', outcome: 'success' },
  access_request_approved: { action: 'other', outcome: 'success' },
  access_request_created: { action: 'other', outcome: 'info' },
  access_request_denied: { action: 'other', outcome: 'info' },
  access_request_revoked: { action: 'other', outcome: 'info' },
  custom_static_authenticator_disable: { action: 'mfa-remove', outcome: 'success' },
} as const satisfies Readonly<Record<string, ActionMeaning>>

/** Actions about the server, by the reason they are counted under. */
export const serverActions = {
  policy_execution: 'server-event',
  policy_exception: 'server-event',
  property_mapping_exception: 'server-event',
  flow_execution: 'server-event',
  system_task_execution: 'server-event',
  system_task_exception: 'server-event',
  system_exception: 'server-event',
  configuration_error: 'server-event',
  configuration_warning: 'server-event',
  review_initiated: 'server-event',
  review_overdue: 'server-event',
  review_attested: 'server-event',
  review_completed: 'server-event',
  email_sent: 'email-sent',
  update_available: 'server-event',
  invitation_created: 'server-event',
} as const satisfies Readonly<Record<string, string>>

const enrolled = { action: 'mfa-enroll', outcome: 'success' } as const
const removed = { action: 'mfa-remove', outcome: 'success' } as const

/** `model_created`, `model_deleted` …: the verb and the model that it was done to. */
export const models = {
  'model_created/user': { action: 'account-create', outcome: 'success', subject: 'model' },
  'model_updated/user': { action: 'profile-change', outcome: 'success', subject: 'model' },
  'model_deleted/user': { action: 'account-delete', outcome: 'success', subject: 'model' },
  'model_created/token': { action: 'token-create', outcome: 'success' },
  'model_deleted/token': { action: 'token-revoke', outcome: 'success' },
  'model_created/totpdevice': enrolled,
  'model_deleted/totpdevice': removed,
  'model_created/webauthndevice': enrolled,
  'model_deleted/webauthndevice': removed,
  'model_created/staticdevice': enrolled,
  'model_deleted/staticdevice': removed,
  'model_created/smsdevice': enrolled,
  'model_deleted/smsdevice': removed,
  'model_created/duodevice': enrolled,
  'model_deleted/duodevice': removed,
  'model_created/emaildevice': enrolled,
  'model_deleted/emaildevice': removed,
} as const satisfies Readonly<Record<string, ActionMeaning>>

/** Where in the flow a login failed, with what authentik then knows of the name (`known`: an account; `typed`: only a name). */
export const stages = {
  'passwordstage/known': { action: 'login', reason: 'bad-password', accountKnown: true },
  'passwordstage/pretended': { action: 'login', reason: 'unknown-account', accountKnown: false },
  'identificationstage/known': { action: 'login', reason: 'bad-password', accountKnown: true },
  'identificationstage/pretended': { action: 'login', reason: 'unknown-account', accountKnown: false },
  'authenticatorvalidatestage/known': { action: 'mfa', reason: 'mfa-failed', accountKnown: true },
} as const satisfies Readonly<Record<string, Pick<Classification, 'action' | 'reason' | 'accountKnown'>>>

/**
 * What Duo answered, which authentik writes beside the failed stage (authentik/stages/authenticator_validate, `duo_response`; values of Duo's
 * Auth API, https://duo.com/docs/authapi#/auth).
 */
export const duoAnswers = {
  deny: 'mfa-denied',
  fraud: 'mfa-fraud-reported',
  timeout: 'mfa-timeout',
} as const satisfies Readonly<Record<string, Reason>>
