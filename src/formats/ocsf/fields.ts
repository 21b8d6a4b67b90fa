import { anyTime, type Classifier, type Computed, type FieldMap, type SubjectFields } from '../define-format.ts'
import { classify } from './classify.ts'

type Value = string | undefined

const text = (value: Value): Value =>
  value === undefined || value === '-' || value.toUpperCase() === 'NULL SID' || value === 'S-1-0-0' ? undefined : value

/** The uid of nobody, or of the system, names no account. */
const accountId = (uid: Value): Value =>
  uid === undefined || /^(?:S-1-5-(?:7|18|19|20)|NT AUTHORITY\\.*)$/i.test(uid) ? undefined : text(uid)

/** `user` is the one who logs in; older writers only filled `actor.user`. */
const userOr = (user: Value, userUid: Value, actor: Value, actorUid: Value): Value => {
  const own = text(user)
  if (own !== undefined) return own
  // The actor's name may stand in only where it is the same account, or where there is no user at all.
  return text(userUid) === undefined || userUid === actorUid ? text(actor) : undefined
}

const USER = ['user.email_addr', 'user.name', 'user.uid', 'actor.user.email_addr', 'actor.user.name', 'actor.user.uid']

const username: Computed = {
  from: USER,
  to: (email, name, uid, actorEmail, actorName, actorUid) =>
    userOr(text(email) ?? text(name), uid, text(actorEmail) ?? text(actorName), actorUid),
}

const account: Computed = {
  from: USER,
  to: (email, name, uid, _actorEmail, _actorName, actorUid) =>
    accountId(uid) ?? (text(email) === undefined && text(name) === undefined && text(uid) === undefined ? accountId(actorUid) : undefined),
}

const SYSTEM = /^(?:SYSTEM|ANONYMOUS LOGON|LOCAL SERVICE|NETWORK SERVICE)$/i

/** `machine` or `nobody`, where the event is about no person. Type 3 is the operating system itself. */
const kind: Computed = {
  from: ['user.type_id', ...USER],
  to: (type, ...values) => {
    const name = username.to(...values)
    const uid = account.to(...values)
    if (type === '3' || name?.endsWith('$') === true || (uid === undefined && SYSTEM.test(name ?? ''))) return 'machine'
    return name === undefined && uid === undefined ? 'nobody' : undefined
  },
}

/** Is somebody named besides whoever did it? */
const isUserNamed: Computed = {
  from: ['user.email_addr', 'user.name', 'user.uid'],
  to: (...values) => (values.some((value) => text(value) !== undefined) ? 'yes' : undefined),
}

const notZero = (value: Value): Value => (value === undefined || /^(?:0|0x0+)$/.test(value) ? undefined : value)

/** `Unknown` and `Other` name nothing. */
const isNamed = (value: Value): boolean => value !== undefined && !/^(?:unknown|other)$/i.test(value)

/** The schema wants ISO 3166-1 alpha-2; names of countries are not translated here. */
const country = (value: Value): Value => (value !== undefined && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined)

export const fields: FieldMap = {
  time: anyTime('time', 'time_dt'),
  id: 'metadata.uid',
  account,
  username,
  tenant: ['metadata.tenant_uid', 'user.org.uid', 'cloud.account.uid', 'actor.user.account.uid'],
  client: ['service.name', 'dst_endpoint.svc_name'],
  ip: 'src_endpoint.ip',
  port: { from: ['src_endpoint.port'], to: notZero },
  forwardedFor: 'http_request.x_forwarded_for',
  userAgent: 'http_request.user_agent',
  device: ['device.uid', 'src_endpoint.uid', 'src_endpoint.name'],
  session: { from: ['session.uid', 'actor.session.uid'], to: (own, actors) => notZero(own) ?? notZero(actors) },
  mfaMethod: 'auth_factors[0].factor_type',
  protocol: { from: ['auth_protocol', 'logon_type'], to: (protocol, type) => [protocol, type].find(isNamed) },
  providerRisk: 'risk_level',
  country: { from: ['src_endpoint.location.country'], to: country },
  region: 'src_endpoint.location.region',
  city: 'src_endpoint.location.city',
  lat: 'src_endpoint.location.lat',
  lon: 'src_endpoint.location.long',
  asn: 'src_endpoint.autonomous_system.number',
  asnOrg: 'src_endpoint.autonomous_system.name',
}

/** An account change is about `user`; who made it is the actor. */
export const subjects: Readonly<Record<string, SubjectFields>> = {
  changed: {
    actor: {
      from: USER,
      to: (email, name, uid, actorEmail, actorName, actorUid) => {
        const isSelf = actorUid === undefined ? (actorName ?? actorEmail) === (name ?? email) : actorUid === uid
        return isSelf ? undefined : (text(actorEmail) ?? text(actorName) ?? text(actorUid))
      },
    },
  },
}

export const classifier: Classifier = {
  by: ['class_uid', 'activity_id', 'status_id', 'status', 'status_detail', kind, isUserNamed],
  to: classify,
}
