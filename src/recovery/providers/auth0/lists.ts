import type { Provider } from '../../define-provider.ts'
import { SOURCE } from './source.ts'

/** Reading commands: evidence before eviction. */
export const lists: Provider['acts'] = {
  'export-log': [
    {
      command: `auth0 logs list -f 'user_id:"{account|json}"' -n 1000 --json`,
      permission: 'read:logs',
      reversible: 'yes',
      source: SOURCE,
      note: { en: 'at most 1000 per call; page on for more', ja: '1回1000件まで。続きはページを送って取得' },
    },
  ],
  'list-sessions': [
    {
      command: 'auth0 users sessions list -n 1000 --json -- {account}',
      permission: 'read:sessions',
      reversible: 'yes',
      source: SOURCE,
      fallback: {
        needs: { en: 'the Enterprise plan', ja: 'Enterpriseプラン' },
        command: `auth0 logs list -f 'type:s AND user_id:"{account|json}"' -n 1000 --json`,
        permission: 'read:logs',
      },
    },
  ],
  'list-factors': [
    {
      command: `auth0 api get 'users/{account|url}/authentication-methods'`,
      permission: 'read:authentication_methods',
      reversible: 'yes',
      source: SOURCE,
    },
  ],
  'list-grants': [
    { command: `auth0 api get 'grants?user_id={account|url}'`, permission: 'read:grants', reversible: 'yes', source: SOURCE },
    {
      command: `auth0 api get 'users/{account|url}'`,
      permission: 'read:users',
      reversible: 'yes',
      source: SOURCE,
      note: { en: 'see identities', ja: 'identitiesを確認' },
    },
    { command: `auth0 api get 'users/{account|url}/roles'`, permission: 'read:users', reversible: 'yes', source: SOURCE },
  ],
}
