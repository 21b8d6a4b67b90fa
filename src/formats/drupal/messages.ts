const NAME = '(?<user>.{1,254})'
const IP = '[0-9A-Fa-f:.]{2,60}'

/** Messages as syslog has them, with values and without markup; those of the table have places for values. By the keys of codes.ts. */
export const MESSAGES = {
  opened: [`Session opened for ${NAME}\\.`, 'Session opened for %name.'],
  closed: [`Session closed for ${NAME}\\.`, 'Session closed for %name.'],
  failed: [`Login attempt failed for ${NAME}\\.`, 'Login attempt failed for %user.'],
  failedNameless: [`Login attempt failed from ${IP}\\.`, 'Login attempt failed from %ip.'],
  floodOfAccount: [
    `Flood control blocked login attempt for uid (?<target>\\d{1,10}) from ${IP}`,
    'Flood control blocked login attempt for uid %uid from %ip',
  ],
  flood: [`Flood control blocked login attempt from ${IP}`, 'Flood control blocked login attempt from %ip'],
  resetMailed: [`Password reset instructions mailed to ${NAME} at \\S+\\.`, 'Password reset instructions mailed to %name at %email.'],
  resetLinkUsed: [`User ${NAME} used one-time login link at time \\d+\\.`, 'User %name used one-time login link at time %timestamp.'],
  created: [`New user: ${NAME} \\S+@\\S+\\.`, 'New user: %name %email.'],
  deleted: [`Deleted user: ${NAME} \\S+@\\S+\\.`, 'Deleted user: %name %email.'],
} as const satisfies Readonly<Record<string, readonly [syslog: string, template: string]>>

/** Of the channel `user`, words of a message that is not known here and may be a login: it must not be skipped in silence. */
export const SPEAKS_OF_LOGIN = /log(?:ged)? ?(?:in|out)|login|session|password|authenticat/i
