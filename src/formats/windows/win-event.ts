import type { JsonShape, TextShape } from '../define-format.ts'
import { readFrom, shapeOf, type PathsAt } from './event-values.ts'

/** A SID is an object of its own unless the conversion was too shallow for it. */
const inProperties: PathsAt = (position) => [`Properties[${position}].Value.Value`, `Properties[${position}].Value`]
/** As Fluent Bit and Fluentd call the list. */
const inInserts: PathsAt = (position) => [`StringInserts[${position}]`, `EventData[${position}]`]

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
  ...shapeOf(
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
  ...shapeOf(
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
  ...shapeOf(
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
  ...shapeOf(
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
