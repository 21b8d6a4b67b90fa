import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'
import { events, logonTypes, type EventMeaning } from './event-codes.ts'
import { kerberosStatus, ntStatus, type StatusMeaning } from './status-codes.ts'

type Value = string | undefined

const PROVIDERS: ReadonlySet<string> = new Set(['Microsoft-Windows-Security-Auditing', 'Microsoft-Windows-Eventlog', 'Security'])

/** A computer account never sits at a keyboard: who does under such a name hides there. */
const BY_HAND: ReadonlySet<string> = new Set(['2', '7', '10', '11', '12', '13'])

const MACHINE: Classified = { ignore: 'machine-login' }

/** `0XC000006D`, `-1073741715` and `3221225581` are one code. */
export const statusOf = (text: Value): Value => {
  if (text === undefined) return undefined
  const number = Number(text)
  return Number.isInteger(number) && number >= -0x8000_0000 && number <= 0xffff_ffff ? `0x${(number >>> 0).toString(16)}` : undefined
}

const failed = (table: Readonly<Record<string, StatusMeaning>>, status: Value): StatusMeaning =>
  lookup(table, status) ?? { outcome: 'failure', reason: 'other' }

const byLogon = (type: Value, kind: Value): Classified => {
  if (kind === 'system' || (kind === 'computer' && !BY_HAND.has(type ?? ''))) return MACHINE
  if (kind === 'nobody') return { reject: 'no-subject' }
  return { action: 'login', outcome: 'success', accountKnown: true, ...lookup(logonTypes, type), code: `4624/${type ?? '-'}` }
}

const byFailedLogon = (type: Value, status: Value, subStatus: Value, kind: Value): Classified => {
  if (kind === 'computer' && !BY_HAND.has(type ?? '')) return MACHINE
  const sub = statusOf(subStatus)
  const code = sub === undefined || sub === '0x0' ? statusOf(status) : sub
  const how = lookup(logonTypes, type)
  // Whoever unlocks a screen types the password anew.
  const action = how === undefined || how.action === 'session-use' ? 'login' : how.action
  return { ...failed(ntStatus, code), action, ...(how && { protocol: how.protocol }), code: `4625/${code ?? 'no status'}` }
}

const byStatus = (id: string, meaning: EventMeaning, status: Value, kind: Value): Classified => {
  const action = meaning.action ?? 'other'
  if (kind === 'computer' || kind === 'system') return MACHINE
  const code = statusOf(status)
  if (code === undefined) return { reject: 'ambiguous-value', detail: 'no status' }
  const protocol = meaning.by === 'ntlm' ? 'ntlm' : 'kerberos'
  const shown = `${id}/${code}`
  if (code === '0x0') return { action, outcome: 'success', accountKnown: true, protocol, code: shown }
  return { ...failed(meaning.by === 'ntlm' ? ntStatus : kerberosStatus, code), action, protocol, code: shown }
}

const byAudit = (id: string, meaning: EventMeaning, audit: Value, kind: Value, group: Value): Classified => {
  if (meaning.subject !== 'doer' && meaning.subject !== 'member') {
    if (kind === 'system' || (kind === 'computer' && (meaning.action === 'logout' || meaning.action === 'other'))) return MACHINE
    if (kind === 'group') return { ignore: 'group-change' }
    if (kind === 'nobody') return { reject: 'no-subject' }
  }
  const audited = audit === 'failure' || audit === 'success' ? audit : 'info'
  const outcome = meaning.outcome ?? audited
  const action = group === 'routine' && meaning.subject === 'member' ? 'other' : (meaning.action ?? 'other')
  return {
    action,
    outcome,
    ...(outcome === 'failure' && { reason: 'other' }),
    ...(meaning.subject && { subject: meaning.subject }),
    code: id,
  }
}

/** Provider, event id and the values that decide → what happened. The audit keyword never decides about a login. */
export const classify = (
  provider: Value,
  id: Value,
  audit: Value,
  type: Value,
  status: Value,
  subStatus: Value,
  kind: Value,
  group: Value,
): Classified => {
  if (provider !== undefined && !PROVIDERS.has(provider)) return { ignore: 'other-provider' }
  if (id === undefined) return { reject: 'unknown-code', detail: 'no event id' }
  const meaning = lookup(events, id)
  if (meaning === undefined) return { ignore: 'other-event' }
  if (meaning.by === 'logon') return byLogon(type, kind)
  if (meaning.by === 'failed-logon') return byFailedLogon(type, status, subStatus, kind)
  if (meaning.by === 'audit') return byAudit(id, meaning, audit, kind, group)
  return byStatus(id, meaning, status, kind)
}
