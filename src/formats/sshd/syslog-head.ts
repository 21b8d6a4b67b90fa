import { BSD_TIME, ISO_TIME } from '../syslog-time.ts'
import { ACCOUNT_TOOLS } from './account-tools.ts'
import { ROOT_TOOLS } from './root-tools.ts'

/**
 * Programs that write login logs of their own, or access logs: their lines must reach their own format, or be refused loudly,
 * rather than be counted away as "another program".
 */
const OTHER_LOGS =
  'nginx|apache2?|httpd|haproxy|caddy|traefik|lemonldap-ng|LLNG|keycloak|authelia|authentik|vaultwarden|jellyfin|grafana|nextcloud|gitlab|teleport|' +
  'wordpress|SimpleHistory|wp(?=\\()|php-fpm|drupal|phpMyAdmin|dovecot|postfix|exim|(?:courier-?)?(?:imap|pop3)(?:d|login)(?:-ssl)?|radiusd|freeradius|ocserv|pure-ftpd|vsftpd|proftpd|mysqld?|mariadb|smbd?|charon|openvpn|pvedaemon|pveproxy|cowrie|asterisk|https|' +
  'opensearch-dashboards|Radarr|Prowlarr|Sonarr|mono|synoscgi|core|CAS|cas|CEF|LEEF'

/** Programs that write to the same log, and have nothing to say of sshd. */
export const NEIGHBOURS = ['CRON', 'systemd', 'systemd-logind', 'polkitd', 'dbus-daemon'] as const

const TOOLS = [...ACCOUNT_TOOLS, ...ROOT_TOOLS]

const PRIORITY = '(?:<\\d{1,3}>)?'
/** `journalctl -o short-full`, in zones whose names are no two zones; `log show --style syslog` (macOS), with its offset and two blanks before the host. */
const WEEKDAY = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\\d{4}-))?'
const FULL_TIME = '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?: (?:UTC|GMT|JST)|[+-]\\d{4})'
/** No level, and no name with its colon: a program that logs to its own file stands where syslog writes the host. */
const HOST = '(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL)\\b|[A-Za-z][\\w-]*: )[\\w.:%-]{1,255}'
const NOT_OTHER_LOGS = `(?!(?:${OTHER_LOGS})\\b)`
/** BusyBox's syslogd (Alpine, routers) names facility and level before the program. */
const LEVEL = '(?:[a-z\\d]{1,16}\\.[a-z]{3,7} )?'
const SSHD = 'sshd(?:-session|-auth)?(?:\\(pam_unix\\))?'
/** A name in several words has its process beside it (`Plex Media Server[42]:`): without, they may be a sentence of a log of one's own. */
const PROGRAM = '(?:[\\w./@-]{1,64}|[\\w./@ -]{1,64}(?=\\[\\d+\\]))'
const STRUCTURED = '(?:-|(?:\\[[^\\]]*\\])+)'

/**
 * What an application tells of a login, with a name and an address in pairs: no noise of another program, but somebody's own log that went
 * through syslog. PAM's lines are told again by the program that asked it, and the kernel's audit has a log of its own.
 */
const OWN_LOG =
  '(?!.{0,2000}\\b(?:pam_|audit\\b))(?=.{0,2000}(?:log[ _-]?(?:in|on)|sign[ _-]?in|auth|passw|ログイン|認証|パスワード))' +
  '(?=.{0,2000}\\b(?:user(?:_?name|_?id)?|login(?:_?id)?|e?mail|account|member_?id)"?[=:])(?=.{0,2000}\\b(?:\\d{1,3}\\.){3}\\d)'
const OF_THIS_HOST = `(?:${LEVEL}(?:sshd|${[...NEIGHBOURS, ...TOOLS].join('|')})\\b)`

/** `<38>Dec 10 06:55:46 host program[pid]: …`, with an RFC 3339 time, or as RFC 5424; of any program without a log of its own. */
export const SYSLOG_LINE = new RegExp(
  `^${PRIORITY}${WEEKDAY}(?:(?:${BSD_TIME}|${ISO_TIME}|${FULL_TIME}) {1,2}${HOST} +(?:-- )?(?:(?=${OF_THIS_HOST})|(?!${OWN_LOG}))${LEVEL}${NOT_OTHER_LOGS}${PROGRAM}(?:\\([^()\\s]{1,40}\\))?(?:\\[\\d+\\])?:` +
    `|(?:${BSD_TIME}) ${HOST} (?:last message repeated \\d+ times|syslogd )` +
    `|1 ${ISO_TIME} ${HOST} (?:(?=${OF_THIS_HOST})|(?!${OWN_LOG}))${NOT_OTHER_LOGS}\\S{1,48} \\S{1,128} \\S{1,32} ${STRUCTURED})`,
)

/** sshd's own lines: time, host, pid, message. */
export const SSHD_LINE = new RegExp(
  `^${PRIORITY}${WEEKDAY}(?<time>${BSD_TIME}|${ISO_TIME}|${FULL_TIME}) {1,2}(?<host>${HOST}) ${LEVEL}${SSHD}(?:\\[(?<pid>\\d+)\\])?: (?<message>.*)$`,
)

/** Lines of the tools that change accounts or become another one: time, tool and message. Their process is no connection, so host and pid are not asked for. */
export const ACCOUNT_TOOL_LINE = new RegExp(
  `^${PRIORITY}${WEEKDAY}(?<time>${BSD_TIME}|${ISO_TIME}|${FULL_TIME}) {1,2}${HOST} ${LEVEL}(?<tool>${TOOLS.join('|')})(?:\\[\\d+\\])?: (?<act>.*)$`,
)

/** The same as RFC 5424 (rsyslog, OPNsense): `<38>1 TIME HOST sshd PID MSGID [structured] message`. */
export const SSHD_RFC5424 = new RegExp(
  `^${PRIORITY}1 (?<time>${ISO_TIME}) (?<host>${HOST}) ${SSHD} (?<pid>\\S{1,128}) \\S{1,32} ${STRUCTURED} (?<message>.*)$`,
)
