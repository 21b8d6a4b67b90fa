import { BSD_TIME, ISO_TIME } from '../syslog-time.ts'

const HEAD = `^(?:<\\d{1,3}>)?(?<time>${BSD_TIME}|${ISO_TIME}) \\S{1,255} (?:LLNG|lemonldap-ng[\\w-]{0,20})(?:\\[\\d{1,10}\\])?: `
const LEVEL = '(?:\\[(?<level>[a-z]{4,6})\\] |Lemonldap::NG : )?'
const FROM = ' \\((?<ip>[0-9A-Fa-f:.%]{2,60})\\)$'

const line = (message: string): RegExp => new RegExp(`${HEAD}${LEVEL}${message}`)

/** Lines of the portal, by syslog. */
export const PORTAL_LINE = new RegExp(HEAD)

/**
 * First that matches wins. Names are typed by strangers: a name that looks like another message still ends in the words
 * that the portal wrote itself, so the refusals, which end in them, come first, and the last address is the portal's.
 */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  notFound: line(`(?<user>.*) was not found in LDAP directory(?:${FROM}|$)`),
  badPassword: line(`Bad password for (?<user>.*?)(?:${FROM}|$)`),
  allFailed: line(`All schemes failed for user (?<user>.*)${FROM}`),
  granted: line(`Session granted for (?<user>.*) by (?<protocol>[\\w-]{1,40})${FROM}`),
  disconnected: line(`User (?<user>.*) has been disconnected from (?<protocol>[\\w-]{1,40})${FROM}`),
  passwordChanged: line(`Password changed for (?<user>.*)${FROM}`),
  pamFailed: line('PAM failed to authenticate (?<user>.*): [^:]{1,100}$'),
  pamPassed: line('Good PAM authentication for .*$'),
  factorFailed: line('(?<protocol>[\\w-]{1,40})2f: failed for (?<user>.*)$'),
  factorAdded: line('(?<protocol>[\\w ]{1,40}) registration of .* succeeds for (?<user>\\S+)$'),
  factorRemoved: line('(?<protocol>[\\w ]{1,40}) (?:unregistration|deletion) succeeds for (?<user>\\S+)$'),
  authenticated: line('User .* successfully authenticated at level \\d{1,3}(?: \\([0-9A-Fa-f:.%]{2,60}\\))?$'),
  notAuthorized: line('User (?<user>.*) is not authorized to access to (?<client>\\S{1,255})$'),
  authorized: line('User (?<user>.*) is authorized to access to (?<client>\\S{1,255})$'),
  redirected: line('User .* is redirected to \\S+$'),
  connected: line('\\S+ connected$'),
  unknown: line('(?<rest>.*)$'),
}
