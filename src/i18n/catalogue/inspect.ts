import type { Messages } from '../../model/finding.ts'

/** Labels and lines of `ashiato inspect` and `ashiato account`. */
export const inspectMessages = {
  'inspect.format': { en: 'format', ja: '形式' },
  'inspect.unknown': { en: 'not recognised', ja: '判別できず' },
  'inspect.zone': { en: 'zone', ja: '時刻帯' },
  'inspect.zone.in-record': { en: 'in each record', ja: '各レコードに記載' },
  'inspect.zone.utc': { en: 'UTC by its documentation', ja: 'UTC(仕様による)' },
  'inspect.zone.assumed': { en: 'none logged: UTC assumed (set --timezone)', ja: '記載なし: UTCと仮定(--timezone で指定)' },
  'inspect.zone.given': { en: '{zone} (given)', ja: '{zone}(指定)' },
  'inspect.period': { en: 'period', ja: '期間' },
  'inspect.period-line': { en: '{from} to {to}', ja: '{from}〜{to}' },
  'inspect.records': { en: 'records', ja: 'レコード' },
  'inspect.records-line': {
    en: '{records} = {used} used + {ignored} ignored + {rejected} rejected; {duplicates} of the used are duplicates',
    ja: '{records} = 使用 {used} + 対象外 {ignored} + 読み取り不可 {rejected}(使用のうち重複 {duplicates})',
  },
  'inspect.logins': { en: 'logins', ja: 'ログイン' },
  'inspect.logins-line': { en: '{successes:success|successes}, {failures:failure|failures}', ja: '成功 {successes}回、失敗 {failures}回' },
  'inspect.coverage': { en: 'carries', ja: '項目の有無' },
  'inspect.coverage-line': {
    en: 'account {account}, address {address}, session {session}, agent {agent} of the events',
    ja: 'アカウント {account}、IPアドレス {address}、セッション {session}、端末情報 {agent}(イベントに占める割合)',
  },
  'inspect.addresses': { en: 'addresses', ja: 'IPアドレス' },
  'inspect.addresses-line': {
    en: 'the three most frequent make {top}; private or proxy {proxy}',
    ja: '上位3個で{top}、プライベート・プロキシ {proxy}',
  },
  'inspect.ignored': { en: 'ignored', ja: '対象外' },
  'inspect.rejects': { en: 'rejected', ja: '読み取り不可' },
  'inspect.reject-line': { en: 'line {line}: {why}', ja: '{line}行目: {why}' },
  'inspect.gaps': { en: 'gaps', ja: '欠落' },
  'inspect.gap-line': { en: '! nothing from {from} to {to}', ja: '! {from}〜{to} 記録なし' },
  'inspect.page-limit': {
    en: '! exactly {count} records: the export may have been cut off at its page limit',
    ja: '! ちょうど{count}件: 出力上限で切れている可能性があります',
  },
  'inspect.no-successes': {
    en: '! no successful login in it: it cannot tell who got in',
    ja: '! ログイン成功の記録なし: 不正ログインの有無は判断できません',
  },
  'inspect.proxies': {
    en: '! {share} of the events come from private or proxy addresses: give --trusted-proxy, or a log with the clients’ addresses',
    ja: '! イベントの{share}がプライベート・プロキシのIPアドレスです: --trusted-proxy を指定するか、利用者のIPアドレスを含むログを入手してください',
  },
  'inspect.unverified': {
    en: '! read by its documentation only, never checked against a real log',
    ja: '! 公開文書のみに基づく読み取り(実ログで未検証)',
  },
  'inspect.notes': { en: 'notes', ja: '注記' },
  'account.not-found': {
    en: 'No account of this id or name in these logs: {account}',
    ja: 'このログに該当するアカウントの記録はありません: {account}',
  },
  'account.usual': { en: 'usual', ja: '普段の利用' },
  'account.verdict': { en: 'verdict', ja: '判定' },
  'account.no-verdict': {
    en: 'no sign of another person in these logs for this period (what they do not record cannot be judged)',
    ja: 'この期間のこのログからは、第三者による利用を示す記録は確認されていません(ログにない操作は判断できません)',
  },
  'account.events': { en: 'events', ja: '記録' },
  'account.touched': { en: 'others on the same address', ja: '同じIPアドレスの他のアカウント' },
  'account.touched-line': {
    en: '{source}: {accounts:other account|other accounts}, {failures:failed|failed}, {successes:succeeded|succeeded}',
    ja: '{source}: 他の{accounts}アカウント(失敗 {failures}回、成功 {successes}回)',
  },
} as const satisfies Messages
