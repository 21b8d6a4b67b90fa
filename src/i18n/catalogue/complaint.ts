import type { Messages } from '../../model/finding.ts'
import { caseComplaints } from './complaint-case.ts'
import { listComplaints } from './complaint-lists.ts'
import { redactComplaints } from './complaint-redact.ts'
import { pluginComplaints, pluginWords } from './complaint-plugin.ts'

/** What is wrong with a command line; the line after the first says what to do next. */
const arguments_ = {
  'complaint.no-input': {
    en: 'No input: no files were named and nothing is piped in.\n  Name log files, folders or globs (ashiato logs/), or pipe a log in (cat okta.json | ashiato). "ashiato --help" shows examples.',
    ja: '入力がありません: ファイルの指定も、パイプからの入力もありません。\n  ログファイル・フォルダー・グロブを指定するか("ashiato logs/")、ログをパイプで渡してください("cat okta.json | ashiato")。例は "ashiato --help" にあります。',
  },
  'complaint.account-not-named': {
    en: 'account: "{name}" is a file or folder here, and nothing else was named or piped in.\n  The account comes first, as its id or name in the log: ashiato account NAME {name}',
    ja: 'account: "{name}" はファイルまたはフォルダーで、ほかに入力がありません。\n  先にアカウントのIDまたは名前(ログの表記どおり)を指定してください: ashiato account 名前 {name}',
  },
  'complaint.no-scenario': {
    en: 'simulate: no scenario was named.\n  "ashiato simulate --list" lists them; "calm" is ordinary days without any.',
    ja: 'simulate: シナリオの指定がありません。\n  一覧は "ashiato simulate --list" にあります。"calm" を指定すると、攻撃のない普段のログになります。',
  },
  'complaint.simulate-exists': {
    en: '{path} is there already: nothing is written over.\n  Name another folder with --output.',
    ja: '{path} はすでにあります。上書きはしません。\n  --output で別のフォルダーを指定してください。',
  },
  'complaint.unknown-option': {
    en: 'Option {option} is not known.\n  "ashiato {command} --help" lists the options.',
    ja: '{option} というオプションはありません。\n  オプションの一覧は "ashiato {command} --help" にあります。',
  },
  'complaint.unknown-option-near': {
    en: 'Option {option} is not known. Did you mean {near}?\n  "ashiato {command} --help" lists the options.',
    ja: '{option} というオプションはありません。{near} のことですか。\n  オプションの一覧は "ashiato {command} --help" にあります。',
  },
  'complaint.option-without-value': {
    en: '{option}: its value is missing.\n  "ashiato {command} --help" lists the options.',
    ja: '{option}: 値がありません。\n  オプションの一覧は "ashiato {command} --help" にあります。',
  },
  'complaint.argument-empty': {
    en: '{command}: an argument is empty (a shell variable that is not set?).\n  "ashiato {command} --help" shows how to call it.',
    ja: '{command}: 空の引数があります(シェル変数が未設定ではありませんか)。\n  呼び出し方は "ashiato {command} --help" にあります。',
  },
  'complaint.argument-missing': {
    en: '{command}: the argument <{placeholder}> is missing.\n  "ashiato {command} --help" shows how to call it.',
    ja: '{command}: 引数 <{placeholder}> がありません。\n  使い方は "ashiato {command} --help" にあります。',
  },
  'complaint.too-many-arguments': {
    en: '{command}: too many arguments.\n  "ashiato {command} --help" shows how to call it.',
    ja: '{command}: 引数が多すぎます。\n  使い方は "ashiato {command} --help" にあります。',
  },
  'complaint.unknown-value': {
    en: '{option}: "{value}" is not known.\n  Known: {known}.',
    ja: '{option}: "{value}" は指定できません。\n  指定できる値: {known}',
  },
  'complaint.unknown-value-near': {
    en: '{option}: "{value}" is not known. Did you mean "{near}"?\n  Known: {known}.',
    ja: '{option}: "{value}" は指定できません。"{near}" のことですか。\n  指定できる値: {known}',
  },
  'complaint.duration': {
    en: '{option}: "{value}" is not a duration.\n  Write numbers with units: 90s, 10m, 24h, 7d, 1d12h.',
    ja: '{option}: "{value}" は期間として読めません。\n  数と単位で指定してください: 90s、10m、24h、7d、1d12h',
  },
  'complaint.size': {
    en: '{option}: "{value}" is not a size.\n  Write a number with its unit: 64MB, 512MB, 2GB.',
    ja: '{option}: "{value}" はサイズとして読めません。\n  数と単位で指定してください: 64MB、512MB、2GB',
  },
  'complaint.scratch': {
    en: 'The scratch file in {path} cannot be used: {detail}. Nothing was reported.\n  The log is larger than --memory allows. Name another folder with --tmp, or allow more memory with --memory.',
    ja: '{path} の一時ファイルを使えません: {detail}。結果は出力していません。\n  ログが --memory の上限より大きいため、一時ファイルが必要です。--tmp で別のフォルダーを指定するか、--memory の上限を上げてください。',
  },
  'complaint.moment': {
    en: '{option}: "{value}" is not a time.\n  Write 2026-11-21, 2026-11-21T02:14:05 or 2026-11-21T02:14:05+09:00.',
    ja: '{option}: "{value}" は日時として読めません。\n  2026-11-21、2026-11-21T02:14:05、2026-11-21T02:14:05+09:00 の形で指定してください。',
  },
  'complaint.zone': {
    en: '{option}: "{value}" is not a time zone.\n  Write an IANA name (Asia/Tokyo), UTC, or an offset (+09:00).',
    ja: '{option}: "{value}" はタイムゾーンとして読めません。\n  IANA名(Asia/Tokyo)、UTC、または時差(+09:00)で指定してください。',
  },
  'complaint.year': {
    en: '--year: "{value}" is not a year.\n  Write four digits: --year 2026.',
    ja: '--year: "{value}" は年として読めません。\n  4桁で指定してください: --year 2026',
  },
  'complaint.set': {
    en: '--set: "{value}" cannot be read.\n  Write rule.parameter=value, e.g. --set account-guessing.failures=20. "ashiato rules ID" lists the parameters.',
    ja: '--set: "{value}" を読み取れません。\n  ルール.パラメーター=値 の形で指定してください(例: --set account-guessing.failures=20)。パラメーターは "ashiato rules ID" にあります。',
  },
  'complaint.trusted-proxy': {
    en: '--trusted-proxy: "{value}" is not an address range.\n  Write 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32.',
    ja: '--trusted-proxy: "{value}" はIPアドレスの範囲として読めません。\n  10.0.0.0/8、192.0.2.7、2001:db8::/32 の形で指定してください。',
  },
  'complaint.no-parts': {
    en: '--part: {report} has no parts.\n  Leave the option out.',
    ja: '--part: {report} に部分の指定はできません。\n  --part を外してください。',
  },
} as const satisfies Messages

/** Files that are no logs: configuration, mappings, plug-ins, databases, outputs. */
const files = {
  'complaint.case-unreadable': {
    en: '{path} could not be read ({detail}).\n  Check who may read the case folder.',
    ja: '{path} を読み込めません({detail})。\n  事案フォルダーの読み取り権限を確認してください。',
  },
  'complaint.not-text': {
    en: '{option}: {path} is not a text file.\n  Save it as text or CSV (UTF-8), unpacked.',
    ja: '{option}: {path} はテキストファイルではありません。\n  テキストまたはCSV(UTF-8)で保存し、圧縮されていれば展開してください。',
  },
  'complaint.unreadable-file': {
    en: '{option}: {path} could not be read ({detail}).\n  Check the path, the current folder, and who may read it.',
    ja: '{option}: {path} を読み取れません({detail})。\n  パス、現在のフォルダー、読み取り権限を確認してください。',
  },
  'complaint.yaml': {
    en: '{at}: {detail}\n  Mend the YAML at this line and column.',
    ja: '{at}: YAMLとして読めません: {detail}\n  この行と桁を直してください。',
  },
  'complaint.config-root': {
    en: '{at}: the file must map keys to values.\n  Keys: {known}.',
    ja: '{at}: キーと値の対応で書いてください。\n  使えるキー: {known}',
  },
  'complaint.config-list': {
    en: '{at}: "{key}" must be a list of texts.\n  Write rule ids, tags or severities: [account-guessing, high].',
    ja: '{at}: "{key}" は文字列の一覧で書いてください。\n  ルールのID・タグ・重要度を書きます: [account-guessing, high]',
  },
  'complaint.config-map': {
    en: '{at}: "{key}" must map names to values.\n  Write account-guessing: and, indented below it, failures: 20.',
    ja: '{at}: "{key}" は名前と値の対応で書いてください。\n  account-guessing: と書き、字下げした次の行に failures: 20 のように書きます。',
  },
  'complaint.config-value': {
    en: '{at}: "{key}" must be a number, a text, true or false.\n  "ashiato rules ID" lists the parameters with their defaults.',
    ja: '{at}: "{key}" は数値・文字列・true・false で書いてください。\n  パラメーターと既定値は "ashiato rules ID" にあります。',
  },
  'complaint.parameter-value': {
    en: '{at}: {rule}.{parameter}: "{value}" does not fit.\n  Its default is {default}; "ashiato rules {rule}" explains it.',
    ja: '{at}: {rule}.{parameter}: "{value}" は指定できません。\n  既定値は {default} です。説明は "ashiato rules {rule}" にあります。',
  },
  'complaint.mapping': {
    en: '{problems}\n  docs/MAPPING.md lists the keys of a mapping.',
    ja: '{problems}\n  マッピングのキーは docs/MAPPING.md にあります。',
  },
  'complaint.provider': {
    en: '{problems}\n  docs/PROVIDERS.md lists the keys of a provider.',
    ja: '{problems}\n  書き方は docs/PROVIDERS.md にあります。',
  },
  'complaint.database-missing': {
    en: '{path}: no such database.\n  Give the path of a MaxMind database (.mmdb), or leave the option out.',
    ja: '{path}: データベースがありません。\n  MaxMindデータベース(.mmdb)のパスを指定するか、オプションを外してください。',
  },
  'complaint.database-unreadable': {
    en: '{path}: the database cannot be read ({detail}).\n  Check its permissions.',
    ja: '{path}: データベースを読み取れません({detail})。\n  アクセス権を確認してください。',
  },
  'complaint.database-not-a-database': {
    en: '{path}: not a MaxMind database (.mmdb), or damaged.\n  Unpack it if it is compressed, or download it again.',
    ja: '{path}: MaxMindデータベース(.mmdb)ではないか、破損しています。\n  圧縮されている場合は展開し、そうでなければ入手し直してください。',
  },
  'complaint.database-wrong-database': {
    en: '{path}: a database of type {detail}.\n  This option wants one of: {wanted}.',
    ja: '{path}: 種類が {detail} のデータベースです。\n  このオプションに指定できる種類: {wanted}',
  },
  'complaint.database-no-table': {
    en: '{path}: the table of networks that comes with Ashiato is missing.\n  Install Ashiato again; in a clone: npm run build.',
    ja: '{path}: Ashiato付属のネットワーク一覧がありません。\n  Ashiatoを再インストールしてください。リポジトリーでは npm run build を実行してください。',
  },
  'complaint.not-written': {
    en: '{path} could not be written ({detail}).\n  Check that the folder exists, has room and may be written to.',
    ja: '{path} に書き込めません({detail})。\n  フォルダーの有無、空き容量、書き込み権限を確認してください。',
  },
  'complaint.output-in-case': {
    en: '--output: {path} lies in the sealed folder {folder}, where nothing may be added.\n  Write to another folder.',
    ja: '--output: {path} は封印済みの事案フォルダー {folder} の中です。何も追加できません。\n  別のフォルダーに書き出してください。',
  },
  'complaint.output-is-input': {
    en: '--output: {path} is one of the inputs; evidence is never overwritten.\n  Write to another file.',
    ja: '--output: {path} は入力ファイルです。証拠となるファイルには上書きしません。\n  別のファイルを指定してください。',
  },
  'complaint.changed': {
    en: '{path} changed while it was being read: the record at line {line} is no longer there.\n  Work on a copy that nobody writes to, and run again.',
    ja: '{path} は読み込み中に変更されました({line}行目のレコードが見つかりません)。\n  書き込まれないコピーを用意し、再実行してください。',
  },
} as const satisfies Messages

export const complaintMessages = {
  ...arguments_,
  ...files,
  ...caseComplaints,
  ...redactComplaints,
  ...listComplaints,
  ...pluginComplaints,
  ...pluginWords,
} as const
