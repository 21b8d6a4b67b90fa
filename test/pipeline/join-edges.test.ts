import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadMapFile } from '../../src/formats/generic/load-mapping.ts'
import type { WebPaths } from '../../src/formats/web-paths.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import type { AnalyzeOptions } from '../../src/pipeline/options.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A shop with a login log of its own and a web server in front of it; a list is tried from one address, one member is hit. */

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const SCRIPT = 'python-requests/2.32.3'
const ATTACKER = '198.51.100.9'
const DAY = 86_400
const START = Date.UTC(2026, 10, 1) / 1000
const ATTACK = START + 20 * DAY + 3 * 3600
const HIT = ATTACK + 190

const iso = (second: number): string => new Date(second * 1000).toISOString().replace('.000', '')
const clf = (second: number): string => {
  const [, day = '', month = '', year = '', clock = ''] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(second * 1000).toUTCString()) ?? []
  return `${day}/${month}/${year}:${clock} +0000`
}

interface Shop {
  readonly app: string[]
  readonly web: string[]
}

const HEADER = 'timestamp,user,ip,result,user_agent,session'
const appLine = (at: number, user: string, ip: string, result: string, agent: string, session: string): string =>
  [iso(at), user, ip, result, agent, session].map((cell) => `"${cell}"`).join(',')
const webLine = (at: number, ip: string, agent: string, request: string, status: number): string =>
  `${ip} - - [${clf(at)}] "${request} HTTP/1.1" ${status} 512 "-" "${agent}"`

const ACTS: readonly (readonly [string, number])[] = [
  ['GET /mypage', 200],
  ['POST /mypage/delivery/new', 302],
  ['POST /point/use', 200],
]

const buildShop = (): Shop => {
  const shop: Shop = { app: [], web: [] }
  for (let day = 0; day < 20; day += 1)
    for (let member = 0; member < 30; member += 1) {
      const at = START + day * DAY + (member % 20) * 3600 + member * 60
      const ip = `203.0.113.${member + 1}`
      shop.app.push(appLine(at, `member${member}`, ip, 'success', PHONE, `session-${day}-${member}`))
      shop.web.push(webLine(at + 1, ip, PHONE, 'POST /mypage/login', 302), webLine(at + 5, ip, PHONE, 'GET /mypage', 200))
    }
  for (let guess = 0; guess < 60; guess += 1) {
    const at = ATTACK + guess * 3
    shop.app.push(appLine(at, `stranger${guess}`, ATTACKER, 'failure', SCRIPT, ''))
    shop.web.push(webLine(at, ATTACKER, SCRIPT, 'POST /mypage/login', 302))
  }
  shop.app.push(appLine(HIT, 'member5', ATTACKER, 'success', SCRIPT, 'stolen-session'))
  shop.web.push(webLine(HIT, ATTACKER, SCRIPT, 'POST /mypage/login', 302))
  ACTS.forEach(([request, status], index) => shop.web.push(webLine(HIT + 30 * (index + 1), ATTACKER, SCRIPT, request, status)))
  return shop
}

const PATHS = `ashiato: paths/1
logins:
  /mypage/login/: form
acts:
  POST /Point/Use: points-use
`

const paths = (): WebPaths => {
  const loaded = loadMapFile(PATHS, 'paths.yaml')
  if (!('paths' in loaded)) throw new Error(JSON.stringify(loaded))
  return loaded.paths
}

const folder = tempFolder()

/** The files of both logs, the application's first. */
const written = (name: string, { app, web }: Shop, webName = 'access.log'): readonly string[] => {
  const [appFile, webFile] = [join(folder, `${name}-app.csv`), join(folder, `${name}-${webName}`)]
  writeFileSync(appFile, `${[HEADER, ...app].join('\n')}\n`)
  writeFileSync(webFile, `${web.join('\n')}\n`)
  return [appFile, webFile]
}

const read = async (files: readonly string[], own: Partial<AnalyzeOptions> = {}): Promise<CaseDocument> =>
  (await analyze(runOptions(files, { webPaths: paths(), ...own }))).document
const run = (name: string, shop: Shop, webName?: string, own?: Partial<AnalyzeOptions>): Promise<CaseDocument> =>
  read(written(name, shop, webName), own)

const invariant = ({ findings, sessions, campaigns, accounts, summary }: CaseDocument): unknown =>
  JSON.parse(
    JSON.stringify({ findings, sessions, campaigns, accounts, summary }, (key, value: unknown) => (key === 'where' ? undefined : value)),
  )

const actionsOf = ({ sessions }: CaseDocument): readonly string[] => sessions.flatMap(({ actions }) => actions.map(({ action }) => action))
const caveatOf = ({ summary }: CaseDocument, wanted: string) => summary.caveats.find(({ id }) => id === wanted)?.data

describe('logs of the edge beside an application’s own', () => {
  test('what was done after the login counts for the account’s session, and a login seen twice counts once', async () => {
    const document = await run('plain', buildShop())
    expect(document.accounts.find(({ account }) => account === 'member5')?.verdict).toBe('compromised')
    expect(actionsOf(document)).toEqual(['login', 'profile-view', 'address-change', 'points-use'])
    expect(document.sessions.map(({ id }) => id)).toEqual(['stolen-session'])
    expect(document.summary.afterLogin).toEqual({ recorded: true, viewed: 1, changed: 1, pointsUsed: 1, purchased: 0, unknown: 0 })
    expect(document.accounts.find(({ account }) => account === 'member5')?.class).toBe('C')
    // Sixty that failed, and the one that got in.
    expect(document.summary.attempts).toBe(61)
    expect(caveatOf(document, 'edges-joined')).toEqual({ count: 603, session: 0, name: 0, address: 603, echoes: 661 })
  })

  test('the same in any order of the lines', async () => {
    const { app, web } = buildShop()
    const [straight, reversed] = [
      await run('straight', { app, web }),
      await run('reversed', { app: app.toReversed(), web: web.toReversed() }),
    ]
    expect(invariant(reversed)).toEqual(invariant(straight))
  })

  test('the same where a login, its echo and the acts after it lie in different runs on disk', async () => {
    const shop = buildShop()
    expect(await run('spilled', shop, 'access.log', { memoryBytes: 2000 })).toEqual(await run('spilled', shop))
  })

  test('two members at one address: whose act it was is not guessed', async () => {
    const shop = buildShop()
    shop.app.push(appLine(HIT + 10, 'member6', ATTACKER, 'success', SCRIPT, 'other-session'))
    const document = await run('shared', shop)
    expect(actionsOf(document)).not.toContain('points-use')
    expect(document.summary.afterLogin.pointsUsed).toBe(0)
    expect(caveatOf(document, 'edges-open')).toEqual({ count: 3, ambiguous: 3 })
  })

  test('unless both logs carry the session', async () => {
    const shop = buildShop()
    shop.app.push(appLine(HIT + 10, 'member6', ATTACKER, 'success', SCRIPT, 'other-session'))
    const json = (at: number, [request, status]: readonly [string, number]): string =>
      JSON.stringify({
        time_iso8601: iso(at),
        remote_addr: ATTACKER,
        request: `${request} HTTP/1.1`,
        status,
        http_user_agent: SCRIPT,
        http_cookie: 'lang=ja; PHPSESSID=stolen-session',
      })
    const web = ACTS.map((act, index) => json(HIT + 30 * (index + 1), act))
    const files = written('session', { app: shop.app, web }, 'access.ndjson')
    const document = await read(files)
    expect(document.sessions.find(({ id }) => id === 'stolen-session')?.actions.map(({ action }) => action)).toEqual([
      'login',
      'profile-view',
      'address-change',
      'points-use',
    ])
    expect(caveatOf(document, 'edges-joined')).toMatchObject({ count: 3, session: 3 })
    // Whichever log is named first: sessions are numbered as they are met.
    expect(invariant(await read(files.toReversed()))).toEqual(invariant(document))
  })

  test('an act half an hour after the last sign of the member is nobody’s', async () => {
    const shop = buildShop()
    const document = await run('late', { app: shop.app, web: [webLine(HIT + 1801, ATTACKER, SCRIPT, 'POST /point/use', 200)] })
    expect(document.summary.afterLogin.pointsUsed).toBe(0)
    expect(caveatOf(document, 'edges-open')).toEqual({ count: 1, ambiguous: 0 })
  })

  test('a file of paths answers a wrong word with the list', () => {
    const loaded = loadMapFile('ashiato: paths/1\nacts:\n  POST point: points-use\n  POST /x: steal\nlogin: {}\n', 'p.yaml')
    expect('errors' in loaded && loaded.errors.map(({ line, message }) => `${line}: ${message.slice(0, 40)}`)).toEqual([
      '5: there is no "login" in a file of paths; ',
      '3: "POST point": write method and path (POS',
      '4: "steal" is not known here; use one of: l',
    ])
  })
})

test('a refused password that a server tells of in both of its logs is one', async () => {
  const seconds = Array.from({ length: 20 }, (_, second) => String(second).padStart(2, '0'))
  const at = (second: string): string => `02:11:${second}`
  const request = 'GET /admin/ HTTP/1.1'
  writeFileSync(
    join(folder, 'both.access.log'),
    seconds.map((second) => `${ATTACKER} - sato [21/Nov/2026:${at(second)} +0000] "${request}" 401 188 "-" "${SCRIPT}"\n`).join(''),
  )
  const errorLine = (second: string, name: string): string =>
    `2026/11/21 ${at(second)} [error] 3#3: *1 user "${name}": password mismatch, client: ${ATTACKER}, server: s, request: "${request}", host: "s"\n`
  writeFileSync(join(folder, 'both.error.log'), seconds.map((second) => errorLine(second, 'sato')).join('') + errorLine('30', 'suzuki'))
  const { table } = await analyze(runOptions(['both.access.log', 'both.error.log'], { cwd: folder, nowMs: 0 }))
  expect(table.size).toBe(21)
})
