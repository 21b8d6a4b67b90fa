import { anyTime, type CsvShape } from '../define-format.ts'
import { windowsClassifier, windowsFields, windowsSubjects } from './fields.ts'
import { readNamed, shapeOf, type Names } from './layouts.ts'

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const WIN = 'data.win.system.'

/** Wazuh's alerts and archives: https://documentation.wazuh.com/current/user-manual/capabilities/log-data-collection/configuration.html */
export const wazuh = shapeOf(
  'wazuh',
  { path: [`${WIN}systemTime`, 'timestamp'], syntax: 'iso' },
  { has: [`${WIN}eventID`], any: [[`${WIN}providerName`, `${WIN}channel`]] },
  readNamed(
    {
      EventID: [`${WIN}eventID`],
      Provider: [`${WIN}providerName`],
      EventRecordID: [`${WIN}eventRecordID`],
      Channel: [`${WIN}channel`],
      Computer: [`${WIN}computer`],
      Keywords: [`${WIN}keywords`],
      AuditOutcome: [`${WIN}severityValue`],
    },
    (name) => [`data.win.eventdata.${lowerFirst(name)}`],
  ),
)

/** Sentinel's table: https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent */
const HEAD: Names = {
  EventID: ['EventID'],
  Provider: ['EventSourceName'],
  EventRecordID: ['EventRecordId'],
  Channel: ['Channel'],
  Computer: ['Computer'],
  Keywords: ['Keywords'],
  AuditOutcome: [],
}

/** Rows as the command line and the API return them. */
export const securityEvent = shapeOf(
  'security-event',
  { path: ['TimeGenerated'], syntax: 'iso' },
  { has: ['EventID', 'TimeGenerated', 'Computer'], any: [['EventSourceName', 'Activity', 'Channel']] },
  readNamed(HEAD, (name) => [name]),
)

const inCsv = readNamed(
  Object.fromEntries(Object.entries(HEAD).map(([name, columns]) => [name, columns.map((column) => column.toLowerCase())])),
  (name) => [name.toLowerCase()],
)

const csv = (name: string, time: string): CsvShape => ({
  name,
  kind: 'csv',
  signature: { columns: [time, 'computer', 'eventid', 'targetusername'], not: ['eventtime'] },
  fields: { time: anyTime(time), ...windowsFields(inCsv) },
  subjects: windowsSubjects(inCsv),
  classify: windowsClassifier(inCsv),
})

/** The same table out of the portal, which shows UTC and says so in the column's name. */
export const securityEventCsv = csv('security-event-csv', 'timegenerated [utc]')
export const securityEventQuery = csv('security-event-query', 'timegenerated')
