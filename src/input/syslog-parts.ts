import { parseTime, toIso } from '../kernel/time.ts'

/** The fields into which a collector has taken a line of syslog apart. */
interface Collector {
  readonly message: string
  readonly program: string
  readonly pid: string
  readonly host: string
  /** The first that is filled: the time of the line before the time of its arrival. */
  readonly times: readonly string[]
  /** Anybody might name fields so: others than these beside them, and the record is somebody's own. */
  readonly isPlainlyNamed?: true
  /** Stands in such a record if it is one whose line counts for itself; default: the program's name. */
  readonly mark?: string
}

const COLLECTORS: readonly Collector[] = [
  // Azure Monitor's table `Syslog`: https://learn.microsoft.com/azure/azure-monitor/reference/tables/syslog
  { message: 'SyslogMessage', program: 'ProcessName', pid: 'ProcessID', host: 'Computer', times: ['EventTime', 'TimeGenerated'] },
  // GELF, and Graylog's own messages and tables: https://go2docs.graylog.org/current/getting_in_log_data/gelf.html
  { message: 'short_message', program: '_application_name', pid: '_process_id', host: 'host', times: ['timestamp'] },
  { message: 'message', program: 'application_name', pid: 'process_id', host: 'source', times: ['timestamp'], isPlainlyNamed: true },
  // syslog-ng's format-json, scope rfc5424 or nv-pairs: https://syslog-ng.github.io/admin-guide/110_Template_and_rewrite/000_Customize_message_format/004_Macros_of_syslog-ng
  { message: 'MESSAGE', program: 'PROGRAM', pid: 'PID', host: 'HOST', times: ['ISODATE', 'R_ISODATE', 'DATE'] },
  // journald, of what a service prints and of containers; programs that call syslog have a format of their own: https://www.freedesktop.org/software/systemd/man/latest/systemd.journal-fields.html
  { message: 'MESSAGE', program: 'SYSLOG_IDENTIFIER', pid: '_PID', host: '_HOSTNAME', times: [], mark: '_STREAM_ID' },
  { message: 'MESSAGE', program: 'SYSLOG_IDENTIFIER', pid: '_PID', host: '_HOSTNAME', times: [], mark: 'CONTAINER_ID' },
  // rsyslog's jsonmesg and the template that its documentation shows: https://www.rsyslog.com/doc/configuration/properties.html
  {
    message: 'msg',
    program: 'programname',
    pid: 'procid',
    host: 'hostname',
    times: ['timereported', 'timestamp', 'timegenerated'],
    isPlainlyNamed: true,
  },
  // Vector's source `syslog`: https://vector.dev/docs/reference/configuration/sources/syslog/
  { message: 'message', program: 'appname', pid: 'procid', host: 'hostname', times: ['timestamp'], isPlainlyNamed: true },
  // Fluentd and Fluent Bit, which call the program as RFC 3164 does not: https://docs.fluentd.org/parser/syslog
  {
    message: 'message',
    program: 'ident',
    pid: 'pid',
    host: 'host',
    times: ['time', 'timestamp', '@timestamp', 'date'],
    isPlainlyNamed: true,
  },
  // Tables that people make for lines of syslog, php-syslog-ng's among them.
  ...['message', 'msg'].map((message) => ({
    message,
    program: 'program',
    pid: 'pid',
    host: 'host',
    times: ['timestamp', 'datetime', 'logged_at', 'time', 'received_at', 'created_at'],
    isPlainlyNamed: true as const,
  })),
]

/** What else such collectors say about a line. */
const BESIDE =
  'facility facility_num severity severity_label level priority pri pri-text msgid version tag tags syslogtag syslogfacility syslogfacility-text ' +
  'syslogseverity syslogseverity-text app-name fromhost fromhost-ip inputname rawmsg structured-data protocol-version source_ip source_type full_message _id streams id seq'

const ABOUT_THE_LINE: ReadonlySet<string> = new Set([
  ...COLLECTORS.flatMap(({ message, program, pid, host, times }) => [message, program, pid, host, ...times]),
  ...BESIDE.split(' '),
])

const isAboutTheLine = (name: string): boolean => ABOUT_THE_LINE.has(name) || name.startsWith('gl2_')

/** May rows of a table with these columns be lines of syslog? */
export const mayBeSyslog = (columns: readonly string[]): boolean =>
  COLLECTORS.some(
    ({ message, program, isPlainlyNamed }) =>
      columns.includes(message.toLowerCase()) &&
      columns.includes(program.toLowerCase()) &&
      (isPlainlyNamed !== true || columns.every(isAboutTheLine)),
  )

/** One of these stands in every record that a collector has taken apart. */
export const SYSLOG_MARKS: readonly string[] = COLLECTORS.map(({ mark, program }) => mark ?? program)

/** A line that says itself when it was written, or is an object: its program's name would only hide that. */
const STANDS_ALONE = /^(?:[\d<[{]|\w+=)/

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/
const BSD = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d$/
const CONSOLE = /^\d{1,2}\/\d{1,2}\/\d{4}, /

/** As a line of syslog would begin. Azure's portal shows UTC, and says so in the column's name. */
const timeOf = (text: string): string | undefined => {
  if (BSD.test(text)) return text
  if (ISO.test(text)) return text.replace(' ', 'T')
  const micros = parseTime(text, CONSOLE.test(text) ? 'us' : 'epoch', { zone: 'UTC', year: () => 1970 })
  return Number.isNaN(micros) ? undefined : toIso(micros)
}

/** A time as Azure's portal shows it, in ISO form; any other as it is. */
export const consoleTime = (text: string): string => (CONSOLE.test(text) ? (timeOf(text) ?? text) : text)

type Read = (name: string) => string | undefined

const hostOf = (host: string | undefined): string => (host !== undefined && /^[\w.:%-]{1,255}$/.test(host) ? host : '-')

const firstTime = (names: readonly string[], read: Read): string | undefined => {
  const text = names.map(read).find((value) => value !== undefined)
  return text === undefined ? undefined : timeOf(text)
}

/** `<time> <host> <program>[pid]: message`, as it was before the collector took it apart; undefined where the fields say too little. */
export const syslogLine = (names: readonly string[], read: Read): string | undefined => {
  for (const { message, program, pid, host, times, isPlainlyNamed } of COLLECTORS) {
    if (isPlainlyNamed === true && !names.every(isAboutTheLine)) continue
    const [text, name] = [read(message)?.trimEnd(), read(program)]
    if (text === undefined || text === '' || name === undefined || !/^[\w./-]{1,64}$/.test(name)) continue
    if (STANDS_ALONE.test(text)) return text
    const time = firstTime(times, read)
    if (time === undefined) continue
    const process = read(pid)
    return `${time} ${hostOf(read(host))} ${name}${process === undefined || !/^\d+$/.test(process) ? '' : `[${process}]`}: ${text}`
  }
  return undefined
}

/** `[host ]program[pid]: …`: what is left of a line where the console shows its time and host beside it. */
const HEADLESS = /^(?:(?<host>[\w.-]{1,255}) )?[\w./-]{1,64}\[\d+\]: /

/** A line with the time and host that a console shows beside it, where it has none of its own. */
export const withHead = (line: string, time: string | undefined, host: string | undefined): string => {
  const found = HEADLESS.exec(line)
  const head = found === null || time === undefined ? undefined : timeOf(time)
  if (found === null || head === undefined) return line
  return found.groups?.['host'] === undefined ? `${head} ${hostOf(host)} ${line}` : `${head} ${line}`
}
