import { epochTime, type Computed, type JsonShape } from '../define-format.ts'
import { adminEventKey, userInPath } from './admin-codes.ts'
import { classifyAdmin, classifyEvent } from './classify.ts'
import { BACK_END_TYPES } from './codes.ts'
import { errorOf, wordOf } from './message.ts'

const nobody: Computed = { from: [], to: () => undefined }

/** User events of `GET /admin/realms/{realm}/events`, newest first, time in epoch ms. */
export const userEvents: JsonShape = {
  name: 'rest-events',
  kind: 'json',
  signature: {
    has: ['time', 'type', 'realmId'],
    any: [['ipAddress', 'userId', 'clientId', 'details']],
    not: ['operationType'],
    reads: ['type'],
    test: ({ type }) => typeof type === 'string' && /^[A-Z][A-Z0-9_]{3,60}$/.test(type),
  },
  fields: {
    time: epochTime('time'),
    id: 'id',
    account: 'userId',
    username: 'details.username',
    actor: 'details.impersonator',
    tenant: 'realmId',
    client: 'clientId',
    ip: 'ipAddress',
    userAgent: ['details.user_agent', 'details.userAgent'],
    session: {
      from: ['type', 'sessionId', 'details.code_id'],
      to: (type, session, code) => (BACK_END_TYPES.has(type ?? '') ? undefined : (wordOf(session) ?? wordOf(code))),
    },
    mfaMethod: { from: ['details.credential_type'], to: (type) => (type === 'password' ? undefined : type) },
    protocol: ['details.grant_type', 'details.auth_method'],
  },
  classify: {
    by: [
      'type',
      { from: ['error'], to: errorOf },
      'details.credential_type',
      { from: ['details.updated_email'], to: (email) => (email === undefined ? undefined : 'yes') },
      'details.grant_type',
    ],
    to: classifyEvent,
  },
}

/** Admin events of `GET /admin/realms/{realm}/admin-events`. `realmId` is the realm acted on, `authDetails.realmId` the administrator's. */
export const adminRestEvents: JsonShape = {
  name: 'rest-admin-events',
  kind: 'json',
  signature: { has: ['time', 'operationType', 'authDetails'], any: [['resourceType', 'resourcePath']] },
  fields: {
    time: epochTime('time'),
    id: 'id',
    account: 'authDetails.userId',
    tenant: {
      from: ['resourcePath', 'realmId', 'authDetails.realmId'],
      to: (path, realm, adminRealm) => (userInPath(path) === undefined ? (adminRealm ?? realm) : realm),
    },
    client: 'authDetails.clientId',
    ip: 'authDetails.ipAddress',
  },
  subjects: { target: { account: { from: ['resourcePath'], to: userInPath }, username: nobody, actor: 'authDetails.userId' } },
  classify: {
    by: [
      {
        from: ['operationType', 'resourceType', 'resourcePath', 'json(representation).enabled', 'json(representation).requiredActions'],
        to: adminEventKey,
      },
      { from: ['error'], to: errorOf },
    ],
    to: classifyAdmin,
  },
}
