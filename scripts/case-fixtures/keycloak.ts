import type { Deed } from './world.ts'

const ERRORS: Readonly<Record<string, string>> = { 'bad-password': 'invalid_user_credentials', unknown: 'user_not_found' }

export const keycloakId = (number: number): string => `11111111-aaaa-4000-8000-${number.toString(16).padStart(12, '0')}`
const REALM = '7c0ffee0-0000-4000-8000-000000000001'

const line = ({ at, kind, person, typed, line: from, session }: Deed, index: number): string => {
  const time = new Date(at).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '')
  const isLogin = kind === 'login'
  const error = ERRORS[kind]
  if (!isLogin && error === undefined) throw new Error(`keycloak: ${kind}`)
  const code = `5e55104a-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
  const pairs = [
    ['type', isLogin ? 'LOGIN' : 'LOGIN_ERROR'],
    ['realmId', REALM],
    ['realmName', 'shop'],
    ['clientId', 'shop-web'],
    ['userId', person === undefined ? 'null' : keycloakId(person.number)],
    ...(isLogin ? [['sessionId', `5e55104b-0000-4000-8000-${(session ?? '0').padStart(12, '0').slice(-12)}`]] : []),
    ['ipAddress', from.ip],
    ...(error === undefined ? [] : [['error', error]]),
    ['auth_method', 'openid-connect'],
    ['auth_type', 'code'],
    ['redirect_uri', 'https://shop.example.com/callback'],
    ['code_id', code],
    ['username', person?.mail ?? typed ?? ''],
  ]
  return `${time} ${isLogin ? 'INFO' : 'WARN'}  [org.keycloak.events] (executor-thread-${index % 16}) ${pairs.map(([name, value]) => `${name}="${value}"`).join(', ')}\n`
}

/** The server's own log, quoted notation (Keycloak 22 and newer), times in UTC. */
export const writeKeycloak = (deeds: readonly Deed[]): string =>
  deeds
    .toSorted((left, right) => left.at - right.at)
    .map(line)
    .join('')
