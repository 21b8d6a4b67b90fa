import type { Classifier, Computed, CsvShape, FieldMap, JsonShape, Path } from '../define-format.ts'
import { classifyAction } from './classify.ts'
import { CREDENTIAL, nameOf, SERVICE, when } from './values.ts'

/** What Inspektr calls the parts of a record, where it is an object or a row. */
interface Names {
  readonly who: Path
  readonly what: Path
  readonly action: Path
  readonly when: Path
  readonly ip: readonly Path[]
  readonly agent: readonly Path[]
}

const found = (path: Path, pattern: RegExp): Computed => ({ from: [path], to: (text) => pattern.exec(text ?? '')?.[1] })

const read = (names: Names): { readonly fields: FieldMap; readonly classify: Classifier } => ({
  fields: {
    time: when(names.when),
    username: { from: [names.who, names.what], to: nameOf },
    client: found(names.what, SERVICE),
    ip: names.ip,
    userAgent: names.agent,
  },
  classify: { by: [names.action, found(names.what, CREDENTIAL)], to: classifyAction },
})

/** The JSON form, freed of the line round it. */
const json: JsonShape = {
  name: 'audit-json',
  kind: 'json',
  signature: { has: ['who', 'what', 'action', 'when', 'clientIpAddress'] },
  ...read({ who: 'who', what: 'what', action: 'action', when: 'when', ip: ['clientIpAddress'], agent: ['userAgent'] }),
}

/** As the actuator and the document stores write it. */
const context: JsonShape = {
  name: 'audit-context',
  kind: 'json',
  signature: { has: ['principal', 'actionPerformed', 'whenActionWasPerformed', 'resourceOperatedUpon'] },
  ...read({
    who: 'principal',
    what: 'resourceOperatedUpon',
    action: 'actionPerformed',
    when: 'whenActionWasPerformed',
    ip: ['clientInfo.clientIpAddress', 'clientIpAddress'],
    agent: ['clientInfo.userAgent', 'userAgent'],
  }),
}

/** The table of the JDBC audit manager. */
const table: CsvShape = {
  name: 'audit-table',
  kind: 'csv',
  signature: { columns: ['aud_user', 'aud_client_ip', 'aud_resource', 'aud_action', 'aud_date'] },
  ...read({
    who: 'AUD_USER',
    what: 'AUD_RESOURCE',
    action: 'AUD_ACTION',
    when: 'AUD_DATE',
    ip: ['AUD_CLIENT_IP'],
    agent: ['AUD_USERAGENT'],
  }),
}

export const AUDIT_OBJECTS = [json, context, table] as const
