import type { LinePlan } from '../../model/line-plan.ts'

const IP = 'IP: {ip:address}'
const ATTEMPT = `${IP}. Username: `

/** By the patterns of lines.ts: the module behind `vaultwarden::`, and the message. Behind the address a name may be anything. */
const MESSAGES: readonly (readonly [pattern: string, module: string, message: string])[] = [
  ...['{user:text}.', '{user:text}'].flatMap((name): typeof MESSAGES => [
    ['badCredentials', 'api::identity', `Username or password is incorrect. Try again. ${ATTEMPT}${name}`],
    ['badCredentials', 'api::identity', `Username or password is incorrect. Try again ${ATTEMPT}${name}`],
    ['disabled', 'api::identity', `This user has been disabled. ${ATTEMPT}${name}`],
    ['disabled', 'api::identity', `This user has been disabled ${ATTEMPT}${name}`],
  ]),
  ['badTotp', 'api::core::two_factor::authenticator', `Invalid TOTP code! Server time: {:when} ${IP}`],
  ['badEmailCode', 'api::core::two_factor::email', `Token is invalid! ${IP}`],
  ['badAdminToken', 'api::admin', `Invalid admin token. ${IP}`],
  ['apiKey', 'api::identity', `User {user:word} logged in successfully via API key. ${IP}`],
  ['loggedIn', 'api::identity', `User {user:word} logged in successfully. ${IP}`],
]

export const cutLines: LinePlan = {
  signs: ['][vaultwarden::'],
  heads: ['[{time:stamp}][vaultwarden::'],
  bodies: MESSAGES.map(([pattern, module, message]) => ({ line: `${module}][{:upperLevel}] ${message}`, values: { pattern } })),
  modes: new Map([['time', 'time']]),
  runs: { when: { letters: ' -~', least: 10, most: 40 } },
}
