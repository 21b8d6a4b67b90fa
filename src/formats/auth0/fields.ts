import type { Computed, FieldMap, Path, SubjectFields } from '../define-format.ts'
import { isoTime } from '../define-format.ts'
import { userInPath } from './admin-codes.ts'

type At = (path: Path) => Path

/** `acme.eu.auth0.com` and tenant `acme` are one tenant; a custom domain does not tell its tenant. */
const tenant = (at: At): Computed => ({
  from: [at('tenant_name'), at('hostname')],
  to: (name, host) => name ?? /^([\w-]{1,63})\.(?:[a-z]{2}(?:-\d+)?\.)?auth0\.com$/.exec(host ?? '')?.[1],
})

/** Who made a Management API call: a person at the dashboard, or a machine client. */
const caller = (at: At): readonly Path[] =>
  ['details.request.auth.user.user_id', 'user_id', 'details.request.auth.subject', 'client_id'].map(at)

const nobody: Computed = { from: [], to: () => undefined }

const target = (at: At): SubjectFields => ({
  account: {
    from: [
      'details.request.path',
      'details.request.body.user_id',
      'details.request.body.users[0]',
      'details.request.body.members[0]',
      'details.response.body.user_id',
    ].map(at),
    to: (path, ...named) => userInPath(path) ?? named.find((id) => id !== undefined),
  },
  // Only a new account's address is its own name: in a change, the body holds the new value, which proves nothing.
  username: {
    from: ['details.request.method', 'details.request.path', 'details.response.body.email'].map(at),
    to: (method, path, email) => (method?.toUpperCase() === 'POST' && /\/users\/?$/.test(path ?? '') ? email : undefined),
  },
  actor: caller(at),
})

const invitee = (at: At): SubjectFields => ({
  account: nobody,
  username: [at('details.request.body.invitee.email'), at('details.request.body.owners[0]'), at('details.response.body[0].email')],
  actor: caller(at),
})

/** `Guardian - Enrollment complete (sms)`: the method stands in the sentence. */
const mfaMethod = (at: At): Computed => ({
  from: [at('details.authenticator.type'), at('details.authenticator'), at('description')],
  to: (type, authenticator, sentence) => type ?? authenticator ?? /^Guardian - .{0,80}\((\w{2,20})\)$/.exec(sentence ?? '')?.[1],
})

/** Whose event it is where it is not the one in `user_id`. */
export const subjectsAt = (prefix: string): Readonly<Record<string, SubjectFields>> => {
  const at: At = (path) => prefix + path
  return { target: target(at), invitee: invitee(at) }
}

/** Where the fields of a tenant log stand below `prefix` (`''` for the Management API, `'data.'` for log streams). */
export const fieldsAt = (prefix: string): FieldMap => {
  const at: At = (path) => prefix + path
  return {
    time: isoTime(at('date')),
    id: [at('log_id'), at('_id')],
    account: [at('user_id'), at('details.request.auth.user.user_id')],
    username: [at('user_name'), at('details.request.auth.user.email')],
    tenant: tenant(at),
    client: at('client_id'),
    ip: [at('ip'), at('details.request.ip')],
    userAgent: [at('user_agent'), at('details.request.userAgent')],
    session: at('details.session_id'),
    mfaMethod: mfaMethod(at),
    providerRisk: at('details.riskAssessment.confidence'),
    country: at('location_info.country_code'),
    city: at('location_info.city_name'),
    lat: at('location_info.latitude'),
    lon: at('location_info.longitude'),
  }
}
