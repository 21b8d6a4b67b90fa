/** Where the commands were read. */
export const SOURCE = 'auth0-cli docs of 2026-08-19; auth0 node SDK 7.1.0 management paths; auth0.com log event type codes'
