import { iso, type Encoder } from './encoder.ts'

const userId = (account: number): string =>
  `auth0|${(account + 0x5f7c0000).toString(16)}c33c6c004bba${(account & 0xffff).toString(16).padStart(4, '0')}`

const AUTH0_TYPE = { success: 's', 'bad-password': 'fp', 'unknown-account': 'fu' } as const

/** About 1 KB, with the fields that a tenant's log carries. */
export const auth0: Encoder = ({ timeMs, outcome, ip, userAgent, account, name, session, serial }) =>
  JSON.stringify({
    date: iso(timeMs),
    type: AUTH0_TYPE[outcome],
    connection: 'Username-Password-Authentication',
    connection_id: 'con_1a5wCUmAs6VOU17n',
    client_id: 'aI61p8I8aFjmYRliLWgvM9ev97kCCNDB',
    client_name: 'Example Shop',
    ip,
    user_agent: userAgent,
    details: {
      prompts: [{ name: 'prompt-authenticate', completedAt: timeMs, stats: { loginsCount: serial % 50 }, elapsedTime: null }],
      initiatedAt: timeMs - 9100,
      completedAt: timeMs,
      elapsedTime: 9100,
      ...(session === undefined ? {} : { session_id: session }),
      ...(outcome === 'success'
        ? {}
        : { error: { message: 'Wrong email or password.', oauthError: 'invalid_grant', type: 'invalid-user-password' } }),
    },
    hostname: 'shop.example.com',
    tenant_name: 'example-shop',
    ...(account < 0 ? {} : { user_id: userId(account) }),
    user_name: name,
    strategy: 'auth0',
    strategy_type: 'database',
    audience: 'https://api.example.com/',
    scope: ['openid', 'profile', 'email'],
    isMobile: false,
    log_id: `900202610${String(serial).padStart(14, '0')}000000000000000000000000000000000`,
    _id: `900202610${String(serial).padStart(14, '0')}000000000000000000000000000000000`,
    description: outcome === 'success' ? 'Successful login' : 'Wrong email or password.',
  })
