import { isoTime, type Classifier, type Computed, type FieldMap, type Path, type SubjectFields } from '../define-format.ts'
import { classify } from './classify.ts'

type Value = string | undefined

/** Elasticsearch takes `event.action` nested and as one dotted key for the same thing; exports hold both. */
export const either = (path: string): Path[] => [path, `'${path}'`]

const firstOf = (...paths: readonly string[]): Path[] => paths.flatMap(either)

const TARGET = firstOf('user.target.id', 'user.target.name', 'user.target.email')
const OWN = firstOf('user.id', 'user.name', 'user.email')

/** Kibana's tables write a hyphen for what a document lacks. */
const present = (value: Value): Value => (value === '-' ? undefined : value)

const one = (path: string): Computed => ({ from: either(path), to: (nested, dotted) => present(nested ?? dotted) })

/** Is the event about `user.target`, about `user`, or about nobody? An address alone names no account but is an attempt. */
const who: Computed = {
  from: [...TARGET, ...OWN, ...firstOf('source.ip', 'client.ip')],
  to: (...values) => {
    if (values.slice(0, TARGET.length).some((value) => present(value) !== undefined)) return 'target'
    return values.some((value) => present(value) !== undefined) ? 'user' : undefined
  },
}

export const fields: FieldMap = {
  time: isoTime('@timestamp'),
  id: firstOf('event.id'),
  account: firstOf('user.id'),
  username: firstOf('user.email', 'user.name'),
  tenant: firstOf('organization.id', 'cloud.account.id'),
  client: firstOf('service.name', 'event.dataset'),
  ip: firstOf('source.ip', 'client.ip', 'source.address'),
  port: firstOf('source.port', 'client.port'),
  userAgent: firstOf('user_agent.original'),
  device: firstOf('device.id'),
  session: firstOf('session.id', 'kibana.session_id'),
  protocol: firstOf('network.protocol'),
  providerRisk: firstOf('event.risk_score'),
  country: firstOf('source.geo.country_iso_code'),
  region: firstOf('source.geo.region_name'),
  city: firstOf('source.geo.city_name'),
  lat: firstOf('source.geo.location.lat'),
  lon: firstOf('source.geo.location.lon'),
  asn: firstOf('source.as.number'),
  asnOrg: firstOf('source.as.organization.name'),
}

/** Administration: the account is the target's, the doer is `user`. */
export const subjects: Readonly<Record<string, SubjectFields>> = {
  target: {
    account: firstOf('user.target.id'),
    username: firstOf('user.target.email', 'user.target.name'),
    actor: {
      from: [
        'user.id',
        `'user.id'`,
        'user.name',
        `'user.name'`,
        'user.target.id',
        `'user.target.id'`,
        'user.target.name',
        `'user.target.name'`,
      ],
      to: (id, id2, name, name2, targetId, targetId2, targetName, targetName2) => {
        const called = present(name ?? name2)
        const self = present(id ?? id2) ?? called
        return self === (targetId ?? targetId2) || self === (targetName ?? targetName2) ? undefined : (called ?? self)
      },
    },
  },
}

export const classifier: Classifier = {
  by: [one('event.category'), one('event.type'), one('event.action'), one('event.outcome'), one('event.reason'), who],
  to: classify,
}
