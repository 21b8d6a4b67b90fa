import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, JsonShape, TimeField } from '../define-format.ts'
import { historyMessages } from './history-codes.ts'

export const classifyHistory = (key?: string, change?: string): Classified =>
  lookup(historyMessages, change === undefined ? key : `${key}/${change}`) ?? lookup(historyMessages, key) ?? { ignore: 'other-event' }

/** `date` is UTC; the local one stands beside it. */
export const historyTime = (...path: readonly string[]): TimeField => ({ path, syntax: 'iso', zone: 'UTC' })

const MOST_OCCASIONS = 10_000
/** Like events in a row are one entry that says how many they are. */
export const occasions = (...from: readonly string[]): Computed => ({
  from,
  to: (...counts) => {
    const count = counts.find((value) => value !== undefined)
    return /^\d{1,6}$/.test(count ?? '') ? String(Math.min(Math.max(Number(count), 1), MOST_OCCASIONS)) : '1'
  },
})

const unlessSame: Computed['to'] = (doer, ...targets) => (targets.includes(doer) ? undefined : doer)

/** The mail address and the password are parts of the profile; of both the address says more. */
const changeOf: Computed = {
  from: ['context.user_new_user_email', 'context.edited_user_password_changed'],
  to: (mail, password) => (mail !== undefined ? 'email' : password === '1' ? 'password' : undefined),
}

/** The export, and what the plugin's REST interface answers (`date_gmt`, `message_key`). */
export const historyJson: JsonShape = {
  name: 'simple-history-json',
  kind: 'json',
  signature: {
    has: ['logger', 'initiator'],
    any: [
      ['date', 'date_gmt'],
      ['context', 'initiator_data'],
      ['context_message_key', 'context._message_key', 'occasionsID', 'message_key'],
    ],
  },
  fields: {
    time: historyTime('date', 'date_gmt'),
    account: ['context._user_id', 'initiator_data.user_id'],
    username: ['context._user_login', 'initiator_data.user_login'],
    ip: ['context._server_remote_addr', 'ip_addresses._server_remote_addr'],
    forwardedFor: 'context._server_http_x_forwarded_for_0',
    userAgent: 'context.server_http_user_agent',
  },
  subjects: {
    typed: {
      account: ['context.login_id', 'context.user_id'],
      username: [
        'context.login',
        'context.failed_username',
        'context.failed_login_username',
        'context.user_login',
        'context.login_user_login',
      ],
    },
    target: {
      account: ['context.edited_user_id', 'context.created_user_id', 'context.deleted_user_id', 'context.user_id'],
      username: ['context.edited_user_login', 'context.created_user_login', 'context.deleted_user_login', 'context.user_login'],
      actor: {
        from: ['context._user_login', 'context.edited_user_login', 'context.created_user_login', 'context.deleted_user_login'],
        to: unlessSame,
      },
    },
  },
  classify: {
    by: [
      { from: ['context_message_key', 'context._message_key', 'message_key'], to: (key, inside, plain) => key ?? inside ?? plain },
      changeOf,
    ],
    to: classifyHistory,
  },
  repeat: occasions('subsequentOccasions', 'subsequent_occasions_count'),
}
