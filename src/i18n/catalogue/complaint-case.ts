import type { Messages } from '../../model/finding.ts'

/** Case folders, and what people add to them. */
export const caseComplaints = {
  'complaint.no-case': {
    en: '{path} is no case folder (looked for {path}/MANIFEST.json).\n  Check the name and the current folder, or write a case with: ashiato scan LOGS --case {path}',
    ja: '{path} は事案フォルダーではありません({path}/MANIFEST.json がありません)。\n  名前と現在のフォルダーを確認するか、"ashiato scan" に --case {path} を付けて作成してください。',
  },
  'complaint.not-a-case': {
    en: '--case: {path} exists and is no case folder; it is left as it is.\n  Name a new folder, an empty one, or a case.',
    ja: '--case: {path} は既に存在し、事案フォルダーではないため変更しません。\n  新しいフォルダー、空のフォルダー、または事案フォルダーを指定してください。',
  },
  'complaint.case-damaged': {
    en: '{path} cannot be read as it was written.\n  "ashiato verify" says what was changed.',
    ja: '{path} を読み取れません。\n  変更箇所は "ashiato verify" で確認できます。',
  },
  'complaint.case-changed': {
    en: '--case: {path} is not as it was sealed ({changed}). A changed case is not continued.\n  "ashiato verify {path}" says what was changed; restore it, or write to a new folder.',
    ja: '--case: {path} は封印後に変更されています({changed})。変更された事案には追加しません。\n  変更箇所は "ashiato verify {path}" で確認できます。元に戻すか、新しいフォルダーを指定してください。',
  },
  'complaint.case-in-input': {
    en: '--case: {path} lies inside an input ({input}); its files would be read as logs next time.\n  Write the case outside the logs.',
    ja: '--case: {path} は入力({input})の中にあり、次回ログとして読み込まれます。\n  ログの外のフォルダーを指定してください。',
  },
  'complaint.case-filtered': {
    en: '--case: {option} cannot be given with it: a case folder holds the whole case.\n  Leave {option} out; "ashiato list", "pivot" and "lookup" filter afterwards.',
    ja: '--case: {option} とは併用できません。事案フォルダーには全件を保存します。\n  {option} を外してください。絞り込みは "ashiato list"・"pivot"・"lookup" で行えます。',
  },
  'complaint.needed-with': {
    en: '{option} does nothing without {needed}.\n  Give {needed} as well, or leave {option} out.',
    ja: '{option} は {needed} がなければ何もしません。\n  {needed} も指定するか、{option} を外してください。',
  },
  'complaint.reread-alone': {
    en: '--reread: name the case whose earlier logs are to be read again.\n  Give --case DIR as well.',
    ja: '--reread: 読み直す事案フォルダーの指定がありません。\n  --case も指定してください。',
  },
  'complaint.reread-redacted': {
    en: '--reread: {path} is redacted and does not say where its logs lie.\n  Name all of its logs instead.',
    ja: '--reread: {path} は仮名化されているため、元のログの場所を保存していません。\n  すべてのログを指定してください。',
  },
  'complaint.revision-there': {
    en: '{path} is in the way: the revision that stands now would move there.\n  Move it aside by hand; Ashiato overwrites no case.',
    ja: '{path} が既に存在するため、現在の版を移動できません。\n  手作業で移動してください。事案フォルダーには上書きしません。',
  },
  'complaint.locked': {
    en: '{path} is being written by somebody else.\n  Wait and try again; if nobody is, remove {lock}.',
    ja: '{path} は他の人が書き込み中です。\n  しばらく待って再実行してください。誰も書き込んでいない場合は {lock} を削除してください。',
  },
  'complaint.chain-broken': {
    en: '{path}: line {line} does not follow from the line before; nothing was added.\n  "ashiato verify" shows more. Restore the file from a copy.',
    ja: '{path}: {line}行目が直前の行と連鎖していないため、追加していません。\n  詳細は "ashiato verify" にあります。控えから元に戻してください。',
  },
  'complaint.decisions-columns': {
    en: '{path}: its first line must name the columns account and decision (also: provider, tenant, why).\n  "ashiato list CASE --to csv" writes a file to start from.',
    ja: '{path}: 1行目に account と decision の列名が必要です(ほかに provider、tenant、why)。\n  ひな形は "ashiato list CASE --to csv" で出力できます。',
  },
  'decisions.unknown': {
    en: '"{account}" is no account of this case',
    ja: '"{account}" はこの事案にないアカウントです',
  },
  'decisions.several': {
    en: '"{account}" is an account of several systems ({systems}): name one in the column provider',
    ja: '"{account}" は複数のシステム({systems})にあります。provider 列で指定してください',
  },
  'decisions.no-state': {
    en: '"{said}" is no decision: write confirmed, cleared or pending',
    ja: '"{said}" は判断として読めません。confirmed・cleared・pending のいずれかを指定してください',
  },
  'complaint.decisions-rows': {
    en: '{path}: nothing was recorded, because of these lines:\n{problems}\n  Mend them and give the file again.',
    ja: '{path}: 次の行に誤りがあるため、何も記録していません:\n{problems}\n  修正してから、もう一度指定してください。',
  },
  'complaint.number': {
    en: '{option}: "{value}" is not a whole number of at least {least}.\n  Write digits only.',
    ja: '{option}: "{value}" は{least}以上の整数として読めません。\n  数字だけで指定してください。',
  },
  'complaint.required-one': {
    en: 'One of {options} is needed here.\n  "ashiato {command} --help" shows an example.',
    ja: '{options} のいずれかの指定が必要です。\n  例は "ashiato {command} --help" にあります。',
  },
  'complaint.required': {
    en: '{option} is needed here.\n  "ashiato {command} --help" shows an example.',
    ja: '{option} の指定が必要です。\n  例は "ashiato {command} --help" にあります。',
  },
  'complaint.aware-both': {
    en: '{given} was given without {missing}.\n  A legal term begins when a certain department came to know: give the date, the time and the department, or neither.',
    ja: '{given} だけが指定され、{missing} がありません。\n  期限は「いずれかの部署が知った時点」から起算します。日付・時刻・部署をすべて指定するか、どれも指定しないでください。',
  },
  'complaint.aware-time': {
    en: '--aware-at {value} names no time of day.\n  Give the date and the time, e.g. 2026-11-22T09:30+09:00.',
    ja: '--aware-at {value} に時刻がありません。\n  日付と時刻を指定してください(例: 2026-11-22T09:30+09:00)。',
  },
  'complaint.template': {
    en: '{path}: this template cannot be read: {detail}.\n  "ashiato draft CASE ID --template" prints a working one.',
    ja: '{path}: テンプレートを解釈できません: {detail}\n  正しい例は ashiato draft CASE ID --template で出力できます。',
  },
  'complaint.template-name': {
    en: '{path}: no fact is called "{name}" (did you mean "{near}"?).\n  "ashiato draft CASE ID --template" prints a template with the names in use.',
    ja: '{path}: 「{name}」という項目はありません(「{near}」の誤りではありませんか)。\n  使える項目名は ashiato draft CASE ID --template の出力にあります。',
  },
  'complaint.template-raw': {
    en: '{path}: "{name}" would be inserted without escaping, or is a part of another file.\n  Write {open} {name} {close} with two braces.',
    ja: '{path}: 「{name}」は無加工の挿入、または別ファイルの参照になっています。\n  {open} {name} {close} のように二重の波かっこで書いてください。',
  },
  'complaint.template-file': {
    en: '{path} in the folder of --templates is none of the drafts.\n  Known: {known}',
    ja: '--templates のフォルダーにある {path} に対応する文書はありません。\n  使えるファイル名: {known}',
  },
  'complaint.no-draft': {
    en: 'There is no draft "{id}".\n  Known: {known}',
    ja: '文書「{id}」はありません。\n  使えるID: {known}',
  },
  'complaint.no-sums': {
    en: '{path} holds no line as sha256sum writes them.\n  One line per file: 64 hexadecimal digits, two spaces, the path.',
    ja: '{path} に sha256sum 形式の行がありません。\n  1行に1ファイル(16進64桁、空白2つ、パス)の形式で用意してください。',
  },
  'complaint.not-in-case': {
    en: '{account}: this case does not name it.\n  Ids are written as the log wrote them; "ashiato lookup" says what is on record.',
    ja: '{account}: この事案に該当するアカウントがありません。\n  IDはログの表記どおりに指定してください。記録の有無は "ashiato lookup" で確認できます。',
  },
} as const satisfies Messages
