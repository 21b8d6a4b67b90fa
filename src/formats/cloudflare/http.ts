import { lookup } from '../../kernel/lookup.ts'
import { anyTime, type Classified, type JsonShape } from '../define-format.ts'
import { byFrontStatus, decidedBefore, NOT_A_LOGIN } from '../web-login.ts'
import { aboutAt } from '../web-paths.ts'
import { edgeActions, leakedCredentials } from './edge-codes.ts'

type Value = string | undefined

const classify = (login: Value, status: Value, security: Value, firewall: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  const kept = lookup(edgeActions, security?.toLowerCase()) ?? lookup(edgeActions, firewall?.toLowerCase())
  return kept === undefined ? byFrontStatus(login, status) : decidedBefore(login, kept, status)
}

/** XX: not known; T1: Tor. Neither is a country. */
export const country = (code: Value): Value => {
  const upper = code?.toUpperCase()
  return upper !== undefined && /^[A-Z]{2}$/.test(upper) && upper !== 'XX' ? upper : undefined
}

const unlessZero = (number: Value): Value => (number === '0' ? undefined : number)

/** Logpush data set http_requests. */
export const http: JsonShape = {
  name: 'http-requests',
  kind: 'json',
  signature: {
    has: ['ClientIP', 'ClientRequestMethod', 'EdgeResponseStatus'],
    any: [
      ['ClientRequestURI', 'ClientRequestPath'],
      ['EdgeStartTimestamp', 'EdgeEndTimestamp'],
    ],
  },
  fields: {
    time: anyTime('EdgeStartTimestamp', 'EdgeEndTimestamp'),
    client: 'ClientRequestHost',
    ip: 'ClientIP',
    port: { from: ['ClientSrcPort'], to: unlessZero },
    userAgent: 'ClientRequestUserAgent',
    country: { from: ['ClientCountry'], to: country },
    region: 'ClientRegionCode',
    city: 'ClientCity',
    asn: { from: ['ClientASN'], to: unlessZero },
    providerRisk: { from: ['LeakedCredentialCheckResult'], to: (result) => lookup(leakedCredentials, result) },
  },
  classify: {
    by: [
      aboutAt(['ClientRequestMethod', 'ClientRequestURI', 'ClientRequestPath'], (method, uri, path) => [method, uri ?? path]),
      'EdgeResponseStatus',
      'SecurityAction',
      'WAFAction',
    ],
    to: classify,
  },
}
