import type { Computed, FieldMap, Looked, Path, SubjectFields } from '../define-format.ts'
import { isoTime } from '../define-format.ts'
import { countryCode } from '../country-codes.ts'
import { riskOf } from './risk.ts'

type Value = string | undefined

/** Actors are also apps, agents and, for threats, bare addresses: only people and what has no type are accounts. */
const personOnly = (value: Value, type: Value): Value => (type === undefined || type === 'User' ? value : undefined)

const isThere = (value: Value): value is string => value !== undefined && value !== 'unknown'

/** A field of the `User` among the targets; that of the acting user only where an event about oneself names no user. */
const targetOr = (own: Path, wanted: Path, at = ''): Computed => ({
  from: [`${at}target[type=User].type`, at + wanted, at + own, `${at}actor.type`],
  to: (target, value, self, type) => (target === undefined ? personOnly(self, type) : value),
})

/** Who acted, where it is not the account holder. */
const actorBeside = (at = ''): Computed => ({
  from: [`${at}actor.id`, `${at}target[type=User].type`, `${at}target[type=User].id`],
  to: (self, target, id) => (target !== undefined && self !== id ? self : undefined),
})

/** In records of which the actor is an account. */
const ofPerson = (type: Path): Computed => ({ from: [type], to: (actorType) => personOnly('own', actorType) })

/** An administrator's session is not one of the user that is acted on: it must not tie the two together. */
const ownUnless = (isOther: boolean): Value => (isOther ? undefined : 'own')

/** Most records name no target, and then nothing else is looked at. */
const whereOwn = (actorType: Path, actor: Path, target: Path): Looked => ({
  from: [target, actorType, actor],
  look: (read) => {
    const user = read(0)
    return ownUnless(isThere(user) && read(1) === 'User' && user !== read(2))
  },
})

const chain = (root: string): Computed => ({
  from: [0, 1, 2, 3, 4].map((hop) => `${root}[${hop}].ip`),
  to: (...hops) => {
    const seen = hops.filter((hop) => hop !== undefined)
    return seen.length > 1 ? seen.join(', ') : undefined
  },
})

/** Names of the top-level members, which data lakes write in lower case. */
export interface Spelling {
  readonly eventType: Path
  readonly authenticationContext: Path
  readonly debugContext: Path
  readonly securityContext: Path
}

/** Where the fields of a System Log record stand. */
export const jsonFields = ({ authenticationContext, debugContext, securityContext }: Spelling): FieldMap => ({
  time: isoTime('published'),
  id: 'uuid',
  account: { first: ['actor.id'], when: ofPerson('actor.type') },
  username: { first: ['actor.alternateId'], when: ofPerson('actor.type') },
  client: ['target[type=AppInstance].alternateId', 'client.id'],
  ip: ['client.ipAddress', 'request.ipChain[0].ip'],
  forwardedFor: chain('request.ipChain'),
  userAgent: 'client.userAgent.rawUserAgent',
  device: ['device.id', `${debugContext}.debugData.deviceFingerprint`, `${debugContext}.debugData.dtHash`],
  session: {
    first: [`${authenticationContext}.externalSessionId`, `${authenticationContext}.rootSessionId`],
    when: whereOwn('actor.type', 'actor.id', 'target[type=User].id'),
  },
  mfaMethod: `${debugContext}.debugData.factor`,
  protocol: [`${debugContext}.debugData.signOnMode`, `${authenticationContext}.interface`],
  providerRisk: {
    from: ['risk', 'behaviors', 'logOnlySecurityData', 'threatSuspected'].map((name) => `${debugContext}.debugData.${name}`),
    to: riskOf,
  },
  country: { from: ['client.geographicalContext.country'], to: countryCode },
  region: 'client.geographicalContext.state',
  city: 'client.geographicalContext.city',
  lat: 'client.geographicalContext.geolocation.lat',
  lon: 'client.geographicalContext.geolocation.lon',
  asn: `${securityContext}.asNumber`,
  asnOrg: [`${securityContext}.asOrg`, `${securityContext}.isp`],
})

/** Whose event it is where an administrator, or Okta itself, acts on a user. */
export const jsonSubjects: Readonly<Record<string, SubjectFields>> = {
  target: {
    account: targetOr('actor.id', 'target[type=User].id'),
    username: targetOr('actor.alternateId', 'target[type=User].alternateId'),
    actor: actorBeside(),
  },
}

/** As Elastic's module keeps it beside its own schema: names with underscores, under `okta`. */
export const elasticFields: FieldMap = {
  time: isoTime('@timestamp'),
  id: 'okta.uuid',
  account: { first: ['okta.actor.id'], when: ofPerson('okta.actor.type') },
  username: { first: ['okta.actor.alternate_id'], when: ofPerson('okta.actor.type') },
  client: 'okta.target[type=AppInstance].alternate_id',
  ip: ['okta.client.ip', 'client.ip', 'source.ip'],
  forwardedFor: chain('okta.request.ip_chain'),
  userAgent: ['okta.client.user_agent.raw_user_agent', 'user_agent.original'],
  device: ['okta.device.id', 'okta.debug_context.debug_data.device_fingerprint', 'okta.debug_context.debug_data.dt_hash'],
  session: {
    first: ['okta.authentication_context.external_session_id', 'okta.authentication_context.root_session_id'],
    when: whereOwn('okta.actor.type', 'okta.actor.id', 'okta.target[type=User].id'),
  },
  mfaMethod: 'okta.debug_context.debug_data.factor',
  protocol: 'okta.authentication_context.interface',
  country: { from: ['client.geo.country_name'], to: countryCode },
  region: 'client.geo.region_name',
  city: 'client.geo.city_name',
  lat: 'client.geo.location.lat',
  lon: 'client.geo.location.lon',
  asn: 'okta.security_context.as.number',
  asnOrg: 'okta.security_context.as.organization.name',
}

export const elasticSubjects: Readonly<Record<string, SubjectFields>> = {
  target: {
    account: targetOr('actor.id', 'target[type=User].id', 'okta.'),
    username: targetOr('actor.alternate_id', 'target[type=User].alternate_id', 'okta.'),
    actor: actorBeside('okta.'),
  },
}

const TARGETS = [0, 1, 2, 3]

/** The console's CSV flattens up to four targets; the first of them that is a user is meant. */
const userAmong = (types: readonly Value[], values: readonly Value[]): Value => values[types.indexOf('User')]

const targetColumns = (name: string): string[] => TARGETS.map((number) => `target${number}.${name}`)

const csvTarget = (name: string, own: Path): Computed => ({
  from: [...targetColumns('type'), ...targetColumns(name), own, 'actor.type'],
  to: (...cells) => {
    const types = cells.slice(0, 4)
    return types.includes('User') ? userAmong(types, cells.slice(4, 8)) : personOnly(cells[8], cells[9])
  },
})

export const csvFields: FieldMap = {
  time: isoTime('timestamp'),
  id: 'uuid',
  account: { first: ['actor.id'], when: ofPerson('actor.type') },
  username: { first: ['actor.alternate_id'], when: ofPerson('actor.type') },
  client: {
    from: [...targetColumns('type'), ...targetColumns('alternate_id')],
    to: (...cells) => cells.slice(4)[cells.slice(0, 4).indexOf('AppInstance')],
  },
  ip: ['client.ip_address', 'request.ip_chain.ip'],
  userAgent: 'client.user_agent.raw_user_agent',
  session: {
    first: ['authentication_context.external_session_id'],
    when: {
      from: ['actor.type', 'actor.id', ...targetColumns('type'), ...targetColumns('id')],
      to: (type, actor, ...targets) => {
        const user = userAmong(targets.slice(0, 4), targets.slice(4))
        return ownUnless(type === 'User' && isThere(user) && user !== actor)
      },
    },
  },
  protocol: 'authentication_context.interface',
  country: { from: ['client.geographical_context.country'], to: countryCode },
  city: 'client.geographical_context.city',
  lat: 'client.geographical_context.geolocation.lat',
  lon: 'client.geographical_context.geolocation.lon',
}

export const csvSubjects: Readonly<Record<string, SubjectFields>> = {
  target: {
    account: csvTarget('id', 'actor.id'),
    username: csvTarget('alternate_id', 'actor.alternate_id'),
    actor: {
      from: [...targetColumns('type'), ...targetColumns('id'), 'actor.id'],
      to: (...cells) => {
        const types = cells.slice(0, 4)
        return types.includes('User') && cells[8] !== userAmong(types, cells.slice(4, 8)) ? cells[8] : undefined
      },
    },
  },
}
