import type { Classifier, FieldMap, Looked, SubjectFields } from '../define-format.ts'
import { classify } from './classify.ts'
import { isRoutineGroup, kindOf, present } from './who.ts'

type Value = string | undefined

/** Reads named values of one layout; the names are those of the XML: `EventID`, `SystemTime`, `TargetUserName` … */
export type Read = (names: readonly string[], to: (...values: readonly Value[]) => Value) => Looked

const first = (...values: readonly Value[]): Value => values.map(present).find((value) => value !== undefined)

/** Only SIDs of accounts are ids: those of nobody and of the system are the same on every machine. */
const sid = (...values: readonly Value[]): Value => values.find((value) => value?.startsWith('S-1-5-21-') === true)

/** Service tickets name the account with its realm, every other event without. */
const nameOf = (name: Value, id: Value): Value => (id === '4769' ? present(name)?.replace(/@[^@]*$/, '') : present(name))

const host = (name: Value): Value => present(name)?.replace(/^\\+/, '')

/** 0x0 and the system's own sessions (0x3e4, 0x3e5, 0x3e7) are nobody's. */
const session = (computer: Value, ...ids: readonly Value[]): Value => {
  const id = ids.map(present).find((one) => one !== undefined && !/^0x0*(?:3e[457])?$/i.test(one))
  // Of several machines in one export, the same number is on each.
  return id === undefined || present(computer) === undefined ? undefined : `${computer ?? ''}/${id.replace(/^0x0*/i, '0x').toLowerCase()}`
}

const FAILED = /^0x8010[0-9a-f]{12}$|Audit Failure|^AUDIT_FAILURE$|^failure$|^FailureAudit$|^16$|失敗の監査|監査の失敗/i
const SUCCEEDED = /^0x8020[0-9a-f]{12}$|Audit Success|^AUDIT_SUCCESS$|^success$|^SuccessAudit$|^8$|成功の監査|監査の成功/i

/**
 * The audit keyword: a bit mask, its English or Japanese words, the entry's type in .NET (https://learn.microsoft.com/dotnet/api/system.diagnostics.eventlogentrytype),
 * or the words of whoever shipped the log; other languages are not read.
 */
const auditOf = (...values: readonly Value[]): Value => {
  const said = (words: RegExp): boolean => values.some((value) => value !== undefined && words.test(value))
  if (said(FAILED)) return 'failure'
  return said(SUCCEEDED) ? 'success' : undefined
}

/** The fields of one layout, without the time. */
export const windowsFields = (read: Read): Omit<FieldMap, 'time'> => ({
  id: read(['Computer', 'Channel', 'EventRecordID'], (computer, channel, record) =>
    present(record) === undefined ? undefined : [computer ?? '', channel ?? 'Security', record].join('/'),
  ),
  account: read(['TargetUserSid', 'TargetSid'], sid),
  username: read(['TargetUserName', 'EventID'], nameOf),
  client: read(['Computer'], first),
  ip: read(['IpAddress', 'ClientAddress'], first),
  port: read(['IpPort'], (port) => (port === '0' ? undefined : present(port))),
  device: read(['WorkstationName', 'Workstation', 'ClientName'], (...names) => names.map(host).find((name) => name !== undefined)),
  session: read(['Computer', 'TargetLogonId', 'LogonID'], session),
})

const doerUnlessSelf = (read: Read, ...self: readonly [string, string]): Looked =>
  read(['SubjectUserSid', 'SubjectUserName', ...self], (doerSid, doerName, selfSid, selfName) =>
    (doerSid !== undefined && doerSid === selfSid) || (sid(doerSid, selfSid) === undefined && doerName === selfName)
      ? undefined
      : present(doerName),
  )

/** `CN=Hana Sato,OU=…`: the first part; local groups log no name of the member at all. */
const commonName = (name: Value): Value =>
  present(name)?.replace(/^CN=((?:\\.|[^,\\])*).*$/i, (_, part: string) => part.replace(/\\(.)/g, '$1'))

/** Whose event it is where one account acts on another, or on the machine. */
export const windowsSubjects = (read: Read): Readonly<Record<string, SubjectFields>> => ({
  target: { actor: doerUnlessSelf(read, 'TargetSid', 'TargetUserName') },
  member: {
    account: read(['MemberSid'], sid),
    username: read(['MemberName'], commonName),
    actor: doerUnlessSelf(read, 'MemberSid', 'MemberName'),
  },
  doer: { account: read(['SubjectUserSid'], sid), username: read(['SubjectUserName'], first) },
  renamed: { username: read(['OldTargetUserName'], first), actor: doerUnlessSelf(read, 'TargetSid', 'OldTargetUserName') },
  session: { username: read(['AccountName'], first) },
})

/** The values that decide. */
export const windowsClassifier = (read: Read): Classifier => ({
  by: [
    read(['Provider'], first),
    read(['EventID'], first),
    read(['Keywords', 'AuditOutcome'], auditOf),
    read(['LogonType'], first),
    read(['Status'], first),
    read(['SubStatus'], first),
    read(['TargetUserName', 'OldTargetUserName', 'AccountName', 'TargetUserSid', 'TargetSid'], (target, old, account, ...sids) =>
      kindOf(first(target, old, account), ...sids),
    ),
    read(['TargetSid'], (group) => (isRoutineGroup(group) ? 'routine' : undefined)),
  ],
  to: classify,
})
