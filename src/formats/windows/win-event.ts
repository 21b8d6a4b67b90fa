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

/** A SID is an object of its own unless the conversion was too shallow for it. */
const pathsAt = (position: number): readonly Path[] => [`Properties[${position}].Value.Value`, `Properties[${position}].Value`]

/** By position where the values are there, else out of the message; a value is asked for by the name that the XML has for it. */
const sourceOf = (name: string, head: Names, positions: readonly number[]): Looked => {
  const own = head[name]
  if (own !== undefined) return name === 'Keywords' ? lookAt([firstOf(own)], mask) : firstOf(own)
  const id = head['EventID']?.[0] ?? ''
  const message = head['Message']?.[0] ?? ''
  return {
    from: [id, message, ...positions.flatMap(pathsAt)],
    look: (read) => {
      const event = read(0)
      const at = positions.indexOf(propertyOrder[event ?? '']?.indexOf(name) ?? -1)
      const value = at < 0 ? undefined : (read(2 + 2 * at) ?? read(3 + 2 * at))
      return plain(name, value) ?? messageValues(event, read(1)).get(name)
    },
  }
}

const readFrom =
  (head: Names, hasProperties: boolean): Read =>
  (names, to): Looked =>
    lookAt(
      names.map((name) => sourceOf(name, head, hasProperties ? positionsOf(name) : [])),
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
      true,
    ),
    { path: ['TimeCreated.value', 'TimeCreated'], syntax: 'any' },
  ),
}

/** `Get-WinEvent … | Export-Csv`. */
export const winEventCsv: CsvShape = {
  name: 'get-winevent-csv',
  kind: 'csv',
  signature: { columns: ['id', 'providername', 'timecreated', 'message'] },
  ...rest(
    readFrom(
      {
        EventID: ['id'],
        Message: ['message'],
        Provider: ['providername'],
        EventRecordID: ['recordid'],
        Channel: ['logname'],
        Computer: ['machinename'],
        Keywords: ['keywords'],
        AuditOutcome: [],
      },
      false,
    ),
    { path: 'timecreated', syntax: 'any' },
  ),
}

/** Event Viewer, "Save All Events As … CSV": the message stands behind the last named column, and no record number is there. */
const viewer = (name: string, columns: { readonly [Key in 'time' | 'source' | 'id' | 'category' | 'keywords']: string }): CsvShape => ({
  name,
  kind: 'csv',
  signature: { columns: [columns.time, columns.source, columns.id, columns.category, ''] },
  ...rest(
    readFrom(
      {
        EventID: [columns.id],
        Message: [''],
        Provider: [columns.source],
        EventRecordID: [],
        Channel: [],
        Computer: [],
        Keywords: [columns.keywords],
        AuditOutcome: [],
      },
      false,
    ),
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
