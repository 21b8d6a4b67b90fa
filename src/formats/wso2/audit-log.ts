import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, TextShape } from '../define-format.ts'
import { auditActions, results } from './action-codes.ts'
import { fromData } from './audit-data.ts'
import { cutLines } from './cut-lines.ts'

type Value = string | undefined

const HEAD =
  '^(?:TID: \\[[^\\]]{0,64}\\] )?\\[(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)\\] (?:\\[[^\\]]{0,128}\\] )? ?INFO {1,2}\\{AUDIT_LOG\\} - '

/** Names and agents are typed by strangers, so the result is what stands last in the line, and the action what stands first. */
const LINE = new RegExp(
  `${HEAD}Initiator : (?<initiator>.*?) \\| Action : (?<action>[\\w -]{1,80}?) \\| Target : (?<target>.*?) \\| Data : \\{(?<data>.*)\\} \\| (?:Result|Outcome) : (?<result>\\w{1,20}) ?$`,
)

const named = fromData('AuthenticatedUser', 'LoggedOutUser')

const NOBODY: ReadonlySet<string> = new Set(['null', 'wso2.system.user', 'anonymous'])
const somebody = (name: Value): Value => (name === undefined || NOBODY.has(name.trim()) ? undefined : name.trim())

/** Who acts is written with the tenant, whom it is about without. */
const actor: Computed = {
  from: ['initiator', 'target'],
  to: (initiator, target) =>
    initiator?.replace(/@[^@]*$/, '').trim() === target?.trim() || initiator?.trim() === target?.trim() ? undefined : somebody(initiator),
}

/** A stranger's name, or their agent, that is written like the rest of the line: which action is the server's is anybody's guess. */
const doubt: Computed = {
  from: ['target', 'data'],
  to: (target, data) => (`${target} ${data}`.includes('| Action : ') ? 'two-actions' : undefined),
}

const classify = (action: Value, result: Value, step: Value, doubtful: Value): Classified => {
  if (doubtful !== undefined) return { reject: 'ambiguous-value', detail: doubtful }
  const known = lookup(auditActions, action)
  if (known === undefined) return { ignore: 'other-operation' }
  if ('ignore' in known) return known
  const answer = lookup(results, result?.toLowerCase())
  if (answer === undefined) return { reject: 'ambiguous-value', detail: 'result' }
  const code = `${action}/${result}`
  if (answer.outcome === 'success') return { ...known, ...answer, accountKnown: true, code }
  const isSecond = known.action === 'login' && step !== undefined && /^[2-9]$/.test(step)
  return { ...known, ...answer, ...(isSecond && { action: 'mfa', reason: 'mfa-failed' }), code }
}

/** repository/logs/audit.log. Logins are in it where the handler for authentication audit logs is switched on. */
export const auditLog: TextShape = {
  name: 'audit-log',
  kind: 'text',
  signature: new RegExp(HEAD),
  patterns: { line: LINE },
  other: 'other-operation',
  cut: cutLines,
  fields: {
    time: { path: 'time', syntax: 'iso' },
    username: {
      from: ['initiator', ...named.from],
      to: (initiator, ...texts) => named.to(...texts) ?? somebody(initiator),
    },
    tenant: fromData('AuthenticatedUserTenantDomain', 'LoggedOutUserTenantDomain'),
    client: fromData('ServiceProviderName'),
    ip: fromData('RemoteAddress'),
    userAgent: fromData('User Agent'),
    session: { ...fromData('ContextIdentifier'), cut: 'ContextIdentifier' },
  },
  subjects: { target: { username: { from: ['target'], to: somebody }, actor } },
  classify: { by: ['action', 'result', fromData('StepNo'), doubt], to: classify },
}
