import type { CsvShape, FieldMap, JsonShape, Looked, Path } from '../define-format.ts'
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

/** By position where the values are there, else out of the message; a value is asked for by the name that the XML has for it. */
const sourceOf = (name: string, head: Names, pathsAt: PathsAt | undefined): Looked => {
  const positions = pathsAt === undefined ? [] : positionsOf(name)
  const own = head[name]
  if (own !== undefined) return name === 'Keywords' ? lookAt([firstOf(own)], mask) : firstOf(own)
  const id = head['EventID']?.[0] ?? ''
  const [message = '', other = message] = head['Message'] ?? []
  return {
    from: [id, message, other, ...positions.flatMap((position) => pathsAt?.(position) ?? [])],
    look: (read) => {
      const event = read(0)
      const at = positions.indexOf(propertyOrder[event ?? '']?.indexOf(name) ?? -1)
      const value = at < 0 ? undefined : (read(3 + 2 * at) ?? read(4 + 2 * at))
      return plain(name, value) ?? messageValues(event, read(1) ?? read(2)).get(name)
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
  signature: { has: ['Id', 'ProviderName', 'TimeCreated'], any: [['Properties', 'Message']], not: ['EventID', 'winlog'] },
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

/** `Get-WinEvent … | Export-Csv`. */
export const winEventCsv: CsvShape = {
  name: 'get-winevent-csv',
  kind: 'csv',
  signature: { columns: ['id', 'providername', 'timecreated', 'message'] },
  ...rest(
    readFrom({
      EventID: ['id'],
      Message: ['message'],
      Provider: ['providername'],
      EventRecordID: ['recordid'],
      Channel: ['logname'],
      Computer: ['machinename'],
      Keywords: ['keywords'],
      AuditOutcome: [],
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
