import { lookup } from '../../kernel/lookup.ts'
import { recall } from '../../kernel/recall.ts'
import { labels, parts, sections, type Part, type Section } from './message-labels.ts'

const NAMES: Readonly<Record<Section, Readonly<Partial<Record<Part, string>>>>> = {
  subject: { sid: 'SubjectUserSid', name: 'SubjectUserName', 'logon-id': 'SubjectLogonId' },
  target: { sid: 'TargetSid', name: 'TargetUserName', 'old-name': 'OldTargetUserName', 'logon-id': 'TargetLogonId' },
  member: { sid: 'MemberSid', name: 'MemberName' },
}
/** Their own account stands under the heading of the doer: logoffs, and sessions that are reconnected and left. */
const OWN = NAMES.target
const SESSION: Readonly<Partial<Record<Part, string>>> = { name: 'AccountName', 'logon-id': 'LogonID' }
const SUBJECT_OF: Readonly<Record<string, Readonly<Partial<Record<Part, string>>>>> = {
  '4634': OWN,
  '4647': OWN,
  '4778': SESSION,
  '4779': SESSION,
}

const LINE = /^(\s*)([^:\t]{1,60}?)[::][ \t]*(.*)$/

/** Event Viewer writes names in the place of SIDs; a name is not an id. */
const isUsable = (name: string, value: string): boolean => !name.endsWith('Sid') || value.startsWith('S-1-')

const parse = (id: string, message: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  const doubtful = new Set<string>()
  let section: Section | undefined
  const put = (name: string | undefined, value: string): void => {
    if (name === undefined || value === '' || !isUsable(name, value)) return
    // What somebody typed as a name can hold lines that look like values: then there are two.
    if (values.has(name) && values.get(name) !== value) doubtful.add(name)
    values.set(name, value)
  }
  for (const line of message.split(/\r\n|\r|\n/)) {
    const [, indent = '', written = '', rest = ''] = LINE.exec(line) ?? []
    const label = written.trim().toLowerCase()
    const value = rest.trim()
    if (indent === '' && value === '') section = lookup(sections, label)
    const part = section === undefined ? undefined : lookup(parts, label)
    const ofSection = section === 'subject' ? (SUBJECT_OF[id] ?? NAMES.subject) : section === undefined ? undefined : NAMES[section]
    put(part === undefined ? lookup(labels, label) : ofSection?.[part], value)
  }
  for (const name of doubtful) values.delete(name)
  return values
}

/** By event: which account stands under a heading hangs on it. */
const readers = new Map<string, (message: string) => ReadonlyMap<string, string>>()
const reader = (id: string): ((message: string) => ReadonlyMap<string, string>) => recall((message) => parse(id, message))
/** What is no event of the security log is read like any other. */
const anyEvent = reader('')

/** Values by the names of the XML, read out of the text that Windows shows. */
export const messageValues = (id: string | undefined, message: string | undefined): ReadonlyMap<string, string> => {
  if (id === undefined || !Object.hasOwn(SUBJECT_OF, id)) return anyEvent(message ?? '')
  const own = readers.get(id) ?? reader(id)
  readers.set(id, own)
  return own(message ?? '')
}
