import type { Messages } from '../../model/finding.ts'

/** What is refused about redaction and its key. */
export const redactComplaints = {
  'complaint.wrong-key': {
    en: '{path} cannot be opened with this key.\n  Give the key file that the case was redacted with.',
    ja: '{path} はこの鍵では開けません。\n  仮名化に使った鍵ファイルを指定してください。',
  },
  'complaint.redact-left-out': {
    en: '{flag}: nothing is hidden without --redact.\n  Give --redact as well, or leave {flag} out.',
    ja: '{flag}: --redact がなければ何も隠されません。\n  --redact も指定するか、{flag} を外してください。',
  },
  'complaint.redact-key': {
    en: '--redact needs --key FILE: without a key anybody could try names until one fits.\n  Make one with: head -c 32 /dev/urandom > redact.key; keep it apart from the case.',
    ja: '--redact には --key FILE が必要です(鍵がないと、名前の総当たりで元に戻せてしまうため)。\n  head -c 32 /dev/urandom > redact.key で作成し、事案フォルダーとは別に保管してください。',
  },
  'complaint.short-key': {
    en: '{path} has {bytes} bytes; a key needs at least 16.\n  Make one with: head -c 32 /dev/urandom > redact.key',
    ja: '{path} は{bytes}バイトです。鍵は16バイト以上必要です。\n  head -c 32 /dev/urandom > redact.key で作成してください。',
  },
  'complaint.redact-revision': {
    en: '{path}: redacted and original revisions are not mixed in one case.\n  Write the redacted one into a folder of its own.',
    ja: '{path}: 仮名化した版と元の版を同じ事案フォルダーに混在させることはできません。\n  仮名化した版は別のフォルダーに作成してください。',
  },
  'complaint.redact-continued': {
    en: '{path} is a redacted case: logs are added to it under the key that it was redacted with.\n  ashiato scan LOGS… --case {path} --redact --key KEY',
    ja: '{path} は仮名化した事案です。ログの追加には、仮名化に使った鍵が必要です。\n  ashiato scan ログ… --case {path} --redact --key 鍵',
  },
  'complaint.redact-masked': {
    en: '{path}: where addresses are cut to /24 and /48, whoever comes back cannot be told from the neighbours, so later logs cannot be added.\n  Give all logs again: ashiato scan LOGS… --case NEW --redact --key KEY --mask-addresses',
    ja: '{path}: IPアドレスを /24・/48 に置き換えた事案では、同じ接続元かどうかを見分けられないため、ログを追加できません。\n  すべてのログを指定して作り直してください: ashiato scan ログ… --case 新しいフォルダー --redact --key 鍵 --mask-addresses',
  },
  'complaint.redact-name': {
    en: '{path} is a redacted case: it knows pseudonyms only, and would say "nothing on record" of {name} whatever happened.\n  Ask the original case. "ashiato unmask" turns a pseudonym back.',
    ja: '{path} は仮名化した事案で、仮名でしか検索できません({name} は実際の記録があっても「記録なし」となります)。\n  元の事案で検索してください。仮名から元の名前を得るには "ashiato unmask" を使います。',
  },
  'complaint.redact-block': {
    en: '{path} is a redacted case: its addresses are pseudonyms or cut short, and must not be blocked.\n  Take the block list from the original case.',
    ja: '{path} は仮名化した事案で、IPアドレスは仮名または丸めた範囲のため、遮断には使えません。\n  遮断リストは元の事案から作成してください。',
  },
  'complaint.iocs-redacted': {
    en: '--to iocs lists addresses for other tools to block or search for, and has no redacted form. Leave out --to iocs or --redact.',
    ja: '--to iocs は他の製品での遮断・検索に使うIPアドレスの一覧で、仮名化した形式はありません。--to iocs か --redact のどちらかを外してください。',
  },
  'complaint.no-pseudonyms': {
    en: '{path}: this case was not redacted here: there is no way back beside it.\n  Give the case folder that was written with --redact; its .work folder holds the way back.',
    ja: '{path}: この事案には仮名の対応表がありません。\n  --redact で作成した事案フォルダー(対応表は .work フォルダーにあります)を指定してください。',
  },
  'complaint.scores-redacted': {
    en: '--scores names accounts and addresses as logged and has no redacted form. Leave out --scores or --redact.',
    ja: '--scores はアカウントとIPアドレスを記録のまま書き出し、仮名化した形式はありません。--scores か --redact のどちらかを外してください。',
  },
} as const satisfies Messages
