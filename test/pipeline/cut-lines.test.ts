import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/registry.ts'
import { linePlans } from '../../src/formats/line-plans.ts'
import { announceLines } from '../../src/input/line-plan.ts'
import { segmentAt } from '../../src/input/scan-memory.ts'
import { openScanMemory, openScanModule, type ScanModule } from '../../src/input/scan-module.ts'
import { firstSigned } from '../../src/input/line-scanner.ts'
import { allCases } from '../support/format-fixtures.ts'
import { readBothWays } from '../support/read-both-ways.ts'

const { agree } = readBothWays()

const word = fc.constantFrom(
  'root',
  'invalid',
  'user',
  'a from 192.0.2.9 port 22',
  'from',
  'x y',
  '',
  'José',
  'name(uid=0)',
  '[preauth]',
  '-',
  'unknown',
  'ssh2',
  'authenticating user root',
)
const address = fc.constantFrom('192.0.2.1', '2001:db8::1', '::ffff:192.0.2.7', 'host.example.com', 'UNKNOWN', '1.2.3')
const port = fc.constantFrom('22', '65535', '123456', '0', 'x')
const method = fc.constantFrom('password', 'publickey', 'none', 'keyboard-interactive/pam', 'hostbased')
const tail = fc.constantFrom(
  '',
  ' ssh2',
  ' ssh2: RSA SHA256:abc',
  ' ssh2: RSA-CERT ID x from 192.0.2.66 port 22 ssh2',
  ' [preauth]',
  ' ssh2 [preauth]',
  ' ',
  ': y',
)
const message = fc
  .tuple(
    fc.constantFrom(
      (user: string, from: string, by: string, end: string) => `Failed ${by} for ${user} ${from}${end}`,
      (user: string, from: string, by: string, end: string) => `Failed ${by} for invalid user ${user} ${from}${end}`,
      (user: string, from: string, by: string, end: string) => `Accepted ${by} for ${user} ${from}${end}`,
      (user: string, from: string, _by: string, end: string) => `Invalid user ${user} ${from}${end}`,
      (user: string, from: string, _by: string, end: string) => `Connection closed by authenticating user ${user} ${from.slice(5)}${end}`,
      (user: string, from: string, _by: string, end: string) => `Connection reset by invalid user ${user} ${from.slice(5)}${end}`,
      (user: string, from: string, _by: string, end: string) => `Connection closed by ${from.slice(5)}${end}`,
      (user: string, from: string, _by: string, end: string) => `Disconnected from user ${user} ${from.slice(5)}${end}`,
      (_user: string, from: string, _by: string, end: string) => `Received disconnect ${from}:11: Bye${end}`,
      (user: string) => `pam_unix(sshd:session): session opened for user ${user} by (uid=0)`,
      (user: string) => `pam_unix(sshd:session): session opened for user ${user}(uid=0) by (uid=0)`,
      (user: string) => `pam_unix(sshd:session): session closed for user ${user}`,
      (user: string, from: string) =>
        `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${from.slice(5).split(' ')[0]}  user=${user}`,
      () => 'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1 ',
      () => 'pam_unix(sshd:auth): check pass; user unknown',
      (user: string, from: string, by: string, end: string, times: number) =>
        `message repeated ${times} times: [ Failed ${by} for ${user} ${from}${end}]`,
      (user: string, from: string, by: string, _end: string, times: number) =>
        `message repeated ${times} times: [ Failed ${by} for invalid user ${user} ${from} ssh2]`,
      (user: string, from: string, _by: string, _end: string, times: number) =>
        `PAM ${times} more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=${from.slice(5).split(' ')[0]}  user=${user}`,
      (_user: string, _from: string, _by: string, _end: string, times: number) =>
        `PAM ${times} more authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1 `,
      (user: string) => `pam_faillock(sshd:auth): Consecutive login failures for user ${user} account temporarily locked`,
      (user: string, from: string) => `error: PAM: Authentication failure for ${user} from ${from.slice(5).split(' ')[0]}`,
      (user: string, from: string) => `error: PAM: Authentication failure for illegal user ${user} from ${from.slice(5)}`,
    ),
    word,
    address,
    port,
    method,
    tail,
    fc.constantFrom(1, 2, 10, 37, 999, 1234, 0),
  )
  .map(([write, user, from, at, by, end, times]) => write(user, `from ${from} port ${at}`, by, end, times))
const head = fc
  .tuple(
    fc.constantFrom(
      'Dec 10 06:55:46',
      'Dec  1 06:55:46',
      'Dec 1 06:55:46',
      'Feb 30 00:00:00',
      '2026-10-01T00:00:04.123456+00:00',
      '2026-10-01T00:00:04+09:00',
      '2026-10-01T00:00:04Z',
      '2026-10-01T00:00:04',
      '2026-13-01T00:00:04Z',
      '<38>Dec 10 06:55:46',
    ),
    fc.constantFrom('web-1', 'db.example.com', 'INFO', 'Host', '192.0.2.200', 'h%1'),
    fc.constantFrom('sshd[1000]:', 'sshd-session[7]:', 'sshd:', 'CRON[7]:', 'sshd[x]:', 'sshd(pam_unix)[7]:'),
  )
  .map((parts) => parts.join(' '))
const line = fc.tuple(head, message).map((parts) => parts.join(' '))
/** Most of a run's time is its beginning: few runs over many lines look at as many lines as the other way round. */
const log = fc
  .tuple(fc.array(line, { minLength: 80, maxLength: 160 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([lines, end]) => `${lines.join(end)}${end}`)

const quoted = fc.constantFrom(
  '-',
  '',
  'GET / HTTP/1.1',
  'POST /login HTTP/1.1',
  'POST /wp-login.php?a=1 HTTP/2',
  'say \\"hi\\"',
  'a] "b',
  '日本',
  'curl/8.0 (x; y)',
  '192.0.2.5, 192.0.2.6',
)
const visit = fc
  .tuple(
    fc.constantFrom(
      '192.0.2.1',
      '2001:db8::1',
      'shop.example.com:443 192.0.2.1',
      '192.0.2.1, 192.0.2.2',
      'Dec 10 06:55:46 web nginx: 192.0.2.1',
      '-',
    ),
    fc.constantFrom('-', 'sato', 'a b', 'x [y]', '', 'José'),
    fc.constantFrom(
      '21/Nov/2026:02:14:05 +0900',
      '1/Nov/2026:02:14:05 +0000',
      '31/Feb/2026:02:14:05 +0000',
      '21/Nov/2026:02:14:05',
      '21/Nov/2026:02:14:05 +0900',
    ),
    quoted,
    fc.constantFrom('200', '302', '401', '403', '20', '2000', '-'),
    fc.constantFrom('123', '-', '', '1 2'),
    fc.array(quoted, { maxLength: 4 }),
    fc.constantFrom('', ' ', ' 0.003', ' | '),
  )
  .map(
    ([who, user, time, request, status, bytes, more, end]) =>
      `${who} - ${user} [${time}] "${request}" ${status} ${bytes}${more.map((text) => ` "${text}"`).join('')}${end}`,
  )
const visits = fc
  .tuple(fc.array(visit, { minLength: 80, maxLength: 160 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => `192.0.2.3 - - [21/Nov/2026:02:14:05 +0900] "GET / HTTP/1.1" 200 5${end}${lines.join(end)}${end}`)

const isText = (inputName: string): boolean => !/\.(?:[ct]sv|json|ndjson|xml)$/.test(inputName)

/** Of other versions or programs, whose lines nobody cuts. */
const NOT_CUT: readonly string[] = [
  // What a site adds stands under names of its own, which no template has.
  'access-log/pages-by-words',
  'access-log/site-fields',
  'cas/nobody',
  'grafana/old-text',
  'last/utmpdump',
  'sshd/journal-short-full',
  'sshd/macos-log-show',
  'sshd/syslog-account-tools',
  'sshd/syslog-root-tools',
]

/** What may stand in a name, an agent or a message, and looks like a part of some line. */
const INTRUDERS = `
-|x y|"|\\|'|日本|=|a=b| event="SSO"| (192.0.2.9)| from 192.0.2.9|.|Sat|null|unknown|] |[|{|\t|\r| t=2026-01-01T00:00:00Z| msg="x"|0| IP: 192.0.2.7
user 'x'| connected|>|<|:|, `.split(/[|\n]/)
const intruder = fc.constantFrom(...INTRUDERS, '|')

type Change = (parts: string[], at: number) => void
const change = fc.tuple(
  fc.oneof(
    intruder.map(
      (text): Change =>
        (parts, at) =>
          parts.splice(at, 1, text),
    ),
    intruder.map(
      (text): Change =>
        (parts, at) =>
          parts.splice(at, 0, text),
    ),
    fc.constant<Change>((parts, at) => parts.splice(at, 1)),
    fc.constant<Change>((parts, at) => parts.splice(at, 0, parts[at] ?? '')),
    fc.constant<Change>((parts, at) => parts.splice(at, 1, (parts[at] ?? '').toUpperCase())),
  ),
  fc.nat(1000),
)

/** Changes one part of a line, as its signs part it. */
const apply = (text: string, [make, place]: readonly [Change, number]): string => {
  const parts = text.split(/(?<=[ |"=[\]'])|(?=[ |"=[\]'])/)
  make(parts, place % parts.length)
  return parts.join('')
}

describe('cutting lines of text by templates', () => {
  it('comes to what the patterns come to, or leaves the line to them', async () => {
    let events = 0
    await fc.assert(
      fc.asyncProperty(log, async (content) => {
        events += await agree(content)
      }),
      { numRuns: 40 },
    )
    expect(events).toBeGreaterThan(500)
  })

  it('does so for the lines of web servers', async () => {
    await fc.assert(
      fc.asyncProperty(visits, async (content) => {
        await agree(content)
      }),
      { numRuns: 25 },
    )
  })

  it.each(formats.filter(({ shapes }) => shapes.some((shape) => shape.kind === 'text' && shape.cut !== undefined)).map(({ id }) => id))(
    'does so for lines of fixtures into which something was put: %s',
    async (id) => {
      const lines = allCases()
        .filter(({ format, inputName }) => format === id && isText(inputName))
        .flatMap(({ input }) => input.split('\n').filter((text) => text !== ''))
      const mangled = fc
        .tuple(fc.constantFrom(...lines), fc.array(change, { maxLength: 3 }))
        .map(([text, changes]) => changes.reduce(apply, text))
      await fc.assert(
        fc.asyncProperty(fc.array(mangled, { minLength: 150, maxLength: 200 }), async (made) => {
          await agree([...lines, ...made, ''].join('\n'))
        }),
        { numRuns: 8 },
      )
    },
  )

  // Templates that do not fit are left out, and nothing but the speed tells.
  it('has room for the templates of each format', () => {
    const room = { exports: { setMode: () => undefined, setTemplates: () => undefined }, bytes: Buffer.alloc(segmentAt(1)) }
    const plans = formats.flatMap((format) => linePlans([format]).map((plan) => [format.id, plan] as const))
    expect(plans.length).toBeGreaterThan(10)
    expect(plans.filter(([, plan]) => announceLines(room as unknown as ScanModule, plan) === undefined).map(([id]) => id)).toEqual([])
  })

  // Nor does anything else tell of lines that a plan is for and does not cut.
  it('cuts at least half of the lines of each fixture that has a plan', () => {
    const scanModule = openScanModule(openScanMemory())
    const at = segmentAt(0)
    const cuts = (slots: number, text: string): boolean => {
      const end = at + scanModule.bytes.write(`${text}\n`, at)
      scanModule.exports.openSegment(at)
      return scanModule.exports.cutLines(slots, at, end, 1, end) === end
    }
    const left = allCases()
      .filter(({ inputName, name }) => isText(inputName) && !/awkward|injection/.test(name))
      .filter(({ format, input }) => {
        const plans = linePlans(formats.filter(({ id }) => id === format))
        const plan = plans[firstSigned(plans, Buffer.from(input))]
        if (plan === undefined) return false
        const slots = announceLines(scanModule, plan) ?? 0
        const lines = input.split(/\r?\n/).filter((text) => text !== '')
        return lines.filter((text) => cuts(slots, text)).length < lines.length / 2
      })
    expect(left.map(({ format, name }) => `${format}/${name}`)).toEqual(NOT_CUT)
  })

  // A quote that opens and never closes takes the rest of the line for its value: the address behind it is none.
  it('leaves a quote where a bare value should be to the pattern', async () => {
    const attempt = (path: string): string =>
      `time="2026-11-21T02:11:02+09:00" level=error msg="Unsuccessful 1FA authentication attempt by user 'sato'" method=POST path=${path} remote_ip=203.0.113.77 stack="response.go:206"`
    expect(await agree(['/api/firstfactor', '"/api', '"', '"/api"', '/api'].map((path) => `${attempt(path)}\n`).join(''))).toBe(5)
  })

  it.each(
    allCases()
      .filter(({ inputName }) => isText(inputName))
      .map((one) => [`${one.format}/${one.name}`, one.input] as const),
  )('reads every fixture of text as before: %s', async (_name, input) => {
    await agree(input)
  })
})
