import type { Messages } from '../../model/finding.ts'

/**
 * What is said about one input. Errors name what was looked for and what to do next; data: `path`, `detail`.
 * Notes say what was assumed while reading.
 */
export const inputMessages: Messages = {
  'input-error.missing': {
    en: '{path}: not found (looked at {detail}). Check the name and the current folder.',
    ja: '{path}: 見つかりません(参照先: {detail})。名前と現在のフォルダーを確認してください。',
  },
  'input-error.no-files': {
    en: '{path}: no file in it that can be read (looked in {detail}; hidden files are left out). Check the folder or the pattern.',
    ja: '{path}: 読み取れるファイルがありません(参照先: {detail}、隠しファイルは対象外)。フォルダーまたはパターンを確認してください。',
  },
  'input-error.unreadable': {
    en: '{path}: cannot be read ({detail}). Check the permissions, or copy the file and try again.',
    ja: '{path}: 読み取れません({detail})。アクセス権を確認するか、コピーしてから再実行してください。',
  },
  'input-error.is-binary': {
    en: '{path}: not a text log ({detail}). Export it as JSON, CSV or text, or unpack it first.',
    ja: '{path}: テキスト形式のログではありません({detail})。JSON・CSV・テキストで書き出すか、展開してから指定してください。',
  },
  'input-error.is-binary-evtx': {
    en: '{path}: Windows\' own event log ({detail}). Write it out with "evtx_dump -o jsonl" or Get-WinEvent | ConvertTo-Json, and give that.',
    ja: '{path}: Windowsのイベントログのファイル({detail})です。"evtx_dump -o jsonl" または Get-WinEvent | ConvertTo-Json で書き出してから指定してください。',
  },
  'input-error.is-binary-journal': {
    en: '{path}: a journal of systemd. Write it out with "journalctl --file FILE -o json", and give that.',
    ja: '{path}: systemdのジャーナルです。"journalctl --file ファイル -o json" で書き出してから指定してください。',
  },
  'input-error.is-binary-database': {
    en: '{path}: a database ({detail}). Export the table with the logins as CSV with its column names, and give that.',
    ja: '{path}: データベース({detail})です。ログインの表を列名つきのCSVで書き出してから指定してください。',
  },
  'input-error.is-binary-picture': {
    en: '{path}: printed or photographed ({detail}), not a log that can be read. Ask for the export itself as CSV, JSON or text.',
    ja: '{path}: 印刷物または画像({detail})のため、ログとして読み取れません。CSV・JSON・テキストの書き出しを依頼してください。',
  },
  'input-error.is-binary-packets': {
    en: '{path}: recorded network packets ({detail}), not a log. Ask for the log of the system that people log in to.',
    ja: '{path}: ネットワークの通信記録({detail})で、ログではありません。ログイン先のシステムのログを入手してください。',
  },
  'input-error.is-office': {
    en: '{path}: a document of Office ({detail}), not a text log. Save the sheet with the log as CSV (UTF-8) and give that.',
    ja: '{path}: Officeの文書({detail})で、テキスト形式のログではありません。ログのシートをCSV(UTF-8)で保存してから指定してください。',
  },
  'input-error.empty': {
    en: '{path}: empty. Check the export: an empty log says nothing about the period.',
    ja: '{path}: 空です。エクスポートを確認してください。空のログからは期間中の状況を判断できません。',
  },
  'input-error.truncated': {
    en: '{path}: the archive is cut off ({detail}); what came before the cut was read. Get a complete copy.',
    ja: '{path}: アーカイブ(圧縮ファイル)が途中で切れています({detail})。切れる前までは読み込みました。完全なファイルを入手してください。',
  },
  'input-error.corrupt-archive': {
    en: '{path}: the archive is damaged ({detail}); what came before the damage was read. Get a new copy.',
    ja: '{path}: 圧縮ファイルが破損しています({detail})。破損箇所より前は読み込みました。入手し直してください。',
  },
  'input-error.bad-parquet': {
    en: '{path}: the Parquet file cannot be read ({detail}); rows before the fault were read. Get a new copy, or export it as JSON.',
    ja: '{path}: Parquetファイルを読み取れません({detail})。該当箇所より前の行は読み込みました。入手し直すか、JSONで書き出してください。',
  },
  'input-error.encrypted-archive': {
    en: '{path}: protected by a password ({detail}). Unpack it, then give the unpacked files.',
    ja: '{path}: パスワードで保護されています({detail})。展開してから指定してください。',
  },
  'input-error.too-deep': {
    en: '{path}: an archive inside several others ({detail}), not opened. Unpack the outer ones, then give the files inside.',
    ja: '{path}: 圧縮ファイルが何重にも入れ子になっているため、開いていません({detail})。外側を展開してから中のファイルを指定してください。',
  },
  'input-error.skipped': {
    en: '{path}: {detail}, not a file with a log: left out. If it leads to a log, give that by its own name.',
    ja: '{path}: ログのファイルではない({detail})ため、対象外としました。参照先がログの場合は、そのファイル名を直接指定してください。',
  },
  'note.not-of-format': { en: 'not a record of format {format}', ja: '形式 {format} のレコードではない' },
  'note.charset-assumed': { en: 'read as {charset}', ja: '文字コードを {charset} として読み込み' },
  'note.charset-mixed': {
    en: '{records:record|records} not in the character set of the rest, read as {charset}',
    ja: '文字コードが他と異なるレコード {records} 件を {charset} として読み込み',
  },
  'note.carried': { en: 'its records were taken out of {place}', ja: 'レコードは {place} から取り出し' },
  'note.flattened': {
    en: 'its records were put together from names of several parts ({place})',
    ja: '分割された項目名({place})からレコードを復元',
  },
  'note.line-returns': { en: 'lines end with a carriage return alone: read as lines', ja: '改行がCRのみのため、CRを改行として読み取り' },
  'note.header-from-sibling': { en: 'no header of its own: taken from {path}', ja: '見出し行がないため {path} の見出しを使用' },
  'note.all-ignored': {
    en: 'none of its {count:record|records} is about a login ({ignored}): the logins may be in another log',
    ja: 'レコード {count} 件のすべてがログイン以外の記録({ignored})。ログインは別のログにある可能性あり',
  },
  'note.leap-day': {
    en: 'no year in the log, and {count:event|events} on 29 February: these were taken for {year}, the days beside them for another year; say the year of its last line (--year {year})',
    ja: '年の記載がないログに2月29日のイベント {count} 件: その日は {year} 年、前後の日は別の年として読み込み。最後の行の年を指定してください(--year {year})',
  },
  'note.overlap': {
    en: '{count:record|records} of it are in {path}, too, and count once',
    ja: 'レコード {count} 件は {path} にもあるため、1回だけ集計',
  },
  'note.array-not-closed': {
    en: 'ends before its JSON array does: records may be missing at the end',
    ja: 'JSON配列が閉じないまま終了(末尾のレコードが欠けている可能性あり)',
  },
}
