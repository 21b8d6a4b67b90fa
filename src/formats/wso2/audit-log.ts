import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, TextShape } from '../define-format.ts'
import { auditActions, changedClaims, changes, refusals, results } from './action-codes.ts'
import { claimIn, fromData } from './audit-data.ts'
import { cutLines } from './cut-lines.ts'

type Value = string | undefined

const TIME = '\\[(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)\\]'
/** log4j's patterns of the products: tenant, server and correlation are there or not; API Manager and others leave the logger's name out. */
const HEAD = `^(?:TID: \\[[^\\]]{0,64}\\] )?(?:\\[[^\\]]{0,64}\\] )?${TIME} (?:\\[[^\\]]{0,128}\\] )? ?(?:INFO|WARN) {1,2}(?:\\{AUDIT_LOG\\} ?-|-(?= {1,2}Initiator ?[:=])) {1,2}`

/** Names and agents are typed by strangers, so the result is what stands last in the line, and the action what stands first. */
const LINE = new RegExp(
  `${HEAD}Initiator : (?<initiator>.*?) \\| Action : (?<action>[\\w -]{1,80}?) \\| Target : (?<target>.*?) \\| Data : (?:\\{(?<data>.*)\\}|null) \\| (?:Result|Outcome) : (?<result>\\w{1,20}) ?(?: ?\\{AUDIT_LOG\\})?$`,
)

/** What listeners of user stores write from version 5.8 on; what is done with a token for somebody else's account names its holder at the end. */
const PAIRS = new RegExp(
  `${HEAD}Initiator=(?<initiator>[^=]{0,200}) Action=(?<action>[\\w -]{1,80}?) Target=(?<target>.{0,400}?) {1,2}Data=(?<json>(?:\\{(?<data>.*)\\}|null|\\[.*\\])) Outcome=(?<result>[\\w-]{1,20})(?: Error=(?<error>\\{.*\\}))?(?: \\| Impersonator : (?<impersonator>\\S{1,200}))? ?$`,
)

const tenant = fromData('AuthenticatedUserTenantDomain', 'LoggedOutUserTenantDomain')
const named = fromData('AuthenticatedUser', 'LoggedOutUser')

const NOBODY: ReadonlySet<string> = new Set(['null', 'wso2.system.user', 'anonymous'])
const isNobody = (name: string): boolean => NOBODY.has(name.replace(/@carbon\.super$/, ''))

/** One account is written with and without its tenant and the first user store. */
const bare = (name: string, ofTenant: Value): string => {
  const end = [ofTenant, 'carbon.super'].map((domain) => `@${domain}`).find((suffix) => name.endsWith(suffix))
  return (end === undefined ? name : name.slice(0, -end.length)).replace(/^PRIMARY\//, '')
}

const somebody = (name: Value, ofTenant?: Value): Value =>
  name === undefined || isNobody(name.trim()) ? undefined : bare(name.trim(), ofTenant)

const isSame = (one: Value, other: Value): boolean => one !== undefined && other?.replace(/@[^@]*$/, '').trim() === one.trim()

/** Who acts is written with the tenant, whom it is about without. */
const actor: Computed = {
  from: ['initiator', 'target', 'impersonator'],
  to: (initiator, target, impersonator) => {
    const by = impersonator ?? somebody(initiator)
    return impersonator === undefined && (by === somebody(target) || isSame(target, initiator)) ? undefined : by
  },
}

/** Whose account it is. A masked target says less than whom somebody acted for. */
const ofWhom: Computed = {
  from: ['target', 'initiator', 'impersonator'],
  to: (target, initiator, impersonator) => somebody(impersonator === undefined ? target : initiator),
}

/** A stranger's name, or their agent, that is written like the rest of the line: which action is the server's is anybody's guess. */
const doubt: Computed = {
  from: ['target', 'data'],
  to: (target, data) => (/\| Action : | Action=[\w-]+ Target=/.test(`${target} ${data}`) ? 'two-actions' : undefined),
}

/** Newer versions write words, older ones the number in front of them. */
const whyRefused: Computed = {
  from: ['error'],
  to: (error = '') => (/UserNotFound/.test(error) ? '17001' : /\b1700[123]\b/.exec(error)?.[0]),
}

/** Which claims listeners name; where the scanner cut their line, the braces are not there. */
const claimNamed: Computed = {
  from: ['json', 'pattern', 'data'],
  to: (json, pattern, data) => claimIn(json ?? (pattern === 'pairs' ? data : undefined)),
}

const told = (known: { readonly action: string }, claim: Value) =>
  known.action === 'profile-change' ? lookup(changedClaims, claim) : undefined

const classify = (action: Value, result: Value, step: Value, doubtful: Value, claim: Value, why: Value): Classified => {
  if (doubtful !== undefined) return { reject: 'ambiguous-value', detail: doubtful }
  const key = action?.toLowerCase().replaceAll(' ', '-')
  const known = lookup(auditActions, key) ?? lookup(changes, key)
  if (known === undefined) return { ignore: 'other-operation' }
  if ('ignore' in known) return known
  const changed = told(known, claim)
  if (changed !== undefined && 'ignore' in changed) return changed
  const answer = lookup(results, result?.toLowerCase())
  if (answer === undefined) return { reject: 'ambiguous-value', detail: 'result' }
  if (answer.outcome === 'info' && changed === undefined) return { ignore: 'step-only' }
  const code = `${action}/${result}`
  if (answer.outcome !== 'failure') return { ...known, ...changed, ...answer, accountKnown: true, code }
  const isSecond = known.action === 'login' && step !== undefined && /^[2-9]$/.test(step)
  return { ...known, ...changed, ...answer, ...lookup(refusals, why), ...(isSecond && { action: 'mfa', reason: 'mfa-failed' }), code }
}

/** repository/logs/audit.log. Logins are in it where the handler for authentication audit logs is switched on. */
export const auditLog: TextShape = {
  name: 'audit-log',
  kind: 'text',
  // Version 7 may write records of JSON behind the same head: they are read as such.
  signature: new RegExp(`${HEAD}(?!\\{)`),
  patterns: { line: LINE, pairs: PAIRS },
  other: 'other-operation',
  cut: cutLines,
  fields: {
    time: { path: 'time', syntax: 'iso' },
    username: {
      from: ['initiator', ...named.from, ...tenant.from],
      to: (initiator, ...texts) => {
        const ofTenant = tenant.to(...texts.slice(named.from.length))
        return somebody(named.to(...texts.slice(0, named.from.length)), ofTenant) ?? somebody(initiator, ofTenant)
      },
    },
    tenant,
    client: fromData('ServiceProviderName'),
    ip: fromData('RemoteAddress'),
    userAgent: fromData('User Agent'),
    session: { ...fromData('ContextIdentifier'), cut: 'ContextIdentifier' },
  },
  subjects: { target: { username: ofWhom, actor } },
  classify: {
    by: ['action', 'result', fromData('StepNo'), doubt, claimNamed, whyRefused],
    to: classify,
  },
}
