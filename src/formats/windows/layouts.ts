import type { JsonShape, Path, TimeField } from '../define-format.ts'
import { windowsClassifier, windowsFields, windowsSubjects, type Read } from './fields.ts'
import { firstOf, lookAt } from './look.ts'

export type Names = Readonly<Record<string, readonly Path[]>>

/** Where the values of one layout stand: those of the record's head by table, the event's own by rule. */
export const readNamed =
  (head: Names, data: (name: string) => readonly Path[]): Read =>
  (names, to) => {
    return lookAt(
      names.map((name) => firstOf(head[name] ?? data(name))),
      to,
    )
  }

export const shapeOf = (name: string, time: TimeField, signature: JsonShape['signature'], read: Read): JsonShape => ({
  name,
  kind: 'json',
  signature,
  fields: { time, ...windowsFields(read) },
  subjects: windowsSubjects(read),
  classify: windowsClassifier(read),
})

const SYSTEM = 'Event.System.'
const EVTX_TIME = [`${SYSTEM}TimeCreated.#attributes.SystemTime`, `${SYSTEM}TimeCreated_attributes.SystemTime`]

/** `evtx_dump -o json`, with attributes beside or inside the elements. */
export const evtxJson = shapeOf(
  'evtx-json',
  { path: EVTX_TIME, syntax: 'iso' },
  { has: ['Event.System.EventID'], any: [[...EVTX_TIME, `${SYSTEM}Provider`, `${SYSTEM}Channel`]] },
  readNamed(
    {
      EventID: [`${SYSTEM}EventID`, `${SYSTEM}EventID.#text`],
      Provider: [`${SYSTEM}Provider.#attributes.Name`, `${SYSTEM}Provider_attributes.Name`],
      EventRecordID: [`${SYSTEM}EventRecordID`],
      Channel: [`${SYSTEM}Channel`],
      Computer: [`${SYSTEM}Computer`],
      Keywords: [`${SYSTEM}Keywords`],
      AuditOutcome: [],
    },
    (name) => [`Event.EventData.${name}`, `Event.UserData.LogFileCleared.${name}`],
  ),
)

/** Winlogbeat and Elastic Agent. `@timestamp` is the event's time only where Winlogbeat wrote it itself. */
export const winlogbeat = shapeOf(
  'winlogbeat',
  { path: ['winlog.time_created', '@timestamp'], syntax: 'iso' },
  {
    has: ['winlog'],
    any: [
      ['winlog.event_id', 'event.code'],
      ['winlog.provider_name', 'winlog.channel', 'winlog.event_data'],
    ],
  },
  readNamed(
    {
      EventID: ['winlog.event_id', 'event.code'],
      Provider: ['winlog.provider_name', 'event.provider'],
      EventRecordID: ['winlog.record_id'],
      Channel: ['winlog.channel'],
      Computer: ['winlog.computer_name', 'host.name'],
      Keywords: ['winlog.keywords'],
      AuditOutcome: ['winlog.outcome', 'event.outcome'],
    },
    (name) => [`winlog.event_data.${name}`, `winlog.user_data.${name}`],
  ),
)

/** NXLog's flat JSON. `EventTime` is local, without an offset in older versions: it needs the run's zone. */
export const nxlog: JsonShape = {
  zone: 'option',
  ...shapeOf(
    'nxlog-json',
    { path: ['EventTime'], syntax: 'any' },
    { has: ['EventID', 'EventTime', 'Hostname'], any: [['SourceName', 'Channel', 'ProviderGuid', 'SourceModuleType']] },
    readNamed(
      {
        EventID: ['EventID'],
        Provider: ['SourceName'],
        EventRecordID: ['RecordNumber', 'RecordID'],
        Channel: ['Channel'],
        Computer: ['Hostname'],
        Keywords: ['Keywords'],
        AuditOutcome: ['EventType'],
      },
      (name) => [name],
    ),
  ),
}
