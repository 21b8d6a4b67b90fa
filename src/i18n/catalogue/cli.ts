import type { Messages } from '../../model/finding.ts'

/** What the command line says on stderr; stdout carries data only. */
export const cliMessages = {
  'cli.pipe-ndjson': {
    en: 'Not a terminal: writing NDJSON (choose with --to).',
    ja: '端末ではないため、NDJSONで出力します(--to で選択)。',
  },
  'cli.no-input': {
    en: 'No input. Give log files, folders or globs, or pipe a log in.',
    ja: '入力がありません。ログファイル・フォルダーを指定するか、パイプで渡してください。',
  },
  'cli.reading': { en: 'Reading {input} …', ja: '{input} を読み込み中…' },
  'cli.read': {
    en: '{records:record|records} read: {used} used, {ignored} ignored, {rejected} rejected.',
    ja: '{records}件のレコードを読み込み: 使用 {used}、対象外 {ignored}、読み取り不可 {rejected}。',
  },
  'cli.incomplete': {
    en: 'The result is incomplete: {input}: {why}',
    ja: '結果は不完全です: {input}: {why}',
  },
  'cli.findings-at-or-above': {
    en: '{count:finding|findings} at or above {severity}.',
    ja: '重要度「{severity}」以上の検知が{count}件あります。',
  },
  'cli.unknown-value': {
    en: '{option}: "{value}" is not known. Known: {known}.',
    ja: '{option}: 「{value}」は指定できません。指定できる値: {known}。',
  },
  'cli.not-written': { en: 'Could not write {path}: {why}', ja: '{path} に書き込めません: {why}' },
  'cli.bug': { en: 'This is a bug in Ashiato: {why} (details with --debug)', ja: 'Ashiatoの不具合です: {why}(詳細は --debug)' },
  'cli.interrupted': { en: 'Interrupted.', ja: '中断しました。' },
} as const satisfies Messages
