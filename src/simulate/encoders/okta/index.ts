import { idOf, defineEncoder, isoOf, uuidOf } from '../../define-encoder.ts'
import type { SimEvent } from '../../event.ts'
import { oktaEventOf } from './types.ts'

const account = (index: number): string => `00u${index.toString(36).padStart(17, '0')}`
const userOf = (event: SimEvent): object => ({
  id: idOf(event, account) ?? 'unknown',
  type: 'User',
  alternateId: event.name,
  displayName: event.person < 0 ? 'unknown' : (event.name.split('@')[0] ?? ''),
  detailEntry: null,
})

const geoOf = ({ line }: SimEvent): object => ({
  city: line.place.city,
  state: line.place.region,
  country: line.network.country,
  postalCode: null,
  geolocation: { lat: line.place.lat, lon: line.place.lon },
})

/** System Log as the API gives it. Requests for a reset and what an app's own pages do are not in it. */
export const encoder = defineEncoder({
  id: 'okta',
  title: { en: 'Okta System Log', ja: 'Okta System Log' },
  file: 'okta.ndjson',
  account,
  encode: (event, serial) => {
    const okta = oktaEventOf(event)
    if (okta === undefined) return undefined
    const session = event.session === undefined ? 'unknown' : `idx${event.session}`
    const geographicalContext = geoOf(event)
    return JSON.stringify({
      actor: userOf(event),
      client: {
        userAgent: { rawUserAgent: event.userAgent, os: 'Unknown', browser: 'UNKNOWN' },
        zone: 'null',
        device: /Mobile|iPhone/.test(event.userAgent) ? 'Mobile' : 'Computer',
        id: null,
        ipAddress: event.line.ip,
        geographicalContext,
      },
      authenticationContext: { authenticationStep: 0, rootSessionId: session, externalSessionId: session },
      displayMessage: 'Simulated event',
      eventType: okta.eventType,
      outcome: { result: okta.result, reason: okta.reason ?? null },
      published: isoOf(event.timeMs),
      securityContext: {
        asNumber: event.line.network.asn,
        asOrg: event.line.network.org,
        isp: event.line.network.org,
        domain: null,
        isProxy: false,
      },
      severity: 'INFO',
      debugContext: { debugData: { requestId: uuidOf('request', serial), deviceFingerprint: event.device, factor: okta.factor } },
      legacyEventType: 'core.simulated',
      transaction: { type: 'WEB', id: uuidOf('transaction', serial), detail: {} },
      uuid: uuidOf('okta', serial),
      version: '0',
      request: { ipChain: [{ ip: event.line.ip, geographicalContext, version: 'V4', source: null }] },
      target: okta.about === true ? [userOf(event)] : null,
    })
  },
})
