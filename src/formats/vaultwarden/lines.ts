const TIME = '(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?: ?[+-]\\d\\d:?\\d\\d)?)'
const MODULE = '(?:vaultwarden|bitwarden_rs)(?:::\\w{1,60}){0,8}'
/** What else writes to the same log: the web server in it, and the server's start. */
const NEIGHBOUR = '(?:rocket|request|response|start|auth|error|panic|lettre|hyper|reqwest|parity_ws|_)(?:::\\w{1,60}){0,8}'
const IP = '(?<ip>[0-9A-Fa-f:.%]{2,60})'

const line = (module: string, message: string): RegExp => new RegExp(`^\\[${TIME}\\]\\[${module}\\]\\[[A-Z]{4,5}\\] ${message}`)

/** `[2026-11-21 02:14:05.123][vaultwarden::api::identity][ERROR] …`, the offset glued to the time where the format asks for it. */
export const SERVER_LINE = line(`(?:${MODULE}|${NEIGHBOUR})`, '')

const OWN = (part: string, message: string): RegExp => line(`(?:vaultwarden|bitwarden_rs)::${part}`, message)

/** First that matches wins. The address stands before a typed name, and so cannot be typed. */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  badCredentials: OWN('api::identity', `Username or password is incorrect\\. Try again\\.? IP: ${IP}\\. Username: (?<user>.*?)\\.?$`),
  disabled: OWN('api::identity', `This user has been disabled\\.? IP: ${IP}\\. Username: (?<user>.*?)\\.?$`),
  badTotp: OWN('api::core::two_factor::authenticator', `Invalid TOTP code! Server time: .{10,40} IP: ${IP}$`),
  badEmailCode: OWN('api::core::two_factor::email', `Token is invalid! IP: ${IP}$`),
  badAdminToken: OWN('api::admin', `Invalid admin token\\. IP: ${IP}$`),
  apiKey: OWN('api::identity', `User (?<user>.*) logged in successfully via API key\\. IP: ${IP}$`),
  loggedIn: OWN('api::identity', `User (?<user>.*) logged in successfully\\. IP: ${IP}$`),
  refused: line(`${MODULE}`, `.*\\bIP: ${IP}.*$`),
}
