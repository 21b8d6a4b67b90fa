import type { Deed } from './world.ts'

/** Log event types: https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes */
const TYPES: Readonly<Record<string, string>> = {
  login: 's',
  'bad-password': 'fp',
  unknown: 'fu',
  'email-change': 'sce',
  'push-denied': 'gd_auth_rejected',
  'push-sent': 'gd_start_auth',
  'push-approved': 'gd_auth_succeed',
  token: 'seacft',
}

export const auth0Id = (number: number): string => `auth0|66f0a1b2c3d4e5f6${number.toString(16).padStart(8, '0')}`

const record = ({ at, kind, person, typed, line, program, session }: Deed, index: number): unknown => {
  const type = TYPES[kind]
  if (type === undefined) throw new Error(`auth0: ${kind}`)
  const date = new Date(at).toISOString()
  const id = `900${date.replace(/\D/g, '')}${String(100000 + index).padStart(18, '0')}12233720`
  return {
    date,
    type,
    description: kind === 'bad-password' || kind === 'unknown' ? 'Wrong email or password.' : '',
    connection: 'Username-Password-Authentication',
    connection_id: 'con_3Fq8mZ0aExample1',
    client_id: 'Xy12ExampleClient0000000000000001',
    client_name: 'Example Shop',
    ip: line.ip,
    user_agent: program.userAgent,
    details: session === undefined ? null : { session_id: `S${session}` },
    hostname: 'example-shop.jp.auth0.com',
    user_id: person === undefined ? '' : auth0Id(person.number),
    user_name: person?.mail ?? typed ?? '',
    strategy: 'auth0',
    strategy_type: 'database',
    log_id: id,
    _id: id,
    isMobile: program.device === 'Mobile',
    tenant_name: 'example-shop',
    location_info: {
      country_code: line.country,
      country_name: line.countryName,
      city_name: line.city,
      latitude: line.lat,
      longitude: line.lon,
    },
  }
}

/** As a log stream writes it, one record a line. */
export const writeAuth0 = (deeds: readonly Deed[]): string =>
  deeds
    .toSorted((left, right) => left.at - right.at)
    .map((deed, index) => `${JSON.stringify(record(deed, index))}\n`)
    .join('')
