import { lookup } from '../../kernel/lookup.ts'
import { anyTime, type Classified, type JsonShape } from '../define-format.ts'
import { accessActions } from './edge-codes.ts'
import { country } from './http.ts'

type Value = string | undefined

const classify = (action: Value, allowed: Value): Classified => {
  const known = lookup(accessActions, action?.toLowerCase())
  if (known === undefined) return { reject: 'unknown-code', detail: action ?? 'no action' }
  return lookup(known, allowed?.toLowerCase()) ?? { reject: 'ambiguous-value', detail: 'allowed' }
}

/** Logpush data set access_requests. */
export const access: JsonShape = {
  name: 'access-requests',
  kind: 'json',
  signature: { has: ['Action', 'Allowed', 'AppDomain', 'CreatedAt'] },
  fields: {
    time: anyTime('CreatedAt'),
    account: 'UserUID',
    username: 'Email',
    client: 'AppDomain',
    ip: 'IPAddress',
    protocol: 'Connection',
    country: { from: ['Country'], to: country },
  },
  classify: { by: ['Action', 'Allowed'], to: classify },
}

/** The same as `GET /accounts/ID/access/logs/access_requests` tells it. */
export const accessApi: JsonShape = {
  name: 'access-api',
  kind: 'json',
  signature: { has: ['action', 'allowed', 'app_domain', 'created_at', 'user_email'] },
  fields: {
    time: anyTime('created_at'),
    username: 'user_email',
    client: 'app_domain',
    ip: 'ip_address',
    protocol: 'connection',
    country: { from: ['country'], to: country },
  },
  classify: { by: ['action', 'allowed'], to: classify },
}
