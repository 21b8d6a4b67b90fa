import { lookup } from '../../kernel/lookup.ts'
import {
  defineFormat,
  isoTime,
  type Classified,
  type Computed,
  type CsvShape,
  type FieldMap,
  type JsonShape,
  type Path,
  type SubjectFields,
} from '../define-format.ts'
import { eventTypes, ignored, settings, type EventMeaning } from './codes.ts'

/** `user.password.changed` → `user.human.password.changed`. */
const newer = (type: string): string => type.replace(/^user\.(?=(?:password|email|phone|profile|address|mfa|signed)\.)/, 'user.human.')

const LOGIN_FAMILY = /\.check\.(?:succeeded|failed)$/

/** `org.member.added` → `member.added`; a first generation called the instance `iam`. */
const WHOSE = /^(?:instance|iam|org|project(?:\.grant)?)\.(?=member\.|policy\.|idp\.)/

const meaningOf = (name: string): EventMeaning | undefined => {
  const short = name.replace(WHOSE, '')
  const known = lookup<EventMeaning>(eventTypes, short)
  if (known !== undefined || short === name) return known
  const family = Object.keys(settings).find((beginning) => short.startsWith(beginning))
  return lookup<EventMeaning>(settings, family)
}

const classify = (type?: string): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  const name = newer(type)
  const why = lookup<string>(ignored, name)
  if (why !== undefined) return { ignore: why }
  const meaning = meaningOf(name)
  if (meaning === undefined) {
    const isLogin = LOGIN_FAMILY.test(name) && !name.includes('.initialization.')
    return isLogin ? { reject: 'unknown-code', detail: type.slice(0, 60) } : { ignore: 'other-event' }
  }
  // Every event hangs on an account that there is.
  return { ...meaning, ...(meaning.action === 'login' ? { accountKnown: true } : {}), code: type }
}

interface Places {
  readonly type: Path
  readonly time: Path
  readonly aggregate: Path
  readonly sequence: Path
  readonly owner: Path
  readonly editor: Path
  readonly payload: (name: string) => Path
}

/** The name that was typed, or given when the account was made; never the new one of a change: that is not yet proven to be theirs. */
const typedOrGiven: Computed['to'] = (typed, given, type) => typed ?? (/\.(?:added|selfregistered)$/.test(type ?? '') ? given : undefined)

const fieldsOf = ({ type, time, aggregate, sequence, owner, editor, payload }: Places): FieldMap => ({
  time: isoTime(time),
  id: { from: [aggregate, sequence], to: (id, number) => (id === undefined || number === undefined ? undefined : `${id}/${number}`) },
  sequence,
  account: aggregate,
  username: { from: [payload('loginName'), payload('userName'), type], to: typedOrGiven },
  tenant: owner,
  client: [payload('clientID'), payload('applicationId')],
  ip: [payload('remoteIP'), payload('browserInfo.remoteIP'), payload('user_agent.ip'), payload('userAgent.ip')],
  userAgent: [payload('userAgent'), payload('browserInfo.userAgent'), payload('user_agent.description')],
  device: [payload('userAgentID'), payload('user_agent.fingerprint_id')],
  actor: otherThan(editor, aggregate),
})

/** Users edit themselves; the service itself edits as `SYSTEM`, `LOGIN`, `OIDC` …. */
const otherThan = (editor: Path, aggregate: Path): Computed => ({
  from: [editor, aggregate],
  to: (own, user) => (own === user || own === undefined || /^[A-Z_-]+$/.test(own) ? undefined : own),
})

const EDITS_ALONE: Computed = { from: [], to: () => undefined }

const sessionOf = ({ editor, payload }: Places): SubjectFields => ({
  account: [payload('userID'), payload('userId'), editor],
  actor: EDITS_ALONE,
})

/** Users of events whose aggregate is something else: a session, a right, a rule for everybody. */
const subjectsOf = (places: Places): Readonly<Record<string, SubjectFields>> => ({
  session: sessionOf(places),
  granted: {
    account: [places.payload('userId'), places.payload('userID')],
    actor: otherThan(places.editor, places.payload('userId')),
  },
  editor: { account: places.editor, actor: EDITS_ALONE },
})

const api: Places = {
  type: 'type.type',
  time: 'creationDate',
  aggregate: 'aggregate.id',
  sequence: 'sequence',
  owner: 'aggregate.resourceOwner',
  editor: 'editor.userId',
  payload: (name) => `payload.${name}`,
}

const table: Places = {
  type: 'event_type',
  time: 'created_at',
  aggregate: 'aggregate_id',
  sequence: 'sequence',
  owner: 'owner',
  editor: 'creator',
  payload: (name) => `json(payload).${name}`,
}

const apiShape: JsonShape = {
  name: 'event-api',
  kind: 'json',
  signature: { has: ['type.type', 'aggregate.id', 'creationDate'] },
  fields: fieldsOf(api),
  subjects: subjectsOf(api),
  classify: { by: [api.type], to: classify },
}

const tableShape: JsonShape = {
  name: 'events2-json',
  kind: 'json',
  signature: { has: ['event_type', 'aggregate_id', 'created_at', 'aggregate_type'] },
  fields: fieldsOf(table),
  subjects: subjectsOf(table),
  classify: { by: [table.type], to: classify },
}

const tableCsv: CsvShape = {
  name: 'events2-csv',
  kind: 'csv',
  signature: { columns: ['event_type', 'aggregate_id', 'created_at', 'aggregate_type'] },
  fields: fieldsOf(table),
  subjects: subjectsOf(table),
  classify: { by: [table.type], to: classify },
}

/** Zitadel: events of the API, or rows of its event store. */
export const format = defineFormat({
  id: 'zitadel',
  title: 'Zitadel events',
  provider: 'zitadel',
  zone: 'in-record',
  repeats: 'never',
  successes: 'always',
  sequence: true,
  shapes: [apiShape, tableShape, tableCsv],
  spec: 'https://zitadel.com/docs/guides/integrate/zitadel-apis/event-api',
  unverified: ['event-api', 'events2-json', 'events2-csv'],
  howToExport: {
    en: '`POST /admin/v1/events/_search` with `{"asc":true,"limit":1000,"creationDate":"…"}` as IAM_OWNER_VIEWER; self-hosted: `SELECT created_at, event_type, aggregate_type, aggregate_id, "sequence", owner, creator, payload FROM eventstore.events2 ORDER BY position`, saved as CSV.',
    ja: 'IAM_OWNER_VIEWER で `POST /admin/v1/events/_search` に `{"asc":true,"limit":1000,"creationDate":"…"}` を渡す。自前運用では `SELECT created_at, event_type, aggregate_type, aggregate_id, "sequence", owner, creator, payload FROM eventstore.events2 ORDER BY position` を CSV で保存する。',
  },
})
