import type { Messages } from '../../model/finding.ts'

/** The page for whoever decides, and what is said beside a checklist. */
const pages = {
  'brief.title': { en: 'Brief', ja: '状況報告(1枚)' },
  'brief.progress': {
    en: 'Steps of the accounts, by the logs: {done} proven, {waiting} waiting, {contradicted} contradicted; {open} without a proof in these logs',
    ja: 'アカウントごとの手順(ログによる確認): 完了 {done}件、待機 {waiting}件、ログと矛盾 {contradicted}件、ログで確認できていないもの {open}件',
  },
  'brief.decisions': {
    en: 'Decided by people: {confirmed} confirmed, {cleared} cleared; {pending:account|accounts} waiting for a decision',
    ja: '担当者の確認: 確定 {confirmed}、除外 {cleared}、確認待ち {pending}アカウント',
  },
  'brief.list-origin': {
    en: '{share} of the {tried:id|ids} tried are no account known from these logs: the usual sign of a list that leaked elsewhere',
    ja: '試行ID {tried}個のうち{share}は会員として確認できず、他社から流出したID・パスワードのリストと推測されます',
  },
  'brief.unknown-ids': {
    en: '{share} of the {tried:id|ids} tried are no account known from these logs',
    ja: '試行ID {tried}個のうち{share}は会員として確認できません',
  },
  'brief.checked': { en: 'Checked by hand (blind sample)', ja: '手作業による抜き取り確認(判定を伏せて実施)' },
  'brief.sample': {
    en: '{group}: {wrong} of {checked} wrong, error rate {rate} (95 % interval {from} to {to})',
    ja: '{group}: {checked}件中 誤り {wrong}件、誤り率 {rate}(95%信頼区間 {from}〜{to})',
  },
  'brief.unknown': { en: 'Not known yet', ja: '未確認事項' },
  'brief.cause': {
    en: 'Where the ids and passwords came from: under investigation',
    ja: 'ID・パスワードの入手経路: 確認中',
  },
  'brief.money': { en: 'Money lost: under investigation (not in login logs)', ja: '被害金額: 確認中(ログイン記録には含まれません)' },
  'brief.aware': {
    en: 'When and by which department it became known: to be filled in (legal time limits count from then)',
    ja: '知った日時と部署: 未記入(法定期限の起算に必要)',
  },
  'step.done': { en: 'done {at}', ja: '完了({at})' },
  'step.waiting': {
    en: 'done, waiting until {until}: what was issued before may work until then',
    ja: '実施済み・{until}まで待機(発行済みのトークン等が有効な可能性がある)',
  },
  'step.contradicted': {
    en: 'contradicted by the log: the source is still in, {at}',
    ja: 'ログと矛盾(攻撃元の利用が続いている: {at})',
  },
  'step.contradicted-by.login-after-block': {
    en: 'contradicted by the log: a login after the block, and no record that it was lifted, {at}',
    ja: 'ログと矛盾(停止後にログイン成功があり、解除の記録がない: {at})',
  },
  'step.record': { en: 'record {record}', ja: '記録 {record}' },
  'step.progress': {
    en: '{of:account|accounts}: {done} done, {waiting} waiting, {contradicted} contradicted',
    ja: '{of}アカウント中 完了 {done}・待機 {waiting}・矛盾 {contradicted}',
  },
  'checklist.duties': { en: 'Reports and notices (legal time limits)', ja: '通知・報告(法定期限)' },
  'checklist.later': { en: 'Next', ja: '続いて行うこと' },
  'checklist.cleared': {
    en: 'Cleared by a person: nothing is to be done. Lift a block that was set before, and tell the owner.',
    ja: '担当者が除外したアカウントのため、行う手順はありません。すでに一時停止した場合は解除し、本人に知らせてください。',
  },
  'checklist.class-list': {
    en: 'All of them, ready for other tools: class {class} in 04_lists/reset.csv',
    ja: '対象の全件は 04_lists/reset.csv の class 列が {class} の行',
  },
  'checklist.class-scripts': {
    en: 'Steps for all of them at once (each script prints only, until it is told to run): {files}',
    ja: '全件に一括で行うためのスクリプト(実行を指定するまで表示のみ): {files}',
  },
  'checklist.whole-class': { en: 'the whole class', ja: '区分の全件' },
  'checklist.more-listed': {
    en: '… {count} more: the list of step {step} in case.json',
    ja: '… ほか{count}件: case.json の手順 {step} の一覧',
  },
  'checklist.more-pages': {
    en: '{count:account has its|accounts have their} page on demand: ashiato checklist CASE --account ID',
    ja: 'ほか{count}アカウントの手順は ashiato checklist CASE --account ID で出力',
  },
} as const satisfies Messages

/** Answers for support: what may be read out, and what may not. */
const lookup = {
  'lookup.concerned': { en: 'concerned ({state})', ja: '対象({state})' },
  'lookup.from-attack': { en: '{at} login from an attack source', ja: '{at} 攻撃元からログイン' },
  'lookup.suspicious-act': { en: '{at} suspicious act on the account', ja: '{at} アカウントへの不審な操作' },
  'lookup.planted': {
    en: 'made by somebody who held another account; it has no owner',
    ja: '第三者が作成したとみられるアカウント(本人はいない)',
  },
  'lookup.ask-csirt': { en: 'Say nothing; pass it on to the responders', ja: '案内せず、CSIRTに連絡' },
  'lookup.suspicious': { en: '{at} suspicious login', ja: '{at} 不審なログイン' },
  'lookup.steps': { en: '→ steps {class}', ja: '→ 手順{class}' },
  'lookup.may-say': { en: 'May say: please reset your password', ja: '案内可: 再設定のお願い' },
  'lookup.may-not-say': {
    en: 'May not say: addresses, numbers, other members',
    ja: '案内不可: IP・件数・他の会員',
  },
  'lookup.none': { en: 'no such record', ja: '該当する記録なし' },
  'lookup.check-spelling': {
    en: '{count:id|ids} without a record: check how they are spelt, a mistyped id reads the same as one that the case does not name.',
    ja: '該当する記録のないIDが{count}件あります。IDの入力誤りでも同じ表示になるため、表記を確認してください。',
  },
  'lookup.no-success': {
    en: 'the logs from {from} to {to} show no login success from the attack sources',
    ja: '{from}〜{to}のログに攻撃元からのログイン成功はありません',
  },
  'lookup.cannot-tell': {
    en: 'the logs from {from} to {to} record no successful logins and cannot tell',
    ja: '{from}〜{to}のログにはログイン成功の記録が含まれず、判断できません',
  },
  'lookup.cannot-tell-places': {
    en: 'the logs from {from} to {to} record no addresses and cannot tell from where anybody logged in',
    ja: '{from}〜{to}のログにはIPアドレスの記録が含まれず、誰がログインしたかは判断できません',
  },
  'lookup.no-period': { en: 'the case holds no login records', ja: 'この事案にログインの記録がありません' },
  'lookup.gaps': { en: ' (nothing on record {spans})', ja: '({spans}は欠落)' },
  'lookup.incomplete': { en: ' (some logs could not be read whole)', ja: '(一部のログは読み取り不完全)' },
  'lookup.do-not-say': { en: 'Do not say that nothing happened', ja: '「安全」とは案内しない' },
  'lookup.ask-legal': { en: 'Say nothing; pass it on to legal', ja: '案内せず、法務・個人情報保護担当に確認' },
  'lookup.cleared': { en: 'cleared by a person after checking', ja: '除外(担当者が確認済み)' },
} as const satisfies Messages

const blocklist = {
  'blocklist.allowed': { en: 'on the list of allowed sources', ja: '許可リスト(--allow)に登録された接続元' },
  'blocklist.private': { en: 'private or carrier-internal address', ja: '社内・事業者内部のアドレス' },
  'blocklist.proxy': { en: "proxy or load balancer of the service's own", ja: '自社サービスのプロキシ・負荷分散装置' },
  'blocklist.content': {
    en: "CDN or DDoS protection: other people's websites, and their visitors, stand behind it",
    ja: 'CDN・DDoS対策サービス(他のサイトや利用者が背後にいる)',
  },
  'blocklist.relay': { en: 'relay that many people use', ja: '多数が利用する中継サービス' },
  'blocklist.shared': { en: 'line that many members share', ja: '多数の会員が利用する共用回線' },
  'blocklist.collateral': { en: 'more legitimate users than allowed', ja: '正規利用者が上限を超過' },
  'blocklist.refused': {
    en: '{source} is not on the list: {why} ({collateral:legitimate user|legitimate users})',
    ja: '{source} は対象外: {why}(正規利用者 {collateral}アカウント)',
  },
  'blocklist.more-refused': {
    en: '{count:more address|more addresses} not on the list: {why}',
    ja: 'ほか{count}件も対象外: {why}',
  },
  'blocklist.done': {
    en: '{blocked:address|addresses} to block, {refused} left out; at most {collateral:legitimate user|legitimate users} hit.',
    ja: '遮断対象 {blocked}件、対象外 {refused}件。巻き込まれる正規利用者は最大 {collateral}アカウント。',
  },
  'pivot.unknown': {
    en: '{value}: no attack and no suspicious session of this case leads there. Other logins from there are not in the case: ask the logs (ashiato --ip, ashiato account).',
    ja: '{value}: この事案の攻撃・不審なセッションに該当なし。それ以外の利用は事案に含まれないため、ログを検索してください(ashiato --ip、ashiato account)。',
  },
  'pivot.unknown-more': {
    en: '{count} more that the case does not lead to.',
    ja: 'ほか{count}件も該当なし。',
  },
  'pivot.found': {
    en: '{sources:source|sources}, {sessions:session|sessions}; accounts: {entered} entered, {tried} tried only, {innocent:innocent user|innocent users} of the same source.',
    ja: '接続元 {sources}件、セッション {sessions}件。アカウント: 不審なログイン {entered}、試行のみ {tried}、同じ接続元の正規利用者 {innocent}。',
  },
} as const satisfies Messages

const changes = {
  'changes.title': { en: 'Changes from revision {before} to revision {after}', ja: '第{before}版から第{after}版への変更点' },
  'changes.carried': {
    en: 'Logs of the earlier revision that were not read again keep their findings: nothing of them is withdrawn.',
    ja: '再読み込みしていないログの結果は、取り消さずに引き継いでいます。',
  },
  'changes.accounts': {
    en: 'Accounts whose verdict is new, changed or withdrawn ({count})',
    ja: '判定の追加・変更・取り消し({count}アカウント)',
  },
  'changes.steps': {
    en: 'Steps by the newer logs: {done} proven, {waiting} waiting, {contradicted} contradicted',
    ja: '新しいログによる手順の状態: 完了 {done}件、待機 {waiting}件、ログと矛盾 {contradicted}件',
  },
  'changes.added': { en: 'New findings ({count})', ja: '新しい検知({count}件)' },
  'changes.revised': { en: 'Findings with other figures ({count})', ja: '内容が変わった検知({count}件)' },
  'changes.withdrawn': {
    en: 'Withdrawn findings: their records were read again and no longer show them ({count})',
    ja: '取り消した検知: 記録を再読み込みした結果、該当しなくなったもの({count}件)',
  },
  'changes.not-listed': { en: 'not listed', ja: '記載なし' },
  'changes.new-records': { en: 'new in this revision', ja: 'この版で追加' },
  'changes.more-records': { en: 'more or other records', ja: '記録の追加・変更による' },
  'changes.read-again': { en: 'the same records read again, or together with others, weigh less', ja: '再読み込みの結果、根拠が弱まった' },
  'changes.grounds-gone': {
    en: 'its records were read again and no longer show it; what it stood on:',
    ja: '記録を再読み込みした結果、該当しなくなった。以前の根拠:',
  },
} as const satisfies Messages

const verify = {
  'verify.same': {
    en: 'Unchanged since it was sealed: {files:file|files}, revision {revision}, sealed {sealed}.',
    ja: '封印後の変更はありません: {files}ファイル、第{revision}版、封印 {sealed}。',
  },
  'verify.seal': {
    en: 'SHA256SUMS itself: {hash} (compare with what was noted down when it was sealed)',
    ja: 'SHA256SUMS のハッシュ値: {hash}(封印時の記録と照合してください)',
  },
  'verify.inputs': {
    en: 'Inputs: {same} unchanged, {gone} no longer there or never a plain file.',
    ja: '入力ファイル: 変更なし {same}、現存しない・通常のファイルではないもの {gone}。',
  },
  'verify.work': {
    en: 'Beside the case: {decisions:decision|decisions}, {notes:note|notes}.',
    ja: '追記: 判断 {decisions}件、実施記録 {notes}件。',
  },
  'verify.changes': { en: '{count:difference|differences} found.', ja: '相違が{count}件あります。' },
  'verify.changed': { en: '{path}: its content was changed (now {detail})', ja: '{path}: 内容が変更されています(現在 {detail})' },
  'verify.missing': { en: '{path}: is missing', ja: '{path}: ありません' },
  'verify.added': { en: '{path}: was added after sealing', ja: '{path}: 封印後に追加されています' },
  'verify.link': { en: '{path}: is no plain file', ja: '{path}: 通常のファイルではありません' },
  'verify.no-sums': { en: '{path}: is missing, so nothing can be compared', ja: '{path}: ないため照合できません' },
  'verify.no-manifest': {
    en: '{path}: its MANIFEST.json is missing or cannot be read',
    ja: '{path}: MANIFEST.json がないか、読み取れません',
  },
  'verify.evidence-open': {
    en: '{path}: may be read by others (mode {detail}, was 700)',
    ja: '{path}: 他の利用者が読み取り可能です(権限 {detail}、封印時 700)',
  },
  'verify.chain-broken': {
    en: '{path}: line {detail} does not follow from the line before',
    ja: '{path}: {detail}行目が直前の行と連鎖していません',
  },
  'verify.chain-cut': {
    en: '{path}: the {detail:entry|entries} that stood there when the case was sealed are not all there',
    ja: '{path}: 封印時にあった{detail}件の一部がありません',
  },
  'verify.input-changed': {
    en: '{path}: the log is no longer the one that was read (now {detail})',
    ja: '{path}: 読み込み時のログと異なります(現在 {detail})',
  },
  'verify.revision-changed': {
    en: '{path}: the earlier revision is no longer the one that this case was built on',
    ja: '{path}: この版の基となった旧版と異なります',
  },
} as const satisfies Messages

const done = {
  'case.whole': {
    en: 'What is printed is the whole case; what is new, changed or withdrawn: {path}',
    ja: '以下は事案全体の結果です(今回の新規・変更・取り消し: {path})',
  },
  'case.sealed': {
    en: 'Case written: {path} (revision {revision}). SHA256SUMS: {hash}',
    ja: '事案フォルダーを作成: {path}(第{revision}版)。SHA256SUMS: {hash}',
  },
  'case.restricted': {
    en: 'Restricted: raw log records behind the findings, byte for byte. They name people and may hold passwords that were typed into the name field. Do not pass on without need.',
    ja: '取扱注意: 検知の根拠となる生ログです(改変なし)。個人の識別情報を含み、ID欄に入力されたパスワードが含まれる場合があります。必要な範囲を超えて渡さないでください。',
  },
  'case.decided': { en: '{count:decision|decisions} recorded by {by}.', ja: '{by} による判断を{count}件記録しました。' },
  'case.noted': { en: 'Noted: entry {count}, {by}, {at}.', ja: '記録しました: {count}件目、{by}、{at}' },
  'case.sampled': {
    en: '{count:account|accounts} drawn. Fill in the decision column without looking at the verdicts, then: ashiato decide CASE --from FILE --by NAME.',
    ja: '{count}アカウントを抽出しました。判定を見ずに "decision" 列を記入し、"ashiato decide" で登録してください。',
  },
  'case.empty-sample': { en: 'The case lists no accounts to draw from.', ja: '抽出できるアカウントがありません。' },
} as const satisfies Messages

/** What is said about case folders. */
export const caseFolderMessages = { ...pages, ...lookup, ...blocklist, ...changes, ...verify, ...done } as const
