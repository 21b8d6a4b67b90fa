import type { Deed } from './world.ts'

const ACTS: Readonly<Record<string, readonly [act: string, result: string]>> = {
  login: ['ログイン', '○'],
  'bad-password': ['ログイン', '×'],
  unknown: ['ログイン', '×'],
  view: ['会員情報表示', '○'],
  points: ['ポイント交換', '○'],
  address: ['お届け先変更', '○'],
  order: ['注文', '○'],
  fault: ['ログイン', '障害'],
}

/** Members have numbers with leading zeros, as shops do. */
export const memberId = (number: number): string => String(1200 + number * 37).padStart(8, '0')

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Japanese local time as a home-made system prints it: no zero before single digits, no offset. */
const localTime = (at: number): string => {
  const [date = '', time = ''] = new Date(at + 9 * 3_600_000).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  return `${year}/${month}/${day} ${Number(time.slice(0, 2))}${time.slice(2, 8)}`
}

const row = ({ at, kind, person, typed, line, program, session }: Deed): string => {
  const act = ACTS[kind]
  if (act === undefined) throw new Error(`shop: ${kind}`)
  return `${[localTime(at), typed ?? memberId(person?.number ?? 0), act[0], act[1], line.ip, session ?? '', program.userAgent].map(cell).join(',')}\r\n`
}

/** The login log of a home-made shop: CSV, Japanese headers, Japanese local time. */
export const writeShop = (deeds: readonly Deed[]): string =>
  `日時,会員ID,操作,結果,接続元IP,セッションID,ユーザーエージェント\r\n${deeds
    .toSorted((left, right) => left.at - right.at)
    .map(row)
    .join('')}`

export const SHOP_MAPPING = `ashiato: mapping/1
id: example-shop
title: Example Shop member log
kind: csv
provider: generic
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
    お届け先変更: address-change
    ポイント交換: points-use
    注文: purchase
outcome:
  from: 結果
  codes:
    ○: success
    ×: failure/bad-credentials
    障害: failure/system-error
`
