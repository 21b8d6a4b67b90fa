import type { Messages } from '../../model/finding.ts'

/** What the command line says on stderr; stdout carries data only. What is wrong with a command line: complaint.ts. */
export const cliMessages = {
  'cli.file-ndjson': {
    en: 'The name {output} does not say which output: writing NDJSON (choose with --to).',
    ja: '{output} の名前からは出力形式が分からないため、NDJSONで出力します(--to で変更)。',
  },
  'cli.pipe-ndjson': {
    en: 'Not a terminal: writing NDJSON (choose with --to).',
    ja: '端末ではないため、NDJSONで出力します(--to で選択)。',
  },
  'cli.not-reread': {
    en: '{input}: an earlier log of the case that is no longer where it was; what was found in it is carried over.',
    ja: '{input}: 事案の以前のログですが、元の場所にありません。その結果は旧版から引き継ぎます。',
  },
  'cli.stdin-not-reread': {
    en: 'Standard input cannot be read again: what was found in it is carried over. To read it again, give the log as a file.',
    ja: '標準入力のログは再度読めないため、その結果は旧版から引き継ぎます。再度読むには、ログをファイルで指定してください。',
  },
  'cli.stdin': { en: 'standard input', ja: '標準入力' },
  'cli.read': {
    en: '{records:record|records} read: {used} used, {ignored} ignored, {rejected} rejected.',
    ja: '{records}件のレコードを読み込み: 使用 {used}、対象外 {ignored}、読み取り不可 {rejected}。',
  },
  'cli.problems-more': {
    en: '{count:more input|more inputs} with problems; "ashiato inspect --to json" names them all.',
    ja: '問題のある入力がほかに{count}件あります("ashiato inspect --to json" で全件)。',
  },
  'cli.incomplete': {
    en: 'The result is incomplete: {count:input|inputs} not read whole, or not understood.',
    ja: '結果は不完全です: 末尾まで読めない、または解釈できない入力が{count}件あります。',
  },
  'cli.did-you-mean': {
    en: '{word}: no such file. Did you mean the command "ashiato {near}"?',
    ja: '{word}: このようなファイルはありません。コマンド "ashiato {near}" のことですか。',
  },
  'cli.unknown-format': {
    en: '{path}: no known log format, so none of its records was used. "ashiato formats" lists the formats; another log can be read with a mapping (--map, docs/MAPPING.md).',
    ja: '{path}: 対応するログ形式ではないため、レコードを使用していません。対応形式は "ashiato formats" にあります。それ以外のログはマッピングで読み込めます(--map、docs/MAPPING.md)。',
  },
  'cli.unknown-format-of-many': { en: '{path}: not used. {why}', ja: '{path}: 使用していません。{why}' },
  'cli.unknown-formats': {
    en: '{count:input is|inputs are} in no known log format. "ashiato formats" lists the formats; "ashiato inspect" with one of these files alone writes a mapping to start from (--map, docs/MAPPING.md).',
    ja: '対応するログ形式ではない入力が{count}件あります。対応形式は "ashiato formats" にあります。そのうち1ファイルだけを "ashiato inspect" に渡すと、マッピングの雛形を表示します(--map、docs/MAPPING.md)。',
  },
  'cli.not-of-format': {
    en: '{path}: none of its records is of format {format}. Leave --format out to have every record recognised by itself.',
    ja: '{path}: 形式 {format} のレコードがありません。--format を外すと、レコードごとに自動判別します。',
  },
  'cli.cut-off': {
    en: '{path}: cut off inside its last record (line {line}); what came before was read. Get a complete copy.',
    ja: '{path}: 最後のレコードの途中で切れています({line}行目)。それより前は読み込みました。完全なファイルを入手してください。',
  },
  'cli.array-not-closed': {
    en: '{path}: cut off between two records (its JSON array is never closed); what came before was read. Get a complete copy.',
    ja: '{path}: レコードの間で切れています(JSON配列が閉じていません)。それより前は読み込みました。完全なファイルを入手してください。',
  },
  'cli.no-records': {
    en: '{path}: not one record in it. Check the export: an empty log says nothing about the period.',
    ja: '{path}: レコードが1件もありません。エクスポートを確認してください。空のログからは期間中の状況を判断できません。',
  },
  'cli.rejected': {
    en: '{path}: {share} of its records could not be read (first: line {line}: {why}). "ashiato inspect" shows more; get a new export, or say the format with --format or --map.',
    ja: '{path}: レコードの{share}を読み取れません(最初は{line}行目: {why})。詳細は "ashiato inspect" にあります。書き出し直すか、--format・--map で形式を指定してください。',
  },
  'cli.rejected-here': {
    en: '{path}: {share} of its records could not be read (first: line {line}: {why}). Get a new export, or say the format with --format or --map.',
    ja: '{path}: レコードの{share}を読み取れません(最初は{line}行目: {why})。書き出し直すか、--format・--map で形式を指定してください。',
  },
  'cli.no-events-here': {
    en: '{path}: no event could be read from it; the reasons stand below.',
    ja: '{path}: イベントを読み取れません。理由は以下のとおりです。',
  },
  'cli.no-events': {
    en: '{path}: no event could be read from it. "ashiato inspect" shows why.',
    ja: '{path}: イベントを読み取れません。理由は "ashiato inspect" で確認できます。',
  },
  'cli.findings-at-or-above': {
    en: '{count:finding|findings} at or above {severity}.',
    ja: '重要度「{severity}」以上の検知が{count}件あります。',
  },
  'cli.accounts-at-or-above': {
    en: '{count:account|accounts} at or above {severity}, by findings below it.',
    ja: '重要度「{severity}」以上のアカウントが{count}件あります(個々の検知はそれ未満)。',
  },
  'cli.judging': { en: 'Judging {events:event|events} …', ja: '{events}件のイベントを判定中…' },
  'cli.bug': {
    en: 'A bug in Ashiato: {detail}\n  Run again with --debug for the stack, and please report it.',
    ja: 'Ashiatoの不具合です: {detail}\n  --debug を付けて再実行すると詳細が表示されます。ご報告ください。',
  },
  'cli.scanner-not-built': {
    en: 'Part of this program is missing, or older than the rest: dist/data/scan.wasm.\n  In a clone run "npm run build"; otherwise install the package again.',
    ja: 'プログラムの一部(dist/data/scan.wasm)がないか、古くなっています。\n  クローンでは "npm run build" を実行し、それ以外ではパッケージを再インストールしてください。',
  },
  'cli.interrupted': { en: 'Interrupted.', ja: '中断しました。' },
} as const satisfies Messages
