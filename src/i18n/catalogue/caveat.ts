import type { Messages } from '../../model/finding.ts'

/** What a reader must know before trusting the numbers. `share` is a ratio 0–1; `from` and `to` are times or texts. */
export const caveatMessages = {
  'caveat.hash-different': {
    en: '{input}: not the bytes that were acquired (other SHA-256 than in the list of --expect-sha256)',
    ja: '{input} は取得時のファイルと異なる(--expect-sha256 の一覧とSHA-256が不一致)',
  },
  'caveat.hash-unlisted': {
    en: '{input}: not in the list of --expect-sha256',
    ja: '{input} は --expect-sha256 の一覧に記載なし',
  },
  'caveat.hash-missing': {
    en: '{input}: in the list of --expect-sha256, but not read',
    ja: '{input} は --expect-sha256 の一覧にあるが、読み込まれていない',
  },
  'caveat.filtered-since': {
    en: 'Lists show nothing that ended before {from}; figures and steps are of the whole log',
    ja: '一覧は {from} 以降のみ(件数と手順はログ全体)',
  },
  'caveat.filtered-until': {
    en: 'Lists show nothing that began after {to}; figures and steps are of the whole log',
    ja: '一覧は {to} 以前のみ(件数と手順はログ全体)',
  },
  'caveat.filtered-account': {
    en: 'Lists show only {names}; figures and steps are of the whole log',
    ja: '一覧は {names} のみ(件数と手順はログ全体)',
  },
  'caveat.filtered-ip': {
    en: 'Lists show only what {addresses} took part in; figures and steps are of the whole log',
    ja: '一覧は {addresses} が関わるもののみ(件数と手順はログ全体)',
  },
  'caveat.filtered-severity': {
    en: 'Lists show nothing below severity {severity}; figures and steps are of the whole log',
    ja: '一覧は重大度「{severity}」以上のみ(件数と手順はログ全体)',
  },
  'caveat.redacted': {
    en: 'Redacted: accounts, names and addresses are pseudonyms; without commands, block list and raw records; later logs are added under the same key',
    ja: '仮名化済み: アカウント・氏名・IPアドレスを仮名に置き換え。コマンド・遮断リスト・生ログはなし。ログの追加には同じ鍵が必要',
  },
  'caveat.redacted-masked': {
    en: 'Redacted: accounts and names are pseudonyms, addresses are cut to /24 and /48; without commands, block list and raw records; later logs are not added',
    ja: '仮名化済み: アカウント・氏名を仮名に、IPアドレスを /24・/48 に置き換え。コマンド・遮断リスト・生ログはなく、ログの追加も不可',
  },
  'caveat.allowed-sources': {
    en: '{events:event|events} from {sources:allowed source|allowed sources} (--allow) raise no alert',
    ja: '許可リスト(--allow)の接続元 {sources}件、{events}回の記録は検知の対象外',
  },
  'caveat.privileged-findings': {
    en: '{account} (privileged): {count:finding|findings} that make no verdict, the last {time}; a person must look (ashiato account {account})',
    ja: '{account}(特権アカウント)に判定に至らない検知 {count}件(最後は {time})。担当者の確認が必要(ashiato account {account})',
  },
  'caveat.rules-skipped': { en: '{count:rule|rules} could not run', ja: '実行不可ルール {count}件' },
  'caveat.proxy-addresses': {
    en: '{input}: {share} of the events come through a CDN, a proxy or one exit for all (not counted as attack sources)',
    ja: '{input} は記録の{share}がCDN・プロキシ・共用の出口を経由(攻撃元の判定から除外)',
  },
  'caveat.shared-attack-source': {
    en: '{source} attacked, but is a shared line of {accounts:account|accounts}: left out of the block list',
    ja: '{source} は攻撃元だが{accounts}アカウントが利用する共用回線(遮断対象から除外)',
  },
  'caveat.shared-attack-sources': {
    en: '{count:shared line|shared lines} attacked, {source} of {accounts:account|accounts} the busiest: left out of the block list',
    ja: '攻撃元のうち{count}個は共用回線(最多は {source} の{accounts}アカウント。遮断対象から除外)',
  },
  'caveat.no-successes': {
    en: '{format} records no successful logins (cannot tell who got in)',
    ja: '{format} にログイン成功の記録なし(不正ログインの有無は判断不可)',
  },
  'caveat.no-addresses': {
    en: '{format} records no addresses (cannot tell from where anybody came, nor a list of passwords from forgetful people)',
    ja: '{format} にIPアドレスの記録なし(接続元も、リストによる試行かどうかも判断不可)',
  },
  // Of the ids of formats the one that names no product.
  'format-word.generic': { en: 'the log read by its own columns', ja: '独自形式のログ' },
  'caveat.zone-assumed': {
    en: '{input}: no zone in its times, taken as {zone}; if they are local times, every time here is off (set --timezone)',
    ja: '{input} の時刻にタイムゾーンの記載がなく {zone} と仮定(現地時刻なら、表示の全時刻がずれる。--timezone で指定)',
  },
  'caveat.gap': { en: '{input}: nothing from {from} to {to}', ja: '{input} は {from}〜{to} 欠落' },
  'caveat.gaps': {
    en: '{input}: nothing from {from} to {to}, and {count} more such gaps',
    ja: '{input} は {from}〜{to} ほか{count}か所で欠落',
  },
  'caveat.zone-ahead': {
    en: '{input}: its times are {span} ahead of {against} for the same logins ({pairs:pair|pairs}): the assumed zone is wrong, set --timezone',
    ja: '{input} の時刻が {against} の同じログインより{span}進んでいる({pairs}組): 仮定したタイムゾーンの誤り、--timezone で指定',
  },
  'caveat.zone-behind': {
    en: '{input}: its times are {span} behind {against} for the same logins ({pairs:pair|pairs}): the assumed zone is wrong, set --timezone',
    ja: '{input} の時刻が {against} の同じログインより{span}遅れている({pairs}組): 仮定したタイムゾーンの誤り、--timezone で指定',
  },
  'caveat.page-limit': {
    en: '{input}: exactly {count:record|records}, may have been cut off at a page limit',
    ja: '{input} はちょうど{count}件(出力上限で切れている可能性)',
  },
  'caveat.missing-numbers': {
    en: '{input}: {count:record is|records are} missing by their numbers',
    ja: '{input} は通し番号に{count}件の抜け',
  },
  'caveat.incomplete': { en: '{where}: not read to its end ({why})', ja: '{where} は末尾まで読めていない({why})' },
  'caveat.unused': { en: '{where}: not used ({why})', ja: '{where} は使用していない({why})' },
  'caveat.rejected': { en: '{where}: {share} of the records could not be read', ja: '{where} はレコードの{share}を読み取れず' },
  'caveat.rejected-of-format': { en: '{format}: {share} of the records could not be read', ja: '{format} はレコードの{share}を読み取れず' },
  'caveat.thin-log': { en: 'Short log: little to compare with', ja: 'ログの期間・件数が少なく、普段の利用との比較に限りあり' },
  'caveat.edges-joined': {
    en: 'Web logs: {count:act|acts} of members given to accounts ({session} by session, {name} by name, {address} by address and time); {echoes:login|logins} that the application tells of too, counted once',
    ja: 'Webのログ: 会員の操作 {count}件をアカウントに対応付け(セッション {session}、名前 {name}、IPアドレスと時刻 {address})。アプリケーションのログと重なるログイン {echoes}件は1回として計上',
  },
  'caveat.edges-open': {
    en: 'Web logs: {count:act|acts} of members of no certain account ({ambiguous} of them because several were in use at the address): whose they are needs a session id in both logs',
    ja: 'Webのログ: 会員の操作 {count}件はアカウントを特定できず(うち同じIPアドレスで複数アカウントが利用中 {ambiguous}件)。特定には両方のログにセッションIDが必要',
  },
  'caveat.login-read-success': {
    en: 'POST {path} answered {status} is read as success: of {followed:attempt|attempts} behind which something came, {wentIn} went on to pages that only members get, {triedAgain} tried again (to say otherwise: --map)',
    ja: 'POST {path} の応答 {status} はログイン成功とみなした: 直後の動きが分かる試行 {followed}回のうち、会員用ページに進んだもの {wentIn}回、再試行 {triedAgain}回(変更は --map で指定)',
  },
  'caveat.login-read-failure': {
    en: 'POST {path} answered {status} is read as failure: of {followed:attempt|attempts} behind which something came, {triedAgain} tried again, {wentIn} went on to pages that only members get (to say otherwise: --map)',
    ja: 'POST {path} の応答 {status} はログイン失敗とみなした: 直後の動きが分かる試行 {followed}回のうち、再試行 {triedAgain}回、会員用ページに進んだもの {wentIn}回(変更は --map で指定)',
  },
  'caveat.login-open': {
    en: 'POST {path}: this log does not show which of its answers ({statuses}) mean success; say it with --map (ashiato inspect prints the file)',
    ja: 'POST {path}: 応答({statuses})のどれがログイン成功かログからは判断できず。--map で指定(記入例は ashiato inspect が表示)',
  },
  'caveat.login-open-alike': {
    en: 'POST {path}: its answers ({statuses}) do not tell success from failure; the application’s own log does',
    ja: 'POST {path}: 応答({statuses})から成否を区別できず。アプリケーション側のログが必要',
  },
  'caveat.unverified-format': {
    en: '{format} is read by its documentation only (never checked against a real log)',
    ja: '{format} は公開文書のみに基づく読み取り(実ログで未検証)',
  },
  'caveat.carried-over': {
    en: 'Earlier logs were not read again: ids tried are at most these, and weak evidence spread over old and new logs is not joined (--reread reads all together)',
    ja: '以前のログは読み直していない: 試行IDの件数は最大値、新旧のログにまたがる弱い兆候は合算していない(--reread で一緒に読み直せる)',
  },
  'caveat.more': { en: '{count} more', ja: 'ほか{count}件' },
  'why.missing': { en: 'not found', ja: '見つからない' },
  'why.no-files': { en: 'no file in it', ja: '中にファイルがない' },
  'why.unreadable': { en: 'cannot be read', ja: '読み取れない' },
  'why.is-binary': { en: 'not a text log', ja: 'テキストのログではない' },
  'why.is-office': { en: 'a document of Office, not a text log', ja: 'Officeの文書(テキストのログではない)' },
  'why.empty': { en: 'empty', ja: '空' },
  'why.truncated': { en: 'cut off', ja: '途中で切れている' },
  'why.corrupt-archive': { en: 'damaged archive', ja: '圧縮ファイルの破損' },
  'why.bad-parquet': { en: 'unreadable Parquet file', ja: 'Parquetファイルの破損・非対応' },
  'why.encrypted-archive': { en: 'protected by a password', ja: 'パスワード保護' },
  'why.too-deep': { en: 'archive inside several others', ja: '圧縮ファイルの多重の入れ子' },
  'why.skipped': { en: 'no file that could be read', ja: '読み取れるファイルではない' },
  'why.unknown-format': { en: 'no known log format', ja: '対応するログ形式ではない' },
  'why.no-events': { en: 'no event in it', ja: 'イベントがない' },
} as const satisfies Messages
