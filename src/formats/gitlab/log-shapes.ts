import { lookup } from '../../kernel/lookup.ts'
import { isoTime, type Classified, type Computed, type JsonShape } from '../define-format.ts'
import { auditTypes, type AuditType } from './audit-codes.ts'
import { changes, messages } from './codes.ts'

type Value = string | undefined

/** A typed name may hold blanks and even ` ip=…`: the address is the last one, which GitLab wrote itself. */
const MESSAGE =
  /^(?<what>Failed Login|Successful Login|User Logout): username=(?<user>.*) ip=(?<ip>[0-9A-Fa-f:.%]{2,60})(?: method=(?<method>\S{1,60}))?(?: admin=\w{1,5})?$/

const part = (name: 'what' | 'user' | 'ip' | 'method'): Computed => ({
  from: ['message'],
  to: (text) => MESSAGE.exec(text ?? '')?.groups?.[name],
})

const byMessage = (what: Value, isSuspect: Value): Classified => {
  if (what !== undefined && Object.hasOwn(messages, what))
    return { ...messages[what as keyof typeof messages], code: `application/${what}` }
  return isSuspect === undefined ? { ignore: 'other-message' } : { reject: 'unknown-code', detail: 'wording of a login' }
}

/** What the server does by itself belongs to no request, and has no id of one: partitions of its database, its watchdog of memory. */
const BY_ITSELF = ['connection_name', 'shared_connection_name', 'memwd_handler_class', 'partition_name', 'lock_timeout_in_ms']

/** `application_json.log`. */
export const applicationShape: JsonShape = {
  name: 'application-log',
  kind: 'json',
  signature: {
    has: ['severity', 'time', 'message'],
    any: [['correlation_id', ...BY_ITSELF]],
    not: ['controller', 'entity_type', 'msg'],
  },
  fields: { time: isoTime('time'), username: part('user'), ip: part('ip'), protocol: part('method') },
  classify: {
    by: [
      part('what'),
      { from: ['message'], to: (text) => (/^(?:Failed Login|Successful Login|User Logout)/.test(text ?? '') ? 'yes' : undefined) },
    ],
    to: byMessage,
  },
}

const RESET = /^Ask for password reset$/i
const ENDED = /^Stopped Impersonation/i

/** Rights that were given, unless the record says that they were taken. */
const byType = (meaning: AuditType, type: string, message: Value, now: Value): Classified => {
  if (meaning.action === 'impersonation' && ENDED.test(message ?? '')) return { ignore: 'impersonation-ended' }
  const action = meaning.action === 'role-grant' && now === 'false' ? 'other' : meaning.action
  return { ...meaning, action, code: `audit/${type}` }
}

const byAudit = (type: Value, signedIn: Value, failed: Value, change: Value, message: Value, now: Value): Classified => {
  const meaning = lookup<AuditType>(auditTypes, type)
  if (meaning !== undefined && type !== undefined) return byType(meaning, type, message, now)
  if (failed !== undefined) return { action: 'login', outcome: 'failure', reason: 'bad-credentials', code: 'audit/failed-login' }
  if (signedIn !== undefined) return { action: 'login', outcome: 'success', accountKnown: true, code: 'audit/login' }
  if (RESET.test(message ?? '')) return { action: 'password-reset-request', outcome: 'success', code: 'audit/reset' }
  if (change !== undefined && Object.hasOwn(changes, change))
    return { action: changes[change as keyof typeof changes], outcome: 'success', code: `audit/${change}` }
  return { ignore: 'other-audit-event' }
}

/** What the log file writes flat stands under `details` where events are streamed. */
const detail = (name: string): Computed => ({ from: [name, `details.${name}`], to: (flat, nested) => flat ?? nested })

/** A message names tokens and addresses: only the words that decide are kept, or every tuple would be new. */
const decisiveMessage: Computed = {
  from: ['custom_message', 'details.custom_message'],
  to: (flat, nested) => RESET.exec(flat ?? nested ?? '')?.[0] ?? ENDED.exec(flat ?? nested ?? '')?.[0],
}

/** The new value, as far as it tells whether something was given or taken. */
const isNow: Computed = { from: ['to', 'details.to'], to: (flat, nested) => ((flat ?? nested) === 'false' ? 'false' : undefined) }

const auditType: Computed = {
  from: ['event_type', 'event_name', 'details.event_name'],
  to: (streamed, logged, nested) => streamed ?? logged ?? nested,
}

/**
 * The path of a user is the name that is typed to log in; the names of author and target are those for people to read:
 * https://docs.gitlab.com/user/compliance/audit_event_schema/
 */
const USER_PATH = ['entity_type', 'entity_path', 'details.entity_path'] as const
const userPath = (type: Value, path: Value, nested: Value): Value => (type === 'User' ? path || nested || undefined : undefined)

/** Older versions have that name only of whoever sent the request. */
const CALLER = ["'meta.user'", "'meta.user_id'", 'target_id', 'author_id'] as const
const ownName = (type: Value, caller?: string, callerId?: string, target?: string, author?: string): Value =>
  type === 'User' && callerId !== undefined && callerId === target && callerId === author ? caller : undefined

/** `audit_json.log` and streamed audit events. */
export const auditShape: JsonShape = {
  name: 'audit-log',
  kind: 'json',
  signature: { has: ['author_id', 'entity_type', 'target_details'], any: [['severity', 'author_name']] },
  fields: {
    time: isoTime('time', 'created_at'),
    // Whose account it is: the target's; a person acts on their own where the two ids agree.
    username: {
      from: [...USER_PATH, 'target_details', 'author_name', ...CALLER],
      to: (type, path, nested, target, author, ...caller) => userPath(type, path, nested) ?? ownName(type, ...caller) ?? target ?? author,
    },
    actor: {
      from: ['author_id', 'target_id', 'author_name'],
      to: (author, target, name) => (author === target || author === '-1' ? undefined : name),
    },
    // Older versions wrote no address of their own; what the request was made from stands in its context.
    ip: ['ip_address', "'meta.remote_ip'"],
    protocol: ['with', 'details.with'],
  },
  subjects: {
    author: {
      username: {
        from: [...USER_PATH, 'author_id', 'entity_id', 'author_name'],
        to: (type, path, nested, author, entity, name) => (author === entity ? userPath(type, path, nested) : undefined) ?? name,
      },
      actor: { from: [], to: () => undefined },
    },
  },
  classify: {
    by: [auditType, detail('with'), detail('failed_login'), detail('change'), decisiveMessage, isNow],
    to: byAudit,
  },
}
