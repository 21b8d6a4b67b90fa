import { idOf, defineEncoder, isoOf } from '../../define-encoder.ts'
import type { SimEvent } from '../../event.ts'
import { typeOf } from './types.ts'

const account = (index: number): string => `auth0|${(0x66f0a1b2 + index).toString(16)}c33c6c00${index.toString(16).padStart(8, '0')}`

const errorOf = ({ outcome, reason }: SimEvent): object | undefined => {
  if (outcome !== 'failure') return undefined
  const message =
    reason === 'password-expired' || reason === 'must-change-password' ? 'Your password has expired.' : 'Wrong email or password.'
  return { message, oauthError: 'invalid_grant', type: 'invalid-user-password' }
}

const placeOf = ({ line }: SimEvent): object => ({
  country_code: line.network.country,
  city_name: line.place.city,
  latitude: line.place.lat,
  longitude: line.place.lon,
})

/** Tenant log as the Management API gives it. What the shop's own pages do is not in it. */
export const encoder = defineEncoder({
  id: 'auth0',
  title: { en: 'Auth0 tenant logs', ja: 'Auth0テナントログ' },
  file: 'auth0.ndjson',
  account,
  encode: (event, serial) => {
    const type = typeOf(event)
    if (type === undefined) return undefined
    const logId = `9002026${String(serial).padStart(14, '0')}000000000000000000000000000000000`
    return JSON.stringify({
      date: isoOf(event.timeMs),
      type,
      description: event.outcome === 'success' ? 'Successful login' : 'Wrong email or password.',
      connection: 'Username-Password-Authentication',
      connection_id: 'con_3Fq8mZ0aExample1',
      client_id: 'Xy12ExampleClient0000000000000001',
      client_name: 'Example Shop',
      ip: event.line.ip,
      user_agent: event.userAgent,
      details: { session_id: event.session, error: errorOf(event) },
      hostname: 'example-shop.jp.auth0.com',
      user_id: idOf(event, account),
      user_name: event.name,
      strategy: 'auth0',
      strategy_type: 'database',
      log_id: logId,
      _id: logId,
      isMobile: /Mobile|okhttp|iPhone/.test(event.userAgent),
      tenant_name: 'example-shop',
      location_info: placeOf(event),
    })
  },
})
