import type { Messages } from '../../model/finding.ts'

const inspect = {
  'inspect.answer': { en: 'usable?', ja: '利用可否' },
  'inspect.answer.yes': { en: 'yes: records who got in and who did not', ja: '可: ログインの成功と失敗の両方を記録' },
  'inspect.answer.no-failures': {
    en: 'in part: no failed login in it, so that attempts cannot be counted',
    ja: '一部可: ログイン失敗の記録なし(試行の件数は判断できません)',
  },
  'inspect.answer.no-successes': {
    en: 'in part: no successful login in it, so that it cannot tell who got in',
    ja: '一部可: ログイン成功の記録なし(不正ログインの有無は判断できません)',
  },
  'inspect.answer.no-logins': {
    en: 'for context only: no login in it, but other events of accounts',
    ja: '補助資料として可: ログインの記録なし、アカウントに関する他の記録のみ',
  },
  'inspect.answer.open': {
    en: 'in part: it records attempts, but not how they ended (a web log: --map can tell its answers apart)',
    ja: '一部可: ログイン試行の記録はあるが成否は判別不能(Webのログなら --map で応答の意味を指定できます)',
  },
  'inspect.answer.again': {
    en: 'nothing of its own: all of its events are told by another input too',
    ja: '重複のみ: すべてのイベントが他の入力にも記録あり',
  },
  'inspect.answer.no': { en: 'no: no event could be read from it', ja: '不可: イベントを読み取れません' },
  'inspect.answer.incomplete': {
    en: 'not read whole: what follows is about the part that was read',
    ja: '末尾まで読めていません(以下は読めた範囲の内容です)',
  },
  'inspect.format': { en: 'format', ja: '形式' },
  'inspect.unknown': { en: 'not recognised', ja: '判別できず' },
  'inspect.zone': { en: 'zone', ja: 'タイムゾーン' },
  'inspect.zone.in-record': { en: 'in each record', ja: '各レコードに記載' },
  'inspect.zone.utc': { en: 'UTC by its documentation', ja: 'UTC(仕様による)' },
  'inspect.zone.stated': { en: '{zone} (stated by the mapping or the column)', ja: '{zone}(マッピングまたは列名の記載による)' },
  'inspect.zone.assumed': { en: 'none logged: UTC assumed (set --timezone)', ja: '記載なし: UTCと仮定(--timezone で指定)' },
  'inspect.zone.none': { en: 'none logged: {zone} assumed', ja: '記載なし: {zone}と仮定' },
  'inspect.zone.given': { en: '{zone} (given)', ja: '{zone}(指定)' },
  'inspect.period': { en: 'period', ja: '期間' },
  'inspect.period-line': { en: '{from} to {to} ({span})', ja: '{from}〜{to}({span})' },
  'inspect.records': { en: 'records', ja: 'レコード' },
  'inspect.records-line': {
    en: '{records} = {used} used + {ignored} ignored + {rejected} rejected; {duplicates} of the used are duplicates',
    ja: '{records} = 使用 {used} + 対象外 {ignored} + 読み取り不可 {rejected}(使用のうち重複 {duplicates})',
  },
  'inspect.events': { en: 'events', ja: 'イベント' },
  'inspect.events-line': {
    en: '{events:event|events}: {successes:login|logins} succeeded, {failures} failed',
    ja: '{events}件(ログイン成功 {successes}回、失敗 {failures}回)',
  },
  'inspect.open': { en: ', {open} of unknown outcome', ja: '、成否不明 {open}回' },
  'inspect.logins': { en: 'logins', ja: 'ログイン応答' },
  'inspect.paths-example': {
    en: 'a file for --map (paths.yaml), to be checked: which answers let a member in?',
    ja: '--map に渡すファイルの例(paths.yaml。ログインを許可する応答はどれか、要確認):',
  },
  'inspect.warnings': { en: 'warnings', ja: '注意' },
  'inspect.coverage': { en: 'carries', ja: '項目の有無' },
  'inspect.coverage-line': {
    en: 'account {account} · address {address} · session {session} · agent {agent} of the events',
    ja: 'アカウント {account}・IPアドレス {address}・セッション {session}・端末情報 {agent}(イベント比)',
  },
  'inspect.addresses': { en: 'addresses', ja: 'IPアドレス' },
  'inspect.addresses-line': {
    en: 'the three most frequent make {top} · CDN or load balancer {proxy} · private {private}',
    ja: '上位3個で{top}・CDNや負荷分散装置 {proxy}・プライベート {private}',
  },
  'inspect.ignored': { en: 'ignored', ja: '対象外' },
  'inspect.rejects': { en: 'rejected', ja: '読み取り不可' },
  'inspect.reject-line': { en: 'line {line}: {why}', ja: '{line}行目: {why}' },
  'inspect.rejects-more': { en: 'and {count} more', ja: 'ほか{count}件' },
  'inspect.proxies': {
    en: '! {share} of the events come from private addresses, a CDN or a load balancer ({addresses}): unless people log in from inside, give --trusted-proxy, or a log with the clients’ addresses',
    ja: '! イベントの{share}がプライベートアドレス、CDN、負荷分散装置({addresses})からのものです: 社内からの利用でなければ、--trusted-proxy を指定するか、利用者のIPアドレスを含むログを入手してください',
  },
  'inspect.few-addresses': {
    en: '! three addresses make {share} of the events: if they are your own proxies, give --trusted-proxy',
    ja: '! 上位3個のIPアドレスがイベントの{share}を占めます: 自社のプロキシなら --trusted-proxy で指定してください',
  },
  'inspect.unverified': {
    en: '! read by its documentation only, never checked against a real log: {shapes}',
    ja: '! 公開文書のみに基づく読み取り(実ログで未検証): {shapes}',
  },
  'inspect.notes': { en: 'notes', ja: '注記' },
  'inspect.files': { en: '{count:file|files} under {folder}', ja: '{folder} 以下の{count}ファイル' },
  'inspect.files-more': {
    en: 'and {count:file|files} more with remarks of their own; all of them with --to json',
    ja: 'ほかにも注意のあるファイルが{count}件あります(--to json で全件)',
  },
  'inspect.total': { en: 'all inputs', ja: '全入力' },
} as const satisfies Messages

const account = {
  'account.not-found': {
    en: 'No account of this id or name in these logs: {account}',
    ja: 'このログに該当するアカウントの記録はありません: {account}',
  },
  'account.not-found-period': { en: '  The logs cover {from} to {to}.', ja: '  ログの範囲は {from}〜{to} です。' },
  'account.usual': { en: 'usual', ja: '普段の利用' },
  'account.usual-line': {
    en: '{logins:login|logins} since {since} from: {where}',
    ja: '{since}以降のログイン{logins}回: {where}',
  },
  'account.usual-line-after': {
    en: '{logins:login|logins} since {since}, all after the first suspicious act, from: {where}',
    ja: '{since}以降のログイン{logins}回(いずれも最初の不審な利用より後): {where}',
  },
  'account.usual-none': { en: 'no earlier login to compare with', ja: '比較できる過去のログインなし' },
  'account.others': { en: 'also', ja: '関連アカウント' },
  'account.verdict': { en: 'verdict', ja: '判定' },
  'account.no-verdict': {
    en: 'no sign of another person in these logs for this period (what they do not record cannot be judged)',
    ja: 'この期間のこのログには、第三者による利用を示す記録がありません(ログにない操作は判断できません)',
  },
  'account.unjudged': {
    en: 'none: {count:finding is|findings are} not enough for one, and worth a look by a person',
    ja: '判定なし(次の{count}件の検知だけでは判定できません。担当者による確認を推奨します)',
  },
  'account.events': { en: 'events (! in a suspicious session)', ja: '記録(! は不審なセッション)' },
  'account.earlier': {
    en: '{count:earlier event|earlier events} not shown; all of them with --to json',
    ja: '以前の{count}件は省略(--to json で全件)',
  },
  'account.touched': { en: 'other accounts it has things in common with', ja: '接続元などが共通する他のアカウント' },
  'account.touched.address': { en: 'address', ja: 'IPアドレス' },
  'account.touched.agent': { en: 'agent', ja: '端末' },
  'account.touched.device': { en: 'device', ja: '端末ID' },
  'account.touched.session': { en: 'session', ja: 'セッション' },
  'account.touched-line': {
    en: '{value}: {accounts:other account|other accounts}, {failures} failed, {successes} succeeded',
    ja: '{value}: 他の{accounts}アカウント(失敗 {failures}回、成功 {successes}回)',
  },
  'account.touched-ids': { en: '{line}: {ids}', ja: '{line}: {ids}' },
  'account.touched-session': { en: 'in use since {since}', ja: '{since}から利用' },
  'account.touched-more': {
    en: 'and {count} more; all of them with --to json',
    ja: 'ほか{count}件(--to json で全件)',
  },
  'account.widespread': {
    en: '{values} that many share (up to {accounts:other account|other accounts}): no trace of anybody',
    ja: '多数が共用する{values}件(最多で他の{accounts}アカウント): 手がかりにはなりません',
  },
  'account.column.time': { en: 'time', ja: '日時' },
  'account.column.action': { en: 'action', ja: '操作' },
  'account.column.outcome': { en: 'outcome', ja: '結果' },
  'account.column.address': { en: 'address', ja: 'IPアドレス' },
  'account.column.agent': { en: 'agent', ja: '端末' },
  'account.column.code': { en: 'code', ja: 'コード' },
} as const satisfies Messages

const reference = {
  'reference.session': { en: 'session', ja: 'セッション' },
  'reference.factor': { en: 'MFA', ja: 'MFA' },
  'reference.sample': { en: 'sample', ja: '記録の例' },
  'reference.agent': { en: 'agent', ja: '端末' },
  'reference.place': { en: 'place', ja: '位置' },
  'reference.rules': { en: 'rules', ja: 'ルール' },
  'reference.title': { en: 'log system', ja: 'ログ' },
  'reference.severity': { en: 'severity', ja: '重要度' },
  'reference.detects': { en: 'detects', ja: '検知内容' },
  'reference.export': { en: 'export', ja: '取得方法' },
  'reference.shapes': { en: 'shapes', ja: '形' },
  'reference.times': { en: 'times', ja: '時刻' },
  'reference.carries': { en: 'carries', ja: '項目' },
  'reference.spec': { en: 'spec', ja: '仕様' },
  'reference.unverified': { en: 'unverified', ja: '未検証' },
  'reference.from-documentation': { en: '* from documentation, unverified', ja: '* 公開文書のみに基づく(実ログで未検証)' },
  'reference.partly-from-documentation': {
    en: '+ some shapes from documentation, unverified ("ashiato formats ID" names them)',
    ja: '+ 一部の形が公開文書のみに基づく(実ログで未検証、"ashiato formats ID" に一覧)',
  },
  'reference.own-logs': {
    en: 'Any other CSV, JSON or text log: write a mapping (--map, docs/MAPPING.md).',
    ja: 'その他のCSV・JSON・テキストのログは、マッピングを書けば読み込めます(--map、docs/MAPPING.md)。',
  },
  'reference.parameters': { en: 'parameters', ja: 'パラメーター' },
  'reference.false-positives': { en: 'false positives', ja: '誤検知の例' },
  'reference.blind-spots': { en: 'blind spots', ja: '検知できないもの' },
  'reference.needs': { en: 'needs', ja: '必要な項目' },
} as const satisfies Messages

/** Labels and lines of `ashiato inspect`, `account`, `formats` and `rules`. */
export const inspectMessages = { ...inspect, ...account, ...reference } as const
