import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A shop with three login systems (Auth0, Okta, its own), whose members' passwords are tried from somebody else's list: 1,000 of each
 * system are entered in two hours from twenty addresses. Of the shop's own, forty had their address changed and ten their points
 * exchanged. Nothing here is random: the same logs each time.
 */
export const PER_SYSTEM = 1000
const START = Date.parse('2026-10-20T00:00:00Z')
const ATTACK = Date.parse('2026-11-20T17:00:00Z')
const DAY_MS = 86_400_000
const HISTORY_DAYS = [0, 6, 13, 21, 28]
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'
const SCRIPT = 'python-requests/2.32.3'

export interface Login {
  readonly time: number
  readonly account: number
  readonly ip: string
  readonly agent: string
  readonly ok: boolean
  readonly session: string
}

const homeOf = (system: number, account: number): string =>
  `10.${system + 1}.${Math.floor(account / 250)}.${(account % 250) + 1}`.replace(/^10\./, '133.')
export const attackerOf = (account: number): string => `203.0.113.${(account % 20) + 1}`

/** Each member's own logins before, then the attack: a wrong guess on somebody unknown and one on a member between the hits. */
export const loginsOf = (system: number): readonly Login[] => {
  const logins: Login[] = []
  for (let account = 0; account < PER_SYSTEM; account += 1) {
    for (const day of HISTORY_DAYS)
      logins.push({
        time: START + day * DAY_MS + (account * 41 + system * 7) * 1000,
        account,
        ip: homeOf(system, account),
        agent: PHONE,
        ok: true,
        session: `h${account}-${day}`,
      })
    const at = ATTACK + account * 7000 + system * 1000
    for (const [offset, id] of [
      [0, 100_000 + account],
      [800, 200_000 + account],
      [1600, (account * 37) % PER_SYSTEM],
    ] as const)
      logins.push({ time: at + offset, account: id, ip: attackerOf(account), agent: SCRIPT, ok: false, session: '' })
    logins.push({ time: at + 3000, account, ip: attackerOf(account), agent: SCRIPT, ok: true, session: `a${account}` })
  }
  return logins.toSorted((left, right) => left.time - right.time)
}

export const auth0Id = (account: number): string => `auth0|66f0a1b2c3d4e5f6${String(account).padStart(8, '0')}`
export const oktaId = (account: number): string => `00uLarge${String(account).padStart(7, '0')}5d7`
export const shopId = (account: number): string => String(account + 1).padStart(8, '0')
const mail = (system: string, account: number): string => `m${account}.${system}@example.jp`

let serial = 0
const nextId = (): string => String((serial += 1)).padStart(12, '0')

export const auth0Event = (time: number, type: string, account: number, rest: object = {}): string => {
  const id = `9002${nextId()}`
  return JSON.stringify({
    date: new Date(time).toISOString(),
    type,
    description: '',
    client_id: 'Xy12ExampleClient0000000000000001',
    client_name: 'Example Shop',
    hostname: 'example-shop.jp.auth0.com',
    ...(account < PER_SYSTEM ? { user_id: auth0Id(account) } : {}),
    user_name: mail('a', account),
    strategy: 'auth0',
    log_id: id,
    _id: id,
    isMobile: false,
    tenant_name: 'example-shop',
    ...rest,
  })
}

/** A call of an administrator through the Management API. */
export const auth0Admin = (time: number, method: string, path: string, body: object = {}): string =>
  auth0Event(time, 'sapi', PER_SYSTEM + 1, {
    description: 'Management API call',
    ip: '192.0.2.10',
    user_agent: PHONE,
    user_id: 'auth0|admin0000000000000000001',
    user_name: '',
    details: {
      request: {
        method,
        path,
        query: {},
        body,
        ip: '192.0.2.10',
        auth: { user: { user_id: 'auth0|admin0000000000000000001' }, strategy: 'jwt' },
      },
      response: { statusCode: 200, body: {} },
    },
  })

export const oktaEvent = (time: number, eventType: string, account: number, rest: object = {}): string => {
  const id = `5f0e0000-0000-0000-0000-${nextId()}`
  return JSON.stringify({
    actor: { id: account < PER_SYSTEM ? oktaId(account) : 'unknown', type: 'User', alternateId: mail('o', account), displayName: 'M' },
    client: { userAgent: { rawUserAgent: PHONE }, zone: 'null', device: 'Mobile', id: null, ipAddress: '192.0.2.10' },
    authenticationContext: { authenticationStep: 0, externalSessionId: id },
    displayMessage: eventType,
    eventType,
    outcome: { result: 'SUCCESS', reason: null },
    published: new Date(time).toISOString(),
    severity: 'INFO',
    debugContext: { debugData: {} },
    transaction: { type: 'WEB', id, detail: {} },
    uuid: id,
    version: '0',
    request: { ipChain: [] },
    target: [],
    ...rest,
  })
}

/** An administrator acts on a member. */
export const oktaAdmin = (time: number, eventType: string, account: number): string =>
  oktaEvent(time, eventType, PER_SYSTEM + 1, {
    actor: { id: '00uAdmin00000001', type: 'User', alternateId: 'admin@example.jp', displayName: 'Admin' },
    target: [{ id: oktaId(account), type: 'User', alternateId: mail('o', account), displayName: 'M' }],
  })

const oktaLogin = ({ time, account, ip, agent, ok, session }: Login): string =>
  oktaEvent(time, 'user.session.start', account, {
    client: { userAgent: { rawUserAgent: agent }, zone: 'null', device: 'Computer', id: null, ipAddress: ip },
    authenticationContext: { authenticationStep: 0, externalSessionId: session === '' ? 'unknown' : session },
    outcome: ok ? { result: 'SUCCESS', reason: null } : { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' },
  })

const auth0Login = ({ time, account, ip, agent, ok, session }: Login): string =>
  auth0Event(time, ok ? 's' : account < PER_SYSTEM ? 'fp' : 'fu', account, {
    ip,
    user_agent: agent,
    connection: 'Username-Password-Authentication',
    details: ok ? { session_id: session } : null,
  })

const SHOP_HEAD = '日時,会員ID,操作,結果,接続元IP,セッションID,ユーザーエージェント'
export const shopLine = (time: number, account: number, act: string, ok: boolean, ip: string, session: string, agent = SCRIPT): string => {
  const local = new Date(time + 9 * 3_600_000).toISOString().replaceAll('-', '/').replace('T', ' ').slice(0, 19)
  return `${local},${shopId(account)},${act},${ok ? '○' : '×'},${ip},${session},"${agent}"`
}
export const shopFile = (lines: readonly string[]): string => `${SHOP_HEAD}\n${lines.join('\n')}\n`

/** Of the shop's own accounts: 0–9 lost points, 10–49 had their address changed, half of the rest had their pages viewed. */
const shopActs = ({ time, account, ip, ok, session }: Login): readonly string[] => {
  if (!ok || !session.startsWith('a')) return []
  const act = account < 10 ? 'ポイント交換' : account < 50 ? 'メールアドレス変更' : account % 2 === 0 ? '会員情報表示' : ''
  return act === '' ? [] : [shopLine(time + 2000, account, act, true, ip, session)]
}

export const SHOP_MAPPING = `ashiato: mapping/1
id: example-shop
title: Example Shop member log
kind: csv
provider: my-shop
zone: Asia/Tokyo
time: 日時
fields:
  username: 会員ID
  ip: 接続元IP
  userAgent: ユーザーエージェント
  session: セッションID
action:
  from: 操作
  codes:
    ログイン: login
    会員情報表示: profile-view
    メールアドレス変更: email-change
    ポイント交換: points-use
    全端末ログアウト: session-revoke
    パスワード再設定: password-reset
outcome:
  from: 結果
  codes:
    ○: success
    ×: failure/bad-credentials
`
export const SHOP_PROVIDER = `id: my-shop
title: Example Shop
revoke:
  command: "php bin/console app:session:purge {account}"
  residual: { en: Tokens of the app live for 30 minutes, ja: アプリのトークンは最長30分有効 }
  residual-for: PT30M
  proof: SESSION_PURGED
reset: "php bin/console app:user:require-reset {account}"
`

/** Fifty customers who complained: forty of the entered (a member's own words: name or id), ten whom no log knows. */
export const victims = (): readonly string[] => [
  ...Array.from({ length: 15 }, (_, i) => mail('a', i * 20)),
  ...Array.from({ length: 15 }, (_, i) => mail('o', i * 20)),
  ...Array.from({ length: 10 }, (_, i) => shopId(i * 20)),
  ...Array.from({ length: 10 }, (_, i) => `not.a.member.${i}@example.com`),
]

/** Writes the three logs, the mapping, the provider and the list of complaints into a folder. */
export const writeLarge = (folder: string): void => {
  writeFileSync(join(folder, 'auth0.ndjson'), `${loginsOf(0).map(auth0Login).join('\n')}\n`)
  writeFileSync(join(folder, 'okta.ndjson'), `${loginsOf(1).map(oktaLogin).join('\n')}\n`)
  const shop = loginsOf(2).flatMap((login) => [
    shopLine(login.time, login.account, 'ログイン', login.ok, login.ip, login.session, login.agent),
    ...shopActs(login),
  ])
  writeFileSync(join(folder, 'member-log.csv'), shopFile(shop))
  writeFileSync(join(folder, 'shop-map.yaml'), SHOP_MAPPING)
  writeFileSync(join(folder, 'shop-provider.yaml'), SHOP_PROVIDER)
  writeFileSync(join(folder, 'victims.csv'), `account\n${victims().join('\n')}\n`)
}
