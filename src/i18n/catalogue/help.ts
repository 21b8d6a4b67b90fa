import type { Lang } from '../../model/vocabulary.ts'

/**
 * `--help` in Japanese, by the English text that stands where a command or an option is declared (src/cli/program.ts,
 * src/cli/declare). A test walks all commands: a text without its line here fails it.
 */
export const helpInJapanese: Readonly<Record<string, string>> = {
  // Titles
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  'Reading:': '読み込み:',
  'Talking:': '表示:',
  'Rules:': 'ルール:',
  'Recovery:': '復旧手順:',
  'What is reported (never what is read):': '報告する範囲(読み込む範囲は変わりません):',
  'Output:': '出力:',
  'Case folder:': '事案フォルダー:',

  // Commands
  'Reads exported login logs; says who got in, what was done, and what must be done now, account by account.':
    'エクスポートしたログイン記録を読み、不正にログインされたアカウント、行われた操作、いますべきことを示します。',
  'find out who got in, what was done, and what to do (default)': '不正にログインされたアカウント、行われた操作、すべきことを調べる(既定)',
  'is this log usable? formats, zones, period, coverage, gaps, proxies, rejects':
    'このログで調べられるか: 形式・タイムゾーン・期間・項目の有無・欠落・プロキシ・読み取り不可',
  'one account: everything it did, what is usual for it, who else its attacker touched':
    '1アカウントの全記録、普段の利用、同じ攻撃元に試行された他のアカウント',
  'read this file and show its first events, and what was not understood': 'このファイルを読み、最初のイベントと読み取れなかったものを表示',
  'with --try: a mapping, or the pages of your site (docs/MAPPING.md)':
    '--try 用: マッピング、または自社サイトのページ一覧(docs/MAPPING.md)',
  'with --try: a format id': '--try 用: 形式のID',
  'with --try: zone of times without an offset': '--try 用: 時差の記載がない時刻のタイムゾーン',
  'with --try: zone in which times are shown': '--try 用: 表示する時刻のタイムゾーン',
  'the log formats, what they carry, and how to export one': '対応するログ形式、含まれる項目、取得方法',
  'the detections, and the parameters of one': '検知ルールの一覧と、各ルールのパラメーター',
  'shell completion: bash, zsh or fish': 'シェルの補完: bash・zsh・fish',
  'widen: who else is met at an address, network, program, session or account':
    '影響範囲の特定: 同じIPアドレス・ネットワーク・端末情報・セッション・アカウントに現れる利用者',
  'accounts for bulk work': '一括対応のためのアカウント一覧',
  'attacking addresses that may be blocked, and whom that would hit': '遮断してよい攻撃元IPアドレスと、遮断に巻き込まれる利用者',
  'one line per id that support can act on': '問い合わせ対応用に、IDごとに1行で回答',
  'one page for whoever decides': '判断する人のための1ページの要約',
  'the steps of the case, of a class, or of one account': '事案全体・区分・1アカウントの手順',
  'is everything as it was sealed?': '封印時から変わっていないかを確認',
  'record what people decided: confirmed, cleared, pending': '人による判断(確定・除外・確認待ち)を記録',
  'accounts to check by hand, shown without their verdict': '手作業で確認するアカウントを、判定を伏せて抽出',
  'add to the response record: who did what when': '対応記録に追記(誰が・いつ・何をしたか)',
  'display help for command': 'コマンドの使い方を表示',
  'output the version number': 'バージョンを表示',

  // Arguments
  'files, folders, globs; - or a pipe is stdin': 'ファイル・フォルダー・グロブ(- またはパイプは標準入力)',
  'id or name, as logged': 'IDまたは名前(ログの表記どおり)',
  'case folder': '事案フォルダー',
  'ids or names': 'IDまたは名前',
  'what was done': '実施した内容',

  // How logs are read
  'log format; auto recognises every record by itself': 'ログ形式(auto はレコードごとに自動判別)',
  'YAML mapping of a log system of your own (docs/MAPPING.md)': '独自ログ用のマッピング(YAML、docs/MAPPING.md)',
  'module with a format, rule, provider or output of your own (docs/PLUGINS.md)':
    '独自の形式・ルール・復旧手順・出力を定義したモジュール(docs/PLUGINS.md)',
  'configuration (default: ashiato.yaml where there is one)': '設定ファイル(既定: ashiato.yaml があれば使用)',
  'zone of times that are logged without an offset (default: UTC, said in the report)':
    '時差の記載がない時刻のタイムゾーン(既定: UTC、報告に明記)',
  'year of the newest line of logs that write no year': '年の記載がないログの、最も新しい行の年',
  'your own proxies: the client is the hop before them': '自社のプロキシ(その手前のアドレスを接続元とする)',
  'your MaxMind City database': 'お持ちのMaxMind Cityデータベース',
  'your MaxMind ASN database': 'お持ちのMaxMind ASNデータベース',
  'exact: equal records of one instant count once, also where they have no id (they may repeat by right)':
    'exact: 同じ時刻の同じ内容の記録を、IDがなくても1件と数える(正当な繰り返しもあるため既定では数え分ける)',
  "what the log's rows may take in memory (64MB, 2GB); the rest goes to a private scratch file":
    'ログの行に使うメモリーの上限(64MB、2GBなど)。超えた分は一時ファイルに置く(本人のみ読み書き可)',
  'folder for private scratch files': '一時ファイルを置くフォルダー(本人のみ読み書き可)',

  // How the program talks
  'zone of every time that is shown': '表示する時刻のタイムゾーン',
  "zone of every time that is shown (default: the case's)": '表示する時刻のタイムゾーン(既定: 事案フォルダーと同じ)',
  'en or ja': 'en または ja',
  "en or ja (default: the case's)": 'en または ja(既定: 事案フォルダーと同じ)',
  'say nothing on stderr but problems': '標準エラー出力には問題だけを表示',
  'show the stack of an error': 'エラーの詳細(スタックトレース)を表示',

  // Rules
  'only these rules (ids, tags or severities)': '指定したルールだけを実行(ID・タグ・重要度)',
  'not these rules': '指定したルールを実行しない',
  'a parameter of a rule': 'ルールのパラメーター',
  'what the service does not have, so that steps are left out: mfa, high-risk-actions, third-party-apps, roles, passwords, login-challenge':
    'サービスにない機能(該当する手順を省く): mfa, high-risk-actions, third-party-apps, roles, passwords, login-challenge',
  "YAML with your own service's recovery commands (docs/PROVIDERS.md)": '自社サービスの復旧コマンド(YAML、docs/PROVIDERS.md)',

  // What is known from elsewhere
  'What you know:': 'わかっていること:',
  'sources that you vouch for: they never alert nor appear on block lists (docs/LISTS.md)':
    '許可リスト(検知対象にせず、遮断リストにも載せない接続元。docs/LISTS.md)',
  'sources that are known to be bad': '脅威情報リスト(悪用が知られている接続元)',
  'people: departed, dormant, privileged, service, shared, suppliers': '人員リスト(退職者、休眠、特権、サービス用、共有ID、委託先)',
  'accounts that customers reported: are they found, what do they share, who else shares it (docs/LISTS.md)':
    '被害申告のあったアカウントの一覧: 検出できたか、共通点は何か、同じ共通点を持つ他のアカウント(docs/LISTS.md)',

  // What is reported
  'nothing that ended before': 'これより前に終わったものを除く',
  'nothing that began after': 'これより後に始まったものを除く',
  "the last 24h, 7d … counted from the log's end": 'ログの末尾からさかのぼる期間(24h、7d など)',
  'this account (id or name)': 'このアカウントだけ(IDまたは名前)',
  'what this address took part in': 'このIPアドレスが関わるものだけ',
  'nothing below: info, low, medium, high, critical': '最低の重要度: info・low・medium・high・critical',
  'exit 1 when a finding or an affected account is at least this severe': 'この重要度以上の検知または対象アカウントがあれば終了コード1',

  // Output
  'table, json, ndjson, csv, markdown, html, timesketch, iocs (default: by the ending of --output; table on a terminal, ndjson in a pipe)':
    'table・json・ndjson・csv・markdown・html・timesketch・iocs(既定: --output の拡張子による。端末では table、パイプでは ndjson)',
  'part of an output that has several (csv: timeline, accounts)': '複数の部分からなる出力の一部(csv: timeline・accounts)',
  'write to a file instead of stdout': '標準出力の代わりにファイルへ書き込む',
  'one line per successful login: how unlike its account it is (CSV, docs/SCORES.md)':
    'ログイン成功1件につき1行で、普段の利用との違いの大きさを書き出す(CSV、docs/SCORES.md)',
  'table, json, ndjson': 'table・json・ndjson',
  'table, csv, json, ndjson (default: table on a terminal, csv in a pipe)':
    'table・csv・json・ndjson(既定: 端末では table、パイプでは csv)',
  'CSV for spreadsheets: byte order mark, and no cell that they would evaluate':
    '表計算ソフト用のCSV(BOM付き、数式として実行されるセルなし)',

  // Case folders
  'write a sealed case folder, or add these logs to one as its next revision':
    '封印した事案フォルダーを作成、または既存の事案フォルダーにログを追加して次の版とする',
  'read the earlier logs of that case again with these, where they are still there: exact, as if all were read at once':
    '事案の以前のログも、残っていれば今回のログと一緒に読み直す(すべてを一度に読んだ場合と同じ結果になる)',
  'who collected the logs': 'ログの取得者',
  'how they were collected': 'ログの取得方法',
  'how far the logged clocks were off, e.g. +00:00:02': 'ログの時計のずれ(例: +00:00:02)',
  'handling mark, e.g. TLP:AMBER': '取り扱い区分(例: TLP:AMBER)',
  'until when the case is kept': '事案フォルダーの保存期限',
  "the acquirer's list of hashes; exit 3 where a log is not what was acquired":
    'ログ取得時のハッシュ値一覧。取得時と異なるログがあれば終了コード3',
  'Privacy:': '個人情報の保護:',
  'replace accounts, names and addresses by pseudonyms; no commands, no raw records':
    'アカウント・氏名・IPアドレスを仮名に置き換える。コマンドと生ログは含めない',
  'key of the pseudonyms; the same key gives the same ones': '仮名の鍵ファイル。同じ鍵なら同じ仮名になる',
  'with --redact: addresses cut to /24 and /48 instead of pseudonyms': '--redact 時、IPアドレスを仮名ではなく /24・/48 に丸める',
  'whose pseudonyms these are, with the key': '仮名の元の値を鍵で表示',
  'pseudonyms of a case that was written with --redact': '--redact で作成した事案の仮名',
  'Legal clocks:': '法定期限:',
  'own templates of the drafts (ashiato draft CASE ID --template prints one)':
    '文書の独自テンプレートのフォルダー(ひな型は ashiato draft CASE ID --template で出力)',
  'drafts for customers, executives, regulators, support and police, with the facts of the case':
    'お客様・経営層・当局・CS・警察向け文書の下書きを事案の事実で作成',
  'which draft; without it: a list of them': '文書のID(省略時は一覧)',
  'the template itself, to make an own one from': 'テンプレートを出力(独自テンプレートの作成用)',
  'laws besides jp-appi: jp-telecom, eu-gdpr, uk-gdpr, us-ca': 'jp-appi に加える法令: jp-telecom, eu-gdpr, uk-gdpr, us-ca',
  'when it became known: date and time; without it deadlines are durations, never dates':
    '知った日時(日付と時刻)。指定がなければ期限は期間で表示',
  'which department came to know it': '知った部署',
  'address or range (IPv6: its /64)': 'IPアドレスまたは範囲(IPv6は/64単位)',
  network: 'ネットワーク(AS番号)',
  'program, or a part of its name': '端末情報(名前の一部でも可)',
  session: 'セッション',
  'account (id or name)': 'アカウント(IDまたは名前)',
  'accounts, one a line': 'アカウントの一覧(1行に1件)',
  'compromised, suspected, targeted, undetermined (default: the first two)':
    'compromised・suspected・targeted・undetermined(既定: 先頭の2つ)',
  'pending, confirmed, cleared (default: all but cleared)': 'pending・confirmed・cleared(既定: cleared 以外)',
  'A, B, C': 'A・B・C',
  'A, B or C': 'A・B・C のいずれか',
  'one account (id or name)': '1アカウント(IDまたは名前)',
  'most legitimate users on an address': '遮断に巻き込んでよい正規の利用者数(1アドレスあたり)',
  'how long the block lasts': '遮断の期間',
  'CSV with the columns account and decision (also: provider, tenant, why)':
    '列 account と decision を持つCSV(ほかに provider・tenant・why)',
  'who decided': '判断した人',
  'accounts of each verdict': '判定ごとのアカウント数',
  'the same seed draws the same accounts': '同じ値なら同じアカウントを抽出',
  'who did it': '実施した人',

  // Simulation
  'write a realistic log with known attacks in it, to practise on': '攻撃を含む現実的なログを正解付きで生成(演習用)',
  'scenarios by id; attacks, look-alikes or calm': 'シナリオのID、または attacks・look-alikes・calm',
  'what can be played, and which logs can be written': 'シナリオとログ形式の一覧',
  'What is played:': '生成する内容:',
  'accounts of the service': 'サービスのアカウント数',
  'days of the log': 'ログの日数',
  'the same seed writes the same log': '同じ値なら同じログを生成',
  'of the full attack: 1, 1/3, 1/10, 1/30': '攻撃の規模: 1・1/3・1/10・1/30',
  'addresses of an attack: 1, 50, 2000': '攻撃元のアドレス数: 1・50・2000',
  'kind of service: shop, sso': 'サービスの種類: shop・sso',
  'first day': '最初の日',
  'okta, auth0, entra, keycloak, cognito, sshd, csv, ndjson': 'okta・auth0・entra・keycloak・cognito・sshd・csv・ndjson',
  'folder for the log and the truth': 'ログと正解を置くフォルダー',
}

/** What stands in angle or square brackets behind a flag or a command; ids, `url` and `cidr` are written the same in both languages. */
export const placeholdersInJapanese: Readonly<Record<string, string>> = {
  options: 'オプション',
  command: 'コマンド',
  inputs: '入力',
  name: '名前',
  id: 'ID',
  ids: 'ID',
  shell: 'シェル',
  case: '事案',
  text: '内容',
  file: 'ファイル',
  size: 'サイズ',
  how: '方法',
  dir: 'フォルダー',
  zone: 'タイムゾーン',
  lang: '言語',
  year: '年',
  time: '日時',
  date: '日付',
  department: '部署',
  pseudonyms: '仮名',
  duration: '期間',
  address: 'IPアドレス',
  cidr: 'CIDR',
  severity: '重要度',
  number: '番号',
  n: '数',
  list: '一覧',
  class: '区分',
  scenarios: 'シナリオ',
  share: '割合',
  'rule.parameter=value': 'ルール.パラメーター=値',
}

/** The name of a placeholder or argument for the reader. */
export const placeholderName = (name: string, lang: Lang): string =>
  lang === 'ja' && Object.hasOwn(placeholdersInJapanese, name) ? (placeholdersInJapanese[name] ?? name) : name
