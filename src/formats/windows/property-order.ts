const SUBJECT = 'SubjectUserSid SubjectUserName SubjectDomainName SubjectLogonId'
const TARGET = 'TargetUserName TargetDomainName TargetSid'
const ON_ACCOUNT = `${TARGET} ${SUBJECT} PrivilegeList`
const ON_MEMBER = `MemberName MemberSid ${TARGET} ${SUBJECT} PrivilegeList`
const LOGOFF = 'TargetUserSid TargetUserName TargetDomainName TargetLogonId LogonType'
const SESSION = 'AccountName AccountDomain LogonID SessionName ClientName ClientAddress'

/**
 * The order of an event's values, as its template in Microsoft-Windows-Security-Auditing has it: PowerShell gives values
 * without names. https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 and its siblings show
 * the templates as XML. Later versions of an event add values at the end only.
 */
const TEMPLATES: Readonly<Record<string, string>> = {
  '4624': `${SUBJECT} TargetUserSid TargetUserName TargetDomainName TargetLogonId LogonType LogonProcessName AuthenticationPackageName WorkstationName LogonGuid TransmittedServices LmPackageName KeyLength ProcessId ProcessName IpAddress IpPort`,
  '4625': `${SUBJECT} TargetUserSid TargetUserName TargetDomainName Status FailureReason SubStatus LogonType LogonProcessName AuthenticationPackageName WorkstationName TransmittedServices LmPackageName KeyLength ProcessId ProcessName IpAddress IpPort`,
  '4634': LOGOFF,
  '4647': LOGOFF,
  '4648': `${SUBJECT} LogonGuid TargetUserName TargetDomainName TargetLogonGuid TargetServerName TargetInfo ProcessId ProcessName IpAddress IpPort`,
  '4768': `${TARGET} ServiceName ServiceSid TicketOptions Status TicketEncryptionType PreAuthType IpAddress IpPort`,
  '4769': 'TargetUserName TargetDomainName ServiceName ServiceSid TicketOptions TicketEncryptionType IpAddress IpPort Status',
  '4771': 'TargetUserName TargetSid ServiceName TicketOptions Status PreAuthType IpAddress IpPort',
  '4776': 'PackageName TargetUserName Workstation Status',
  '4778': SESSION,
  '4779': SESSION,
  '4720': ON_ACCOUNT,
  '4722': ON_ACCOUNT,
  '4723': ON_ACCOUNT,
  '4724': ON_ACCOUNT,
  '4725': ON_ACCOUNT,
  '4726': ON_ACCOUNT,
  '4738': `Dummy ${ON_ACCOUNT}`,
  '4740': ON_ACCOUNT,
  '4767': ON_ACCOUNT,
  '4781': `OldTargetUserName NewTargetUserName TargetDomainName TargetSid ${SUBJECT} PrivilegeList`,
  '4728': ON_MEMBER,
  '4729': ON_MEMBER,
  '4732': ON_MEMBER,
  '4733': ON_MEMBER,
  '4756': ON_MEMBER,
  '4757': ON_MEMBER,
  '4719': SUBJECT,
  '1102': SUBJECT,
}

/** Names of an event's values in order, by event id. */
export const propertyOrder: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(TEMPLATES).map(([id, names]) => [id, names.split(' ')]),
)

/** Where a value of this name can stand, over all events. */
export const positionsOf = (name: string): readonly number[] =>
  [...new Set(Object.values(propertyOrder).map((names) => names.indexOf(name)))].filter((at) => at >= 0).toSorted((a, b) => a - b)
