import type { CsvShape, FieldMap, JsonShape, Looked, Path, TextShape } from '../define-format.ts'
import { windowsClassifier, windowsFields, windowsSubjects, type Read } from './fields.ts'
import { firstOf, lookAt } from './look.ts'
import { messageValues } from './message-values.ts'
import { positionsOf, propertyOrder } from './property-order.ts'

type Value = string | undefined
type Names = Readonly<Record<string, readonly Path[]>>

/** Session ids are numbers here and hexadecimal elsewhere. */
const plain = (name: string, value: Value): Value =>
  value !== undefined && /LogonI[dD]$/.test(name) && /^\d{1,19}$/.test(value) ? `0x${BigInt(value).toString(16)}` : value

/** The audit mask as .NET writes it: a signed number. */
const mask = (value: Value): Value =>
  value !== undefined && /^-?\d{1,19}$/.test(value) ? `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}` : value

/** Where the value of a position stands, first and otherwise. */
type PathsAt = (position: number) => readonly [first: Path, other: Path]

/** A SID is an object of its own unless the conversion was too shallow for it. */
const inProperties: PathsAt = (position) => [`Properties[${position}].Value.Value`, `Properties[${position}].Value`]
/** As Fluent Bit and Fluentd call the list. */
const inInserts: PathsAt = (position) => [`StringInserts[${position}]`, `EventData[${position}]`]

/** Events have a value here: whose act it was, or about whom. */
const FIRST_POSITION = 0

/** By position where the values are there, else out of the message; a value is asked for by the name that the XML has for it. */
const sourceOf = (name: string, head: Names, pathsAt: PathsAt | undefined): Looked => {
  const positions = pathsAt === undefined ? [] : [FIRST_POSITION, ...positionsOf(name)]
  const own = head[name]
  if (own !== undefined) return name === 'Keywords' ? lookAt([firstOf(own)], mask) : firstOf(own)
  const id = head['EventID']?.[0] ?? ''
  const [message = '', other = message] = head['Message'] ?? []
  return {
    from: [id, message, other, ...positions.flatMap((position) => pathsAt?.(position) ?? [])],
    look: (read) => {
      const event = read(0)
      const valueAt = (at: number): Value => (at < 0 ? undefined : (read(3 + 2 * at) ?? read(4 + 2 * at)))
      const order = positions.length === 0 ? undefined : propertyOrder[event ?? '']
      const value = order === undefined ? undefined : valueAt(positions.lastIndexOf(order.indexOf(name)))
      if (value !== undefined) return plain(name, value)
      // The message is made of the same values, and is a new one for each event: it is asked only where they are lost.
      if (order !== undefined && valueAt(0) !== undefined) return undefined
      return messageValues(event, read(1) ?? read(2)).get(name)
    },
  }
}

const readFrom =
  (head: Names, pathsAt?: PathsAt): Read =>
  (names, to): Looked =>
    lookAt(
      names.map((name) => sourceOf(name, head, pathsAt)),
      to,
    )

const rest = (read: Read, time: FieldMap['time']): Pick<JsonShape, 'fields' | 'subjects' | 'classify' | 'zone'> => ({
  // Converted with an offset or to the machine's own time.
  zone: 'option',
  fields: { time, ...windowsFields(read) },
  subjects: windowsSubjects(read),
  classify: windowsClassifier(read),
})

/** `Get-WinEvent … | ConvertTo-Json`: at the default depth the values are lost and only the message tells them. */
export const winEventJson: JsonShape = {
  name: 'get-winevent-json',
  kind: 'json',
  signature: {
    has: ['Id', 'TimeCreated'],
    any: [['Properties', 'Message']],
    not: ['EventID', 'winlog'],
    // Of some columns alone: whose message is no text of several lines is an application's.
    test: ({ ProviderName: provider, Message: message }) =>
      provider !== undefined || (typeof message === 'string' && /\n\s*\S[^\n]*[::]/.test(message)),
    reads: ['ProviderName', 'Message'],
  },
  ...rest(
    readFrom(
      {
        EventID: ['Id'],
        Message: ['Message'],
        Provider: ['ProviderName'],
        EventRecordID: ['RecordId'],
        Channel: ['LogName', 'ContainerLog'],
        Computer: ['MachineName'],
        Keywords: ['Keywords'],
        AuditOutcome: ['KeywordsDisplayNames'],
      },
      inProperties,
    ),
    { path: ['TimeCreated.value', 'TimeCreated'], syntax: 'any' },
  ),
}

/**
 * Fluent Bit's `winevtlog` (https://docs.fluentbit.io/manual/data-pipeline/inputs/windows-event-log-winevtlog), Fluentd's `windows_eventlog2`
 * (https://github.com/fluent/fluent-plugin-windows-eventlog): the values of an event without their names.
 */
export const fluent: JsonShape = {
  name: 'fluent-json',
  kind: 'json',
  signature: {
    has: ['EventID', 'ProviderName', 'TimeCreated', 'Channel'],
    any: [['StringInserts', 'EventData', 'Message', 'Description']],
  },
  ...rest(
    readFrom(
      {
        EventID: ['EventID'],
        Message: ['Message', 'Description'],
        Provider: ['ProviderName'],
        EventRecordID: ['EventRecordID'],
        Channel: ['Channel'],
        Computer: ['Computer'],
        Keywords: ['Keywords'],
        AuditOutcome: [],
      },
      inInserts,
    ),
    { path: 'TimeCreated', syntax: 'any' },
  ),
}

/** What `Get-EventLog … | ConvertTo-Json` and `Get-WmiObject Win32_NTLogEvent` write in older PowerShell. */
export const eventLogJson: JsonShape = {
  name: 'get-eventlog-json',
  kind: 'json',
  signature: { has: ['EventID', 'EntryType', 'TimeGenerated', 'Source'], any: [['ReplacementStrings', 'Message']] },
  ...rest(
    readFrom(
      {
        EventID: ['EventID'],
        Message: ['Message'],
        Provider: ['Source'],
        EventRecordID: ['Index'],
        Channel: [],
        Computer: ['MachineName'],
        Keywords: [],
        AuditOutcome: ['EntryType'],
      },
      (position) => [`ReplacementStrings[${position}]`, `ReplacementStrings.value[${position}]`],
    ),
    { path: ['TimeGenerated.value', 'TimeGenerated'], syntax: 'any' },
  ),
}

/** `Get-EventLog … | Export-Csv`. */
export const eventLogCsv: CsvShape = {
  name: 'get-eventlog-csv',
  kind: 'csv',
  signature: { columns: ['eventid', 'entrytype', 'timegenerated', 'message', 'source'] },
  ...rest(
    readFrom({
      EventID: ['eventid'],
      Message: ['message'],
      Provider: ['source'],
      EventRecordID: ['index'],
      Channel: [],
      Computer: ['machinename'],
      Keywords: [],
      AuditOutcome: ['entrytype'],
    }),
    { path: 'timegenerated', syntax: 'any' },
  ),
}

/** Columns that an application's table has, and PowerShell's has not. */
const OF_APPLICATIONS = ['user', 'username', 'account', 'ip', 'ipaddress', 'action', 'event', 'type', 'status', 'result']

/** `Get-WinEvent … | Export-Csv`, of some columns too: who asked the Security log may leave its name out. */
export const winEventCsv: CsvShape = {
  name: 'get-winevent-csv',
  kind: 'csv',
  signature: { columns: ['id', 'timecreated', 'message'], not: OF_APPLICATIONS },
  ...rest(
    readFrom({
      EventID: ['id'],
      Message: ['message'],
      Provider: ['providername'],
      EventRecordID: ['recordid'],
      Channel: ['logname'],
      Computer: ['machinename'],
      Keywords: ['keywords'],
      AuditOutcome: ['keywordsdisplaynames'],
    }),
    { path: 'timecreated', syntax: 'any' },
  ),
}

/** Event Viewer, "Save All Events As … CSV": the message stands behind the last named column, and no record number is there. */
const viewer = (name: string, columns: { readonly [Key in 'time' | 'source' | 'id' | 'category' | 'keywords']: string }): CsvShape => ({
  name,
  kind: 'csv',
  signature: { columns: [columns.time, columns.source, columns.id, columns.category, ''] },
  ...rest(
    readFrom({
      EventID: [columns.id],
      Message: [''],
      Provider: [columns.source],
      EventRecordID: [],
      Channel: [],
      Computer: [],
      Keywords: [columns.keywords],
      AuditOutcome: [],
    }),
    { path: columns.time, syntax: 'any' },
  ),
})

export const viewerEnglish = viewer('event-viewer-csv', {
  time: 'date and time',
  source: 'source',
  id: 'event id',
  category: 'task category',
  keywords: 'keywords',
})

export const viewerJapanese = viewer('event-viewer-csv-ja', {
  time: '日付と時刻',
  source: 'ソース',
  id: 'イベント id',
  category: 'タスクのカテゴリ',
  keywords: 'キーワード',
})

/** `wevtutil qe Security /f:text`: a block of lines per event, whose labels are English on every Windows. */
export const wevtutil: TextShape = {
  name: 'wevtutil-text',
  kind: 'text',
  signature: /^Event\[\d{1,9}\]:?\r?\n {1,4}Log Name: /,
  patterns: {
    event:
      /^Event\[\d+\]:?\r?\n {1,4}Log Name: (?<channel>[^\r\n]*)\r?\n {1,4}Source: (?<provider>[^\r\n]*)\r?\n {1,4}Date: (?<time>[^\r\n]*)\r?\n {1,4}Event ID: (?<id>\d{1,9})\r?\n(?: {1,4}(?:Task|Level|Opcode): [^\r\n]*\r?\n)*(?: {1,4}Keyword: (?<keyword>[^\r\n]*)\r?\n)?(?: {1,4}User(?: Name)?: [^\r\n]*\r?\n)*(?: {1,4}Computer: (?<computer>[^\r\n]*)\r?\n)? {1,4}Description:[^\r\n]*\r?\n(?<message>.*)$/s,
  },
  other: 'other-event',
  ...rest(
    readFrom({
      EventID: ['id'],
      Message: ['message'],
      Provider: ['provider'],
      EventRecordID: [],
      Channel: ['channel'],
      Computer: ['computer'],
      Keywords: ['keyword'],
      AuditOutcome: [],
    }),
    { path: 'time', syntax: 'any' },
  ),
}
