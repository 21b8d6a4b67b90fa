import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadMapFile } from '../../../src/formats/generic/load-mapping.ts'
import type { WebPaths } from '../../../src/formats/web-paths.ts'
import type { CaseDocument } from '../../../src/model/case.ts'
import { analyze, prepare } from '../../../src/pipeline/analyze.ts'
import type { AnalyzeOptions } from '../../../src/pipeline/options.ts'
import { createRowReader } from '../../../src/cases/rows/row-reader.ts'
import { runCli } from '../../cli/support/run-cli.ts'
import { runOptions } from '../../support/run-options.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Shops that have nothing but the log of their web server, each in a form of its own. */

const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36'
const START = Date.UTC(2026, 2, 2)

interface Request {
  readonly atMs: number
  readonly ip: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly member?: string
  readonly session?: string
}

const clf = (ms: number): string => {
  const [, day = '', month = '', year = '', clock = ''] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(ms).toUTCString()) ?? []
  return `${day}/${month}/${year}:${clock} +0000`
}

const combined = ({ atMs, ip, method, path, status, member = '-', session = '-' }: Request): string =>
  `${ip} - - [${clf(atMs)}] "${method} ${path} HTTP/1.1" ${status} 512 "-" "${AGENT}" rt=0.020 member=${member} sid=${session}`

const json = ({ atMs, ip, method, path, status, member = '-', session = '-' }: Request): string =>
  JSON.stringify({
    time_iso8601: new Date(atMs).toISOString(),
    remote_addr: ip,
    request_method: method,
    request_uri: path,
    status,
    http_user_agent: AGENT,
    member_id: member,
    session_id: session,
  })

const alb = ({ atMs, ip, method, path, status }: Request): string =>
  `h2 ${new Date(atMs).toISOString().replace('Z', '000Z')} app/shop/50dc6c495c0c9188 ${ip}:40001 10.0.0.66:9000 0.001 0.020 0.001 ${status} ${status} 34 366 "${method} https://shop.example.com:443${path} HTTP/2.0" "${AGENT}" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/shop/73e2d6bc24d8a067 "Root=1-58337281-1d84f3d73c47ec4e58577259" "shop.example.com" "-" 1 ${new Date(atMs).toISOString().replace('Z', '000Z')} "forward" "-" "-" "10.0.0.66:9000" "${status}" "-" "-" TID_1`

/** Ninety members who get in, every third of them at the second try; `answers` are those of the site. */
const shop = (answers: { readonly won: number; readonly lost: number }): readonly Request[] =>
  Array.from({ length: 90 }, (_, at): readonly Request[] => {
    const one = { ip: `203.0.113.${at + 1}`, member: `${4000 + at}` }
    const atMs = START + at * 600_000
    const miss = { ...one, atMs, method: 'POST', path: '/login', status: answers.lost, session: `before${at}x` }
    const inside = { ...one, method: 'GET', status: 200, session: `inside${at}x` }
    return [
      ...(at % 3 === 0 ? [miss] : []),
      { ...miss, atMs: atMs + 9000, status: answers.won },
      { ...inside, atMs: atMs + 9000, path: '/mypage' },
      { ...inside, atMs: atMs + 30_000, path: '/mypage/coupons' },
      { ...inside, atMs: atMs + 31_000, path: '/img/coupon.png' },
      ...(at % 10 === 0 ? [{ ...inside, atMs: atMs + 60_000, method: 'POST', path: '/mypage/email', status: 302 }] : []),
    ]
  }).flat()

const folder = tempFolder()
const write = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name)
  const text = `${lines.join('\n')}\n`
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return file
}

const outcomes = async (files: readonly string[], own: Partial<AnalyzeOptions> = {}) => {
  const { table, inputs } = await prepare(runOptions(files, own), () => undefined)
  const read = createRowReader(table)
  const rows = Array.from({ length: table.size }, (_, row) => row)
  const count = (test: (row: number) => boolean): number => rows.filter(test).length
  return {
    successes: count((row) => read.isLogin(row) && read.isSuccess(row)),
    failures: count((row) => read.isLogin(row) && read.isAttempt(row)),
    open: count((row) => read.isLogin(row) && read.cls(row).outcome === 'info'),
    actions: Object.fromEntries([...Map.groupBy(rows, (row) => read.cls(row).action)].map(([action, all]) => [action, all.length])),
    accounts: new Set(rows.map((row) => table.account.get(row))).size,
    answers: inputs.lessons.answers.map(({ status, outcome }) => `${status} ${outcome}`),
  }
}

const LEARNT = { successes: 90, failures: 30, open: 0, answers: ['302 success', '200 failure'] }
const won = { won: 302, lost: 200 }

test('combined lines with fields of the site’s own: outcome, account, session, and what was done', async () => {
  const found = await outcomes([write('plain.log', shop(won).map(combined))])
  expect(found).toMatchObject({ ...LEARNT, accounts: 90 })
  expect(found.actions).toEqual({ login: 120, 'profile-view': 90, 'session-use': 90, 'email-change': 9 })
})

test('objects of nginx with the same', async () => {
  const found = await outcomes([write('nginx.ndjson', shop(won).map(json))])
  expect(found).toMatchObject({ ...LEARNT, accounts: 90 })
  expect(found.actions).toEqual({ login: 120, 'profile-view': 90, 'session-use': 90, 'email-change': 9 })
})

test('a load balancer’s log, which names nobody', async () => {
  expect(await outcomes([write('alb.log', shop(won).map(alb))])).toMatchObject(LEARNT)
})

test('the same from a file, a packed one, parts of it in any order, standard input in pieces, and read in full', async () => {
  const lines = shop(won).map(combined)
  const expected = await outcomes([write('whole.log', lines)])
  const [first, second] = [write('part-1.log', lines.slice(0, 250)), write('part-2.log', lines.slice(250))]
  expect(await outcomes([write('whole.log.gz', lines)])).toEqual(expected)
  expect(await outcomes([first, second])).toEqual(expected)
  expect(await outcomes([second, first])).toEqual(expected)
  expect(await outcomes([first, second], { readWhole: true })).toEqual(expected)
  async function* pieces(): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997)
  }
  expect(await outcomes(['-'], { stdin: pieces() })).toEqual(expected)
})

const paths = (text: string): WebPaths => {
  const loaded = loadMapFile(text, 'paths.yaml')
  if (!('paths' in loaded)) throw new Error(JSON.stringify(loaded))
  return loaded.paths
}

test('what the user says about a login wins over what the log shows', async () => {
  const file = write('mapped.log', shop(won).map(combined))
  const own = paths('ashiato: paths/1\nlogins:\n  /login: { success: [200], unknown: [302] }\n')
  expect(await outcomes([file], { webPaths: own })).toMatchObject({ successes: 30, failures: 0, open: 90, answers: [] })
})

test('one answer for both stays unknown', async () => {
  const file = write('alike.log', shop({ won: 302, lost: 302 }).map(combined))
  expect(await outcomes([file])).toMatchObject({ successes: 0, failures: 0, open: 120, answers: [] })
})

const caveats = ({ summary }: CaseDocument): readonly string[] => summary.caveats.map(({ id }) => id)

test('the document says how the answers were read, or that they were not', async () => {
  const { document } = await analyze(runOptions([write('said.log', shop(won).map(combined))]))
  expect(document.summary.caveats.find(({ id }) => id === 'login-read-success')?.data).toEqual({
    path: '/login',
    status: '302',
    followed: 90,
    wentIn: 90,
    triedAgain: 0,
  })
  expect(caveats(document)).toContain('login-read-failure')
  const { document: open } = await analyze(runOptions([write('unsaid.log', shop({ won: 302, lost: 302 }).map(combined))]))
  expect(caveats(open)).toContain('login-open-alike')
})

test('inspect prints a file of paths that works as it stands', async () => {
  const posts = shop(won).filter(({ path }) => path === '/login')
  write('posts.log', posts.map(combined))
  const { stdout } = await runCli(['inspect', 'posts.log'], { cwd: folder })
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('does not show which of its answers (302, 200) mean')
  const example = /^ {4}ashiato: paths\/1\n(?: {4,}\S.*\n)+/m.exec(stdout)?.[0] ?? ''
  writeFileSync(join(folder, 'pasted.yaml'), example)
  const mapped = await runCli(['inspect', '--map', 'pasted.yaml', 'posts.log'], { cwd: folder })
  expect(mapped.stdout).toContain('90 logins succeeded, 30 failed')
  expect(mapped.stdout).not.toContain('unknown outcome')
})

test('mistakes in what answers mean are told with their place', () => {
  const loaded = loadMapFile(
    'ashiato: paths/1\nlogins:\n  /a: { success: [2xx] }\n  /b: { won: [302] }\n  /c: formular\n  d: form\n',
    'p.yaml',
  )
  expect('errors' in loaded ? loaded.errors.map(({ line, message }) => `${line} ${message}`) : []).toEqual([
    '3 "2xx" is no status of an answer; write numbers such as [200, 302]',
    '4 there is no "won" for a login; known: kind, success, failure, unknown',
    '5 "formular" is not known here; use one of: form, api, xmlrpc',
    '6 "d": write a path (/members/auth)',
  ])
})
