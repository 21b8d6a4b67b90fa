import type { Messages } from '../../model/finding.ts'

const sections = {
  'html.activity': { en: 'Activity over time', ja: 'ログイン数の推移' },
  'html.campaigns': { en: 'Campaigns: sources and accounts entered', ja: '攻撃の構図(攻撃元とログインに成功したアカウント)' },
  'html.networks': { en: 'Networks and countries', ja: '回線・国別の集計' },
  'html.inputs': { en: 'Input files and hash values', ja: '入力ファイルとハッシュ値' },
  'html.contents': { en: 'Contents', ja: '目次' },
} as const satisfies Messages

const charts = {
  'html.attack-attempts': { en: 'Failed attempts of the attacks', ja: '攻撃元からの試行(失敗)' },
  'html.other-failures': { en: 'Other failed logins', ja: 'その他のログイン失敗' },
  'html.failures': { en: 'Failed logins', ja: 'ログイン失敗' },
  'html.successes': { en: 'Successful logins', ja: 'ログイン成功' },
  'html.attack-window': { en: 'Period of an attack', ja: '攻撃の期間' },
  'html.activity-alt': {
    en: 'Failed and successful logins from {from} to {to}, {span} per bar. The values are in the table below.',
    ja: '{from}〜{to} のログイン失敗・成功の件数(棒1本は{span})。値は下の表にあります。',
  },
  'html.per-bar': {
    en: 'One bar: {span}. Highest bars: {failures} failed, {successes} successful.',
    ja: '棒1本: {span}。最大: 失敗 {failures}回、成功 {successes}回',
  },
  'html.values': { en: 'Values as a table', ja: '値の表' },
  'html.from-time': { en: 'From', ja: '開始時刻' },
  'html.no-activity': { en: 'This document carries no hourly counts.', ja: 'この資料には時間帯別の件数が含まれません。' },
  'html.campaign-alt': {
    en: '{sources:source|sources}, {attempts:attempt|attempts}, {ids:id|ids} tried, {accounts:account|accounts} entered. The table lists the campaigns.',
    ja: '攻撃元 {sources}個、試行 {attempts}回、試行ID {ids}個、ログイン成功 {accounts}アカウント。各攻撃の値は表にあります。',
  },
  'html.entries': {
    en: 'Suspicious logins into {accounts:account|accounts} came from {sources:address|addresses} where no trying of passwords was detected.',
    ja: '{sources}個のIPアドレスから{accounts}アカウントに不審なログインがあります。これらのアドレスからのパスワードの試行は検出していません。',
  },
  'html.entries-alt': {
    en: '{sources:source|sources}, {accounts:account|accounts} entered. The table lists them.',
    ja: '接続元 {sources}個、不審なログイン {accounts}アカウント。値は表にあります。',
  },
  'html.campaign-middle': { en: '{attempts:attempt|attempts}', ja: '試行 {attempts}回' },
  'html.campaign-ids': { en: '{ids:id|ids} tried', ja: '試行ID {ids}個' },
  'html.more-sources': { en: '{count:more source|more sources}', ja: 'ほか{count}個' },
  'html.more-accounts': { en: '{count:more account|more accounts}', ja: 'ほか{count}アカウント' },
  'html.entered': { en: 'Accounts entered', ja: 'ログインに成功したアカウント' },
  'html.no-entries': { en: 'no account entered', ja: 'ログイン成功なし' },
  'html.lanes-alt': {
    en: '{count:suspicious session|suspicious sessions} by account. The timeline table lists them.',
    ja: 'アカウント別の不審なセッション {count}件。内容は時系列の表にあります。',
  },
  'html.lanes-shown': {
    en: 'The {count:session|sessions} of highest risk; all others are with their account.',
    ja: '危険度の高い{count}件。ほかは各アカウントの欄にあります。',
  },
  'html.risk-high': { en: 'Session, risk from {from}', ja: 'セッション(危険度 {from}以上)' },
  'html.risk-middle': { en: 'from {from}', ja: '{from}以上' },
  'html.risk-low': { en: 'lower', ja: 'それ未満' },
  'html.mark-change': { en: 'Change of contact, password or factor', ja: '連絡先・パスワード・追加認証の変更' },
  'html.mark-loss': { en: 'Points or purchase', ja: 'ポイント利用・注文' },
} as const satisfies Messages

const tables = {
  'html.network': { en: 'Network', ja: '回線' },
  'html.country': { en: 'Country', ja: '国' },
  'html.kind': { en: 'Kind', ja: '種類' },
  'html.sessions': { en: 'Suspicious sessions', ja: '不審なセッション' },
  'html.accounts-count': { en: 'Accounts', ja: 'アカウント数' },
  'html.addresses': { en: 'Addresses', ja: 'IPアドレス数' },
  'html.unknown': { en: 'unknown', ja: '不明' },
} as const satisfies Messages

const controls = {
  'html.search': { en: 'Search (account, name, reason, address)', ja: '検索(アカウント、氏名・メール、根拠、IPアドレス)' },
  'html.filter-verdict': { en: 'Verdict', ja: '判定' },
  'html.filter-class': { en: 'Class', ja: '区分' },
  'html.filter-decision': { en: 'Decision', ja: '確定状況' },
  'html.any': { en: 'all', ja: 'すべて' },
  'html.affected': { en: 'taken over or suspected', ja: '判定・疑い' },
  'html.sort': { en: 'Order', ja: '並び順' },
  'html.sort-urgency': { en: 'worst first', ja: '重要なものから' },
  'html.sort-time': { en: 'first suspicious record', ja: '最初の不審な記録' },
  'html.sort-account': { en: 'account', ja: 'アカウント' },
  'html.shown': { en: '{from}–{to} of {count:account|accounts}', ja: '{count}アカウント中 {from}〜{to}' },
  'html.shown-none': { en: 'No account matches.', ja: '条件に合うアカウントはありません。' },
  'html.previous': { en: 'Previous', ja: '前へ' },
  'html.next': { en: 'Next', ja: '次へ' },
  'html.why': { en: 'Why (for the record)', ja: '理由(記録用)' },
  'html.export-decisions': { en: 'Save decisions (CSV)', ja: '確定状況を保存(CSV)' },
  'html.export-ticks': { en: 'Save ticked steps (CSV)', ja: '実施済みの手順を保存(CSV)' },
  'html.kept': {
    en: 'Ticks and decisions are kept in this browser only. Save them as CSV; `ashiato decide` reads the decisions.',
    ja: 'チェックと確定状況は、このブラウザーにのみ保存されます。CSVに保存し、確定状況は ashiato decide で取り込んでください。',
  },
  'html.not-kept': {
    en: 'This browser keeps nothing for this page: save ticks and decisions as CSV before closing it.',
    ja: 'このブラウザーはこのページの内容を保存しません。閉じる前にCSVに保存してください。',
  },
  'html.ticked': { en: '{done} of {count:step|steps} ticked', ja: '手順 {count}件中 {done}件 実施済み' },
  'html.without-script': {
    en: 'Without JavaScript this page shows the first {count:account|accounts} only; all are in --to csv and --to json.',
    ja: 'JavaScriptが無効のため、先頭の{count}アカウントのみを表示しています。全件は --to csv、--to json にあります。',
  },
  'html.record': { en: 'Record', ja: '記録' },
  'html.sessions-of': { en: 'Suspicious sessions', ja: '不審なセッション' },
  'html.grounds': { en: 'Grounds', ja: '判定の根拠' },
  'html.on-list': { en: 'Accounts of this step', ja: '対象アカウント' },
} as const satisfies Messages

/** The HTML report: headings, charts, controls. What the other reports say too is said with their words. */
export const htmlMessages = { ...sections, ...charts, ...tables, ...controls } as const satisfies Messages
