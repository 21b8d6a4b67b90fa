const TAB = 9
const DOT = 46
const SLASH = 47
const DASH = 45
const CLOSE_BRACE = 125
const hasIsoStart = (line: string): boolean => line.charCodeAt(4) === DASH && line.charAt(10) === 'T'

const SPACE = 32
const NINE = 57

/** A path of a log up to the first colon. Most lines begin with a digit or a month, and are spared the search. */
const isNamed = (line: string): boolean => {
  if (line.charCodeAt(3) === SPACE || (line.charCodeAt(0) <= NINE && line.charCodeAt(0) !== SLASH && line.charCodeAt(0) !== DOT))
    return false
  const colon = line.indexOf(':')
  return colon > 3 && colon < 255 && line.lastIndexOf('log', colon) >= 0
}

const FOUR_DIGITS = /^\d{4}-\d\d-\d\d[T ]\d\d:/
/** An object, or a line that says itself when it was written: whoever carried it only repeats its time. */
const SELF_DATED = '\\{.*\\}|\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:.*|time=.*'
const ISO = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?'
const BSD = '[A-Z][a-z]{2} [ \\d]\\d (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?'

/** Behind most of these heads stands an object, which ends the line, or a date of this century. */
const mayHold = (line: string): boolean =>
  line.charCodeAt(line.length - 1) === CLOSE_BRACE || line.includes(' 20', 16) || line.includes(' [20', 16) || line.includes(' time=', 16)

/**
 * What runtimes and exports write before a line: CRI (`<time> stdout F …`), docker compose (`service-1  | …`), `kubectl logs` with
 * `--prefix` and `--timestamps`, `aws logs tail` (time and stream), Fluentd's files (time, tag), pm2 (`0|app | …`), stern (pod, container); syslog in any of its forms,
 * BusyBox's (`user.info app: `) and Heroku's included, and the time of CloudWatch's export to S3, which only go where an object or a time of
 * the line's own follows; `grep`'s name of the file, Grafana's two times.
 * `may` is cheaper than the head, and true of every line that begins with it.
 */
const LINE_HEADS: readonly { readonly may: (line: string) => boolean; readonly head: RegExp }[] = [
  {
    may: hasIsoStart,
    head: /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP] (.+)$/s,
  },
  {
    may: (line) => line.includes(' | '),
    head: /^[\w.-]{1,80}[-_]\d{1,4} +\| (.+)$/s,
  },
  {
    may: (line) => line.charCodeAt(line.length - 1) === CLOSE_BRACE,
    head: /^(?:\d{1,4}\|[^|\s]{1,80} *\| |[\w.-]{1,253} [\w.-]{1,253} )(\{.*\})$/s,
  },
  {
    may: (line) => line.startsWith('[pod/'),
    head: new RegExp(`^\\[pod/[^\\]\\s]{1,512}\\] (?:${ISO} (?=${SELF_DATED}))?(.+)$`, 's'),
  },
  {
    may: hasIsoStart,
    head: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ((?:\{|time=|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ]\d\d:|\S{2,45} \S{1,80} \S{1,80} \[\d\d\/).*)$/s,
  },
  {
    may: (line) => FOUR_DIGITS.test(line) && mayHold(line),
    head: new RegExp(`^${ISO}(?:\\t\\S{1,255}\\t| (?:\\S{1,512} )?)(${SELF_DATED})$`, 's'),
  },
  {
    may: isNamed,
    head: /^[^\s:]{0,200}(?:\.log|\/log\/|syslog)(?![a-z])[^\s:]{0,200}:(?:\d{1,9}:)?((?:\{|time=|<\d|\[?\d|[A-Z][a-z]{2} [ \d]\d \d\d:).*)$/s,
  },
  {
    may: (line) => line.charCodeAt(13) === TAB,
    head: /^\d{13}\t\d{4}-\d\d-\d\dT[\d:.]{8,18}Z\t(.+)$/s,
  },
  {
    may: mayHold,
    head: new RegExp(
      `^(?:<\\d{1,3}>)?(?:1 \\S{1,40}(?: \\S{1,255}){4} (?:(?:-|\\[[^\\]]{0,1000}\\]) )?|(?:${BSD}|${ISO}) (?:\\S{1,255} )?(?:[a-z\\d]{1,16}\\.[a-z]{3,7} )?[^\\s:]{1,80}: )(?:\\ufeff)?(${SELF_DATED})$`,
      's',
    ),
  },
]

/** What stands behind the head of a line; undefined where it has none. */
export const behindHead = (line: string): string | undefined => {
  for (const { may, head } of LINE_HEADS) {
    const rest = may(line) ? head.exec(line)?.[1] : undefined
    if (rest !== undefined) return rest
  }
  return undefined
}
