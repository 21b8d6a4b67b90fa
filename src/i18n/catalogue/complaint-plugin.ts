import type { Messages } from '../../model/finding.ts'

/** Parts of a user's own (`--plugin`) that are not whole, or that fail. */
export const pluginComplaints = {
  'complaint.plugin-load': {
    en: '--plugin: {path} could not be loaded: {detail}\n  A plug-in is a module that exports format, rule, provider or report (docs/PLUGINS.md).',
    ja: '--plugin: {path} を読み込めません: {detail}\n  プラグインは format・rule・provider・report のいずれかを export するモジュールです(docs/PLUGINS.md)。',
  },
  'complaint.plugin-part': {
    en: '--plugin: {path}: {kind} "{id}" has no {missing} (docs/PLUGINS.md).',
    ja: '--plugin: {path} の {kind}「{id}」に {missing} がありません(docs/PLUGINS.md)。',
  },
  'complaint.plugin-value': {
    en: '--plugin: {path}: {kind} "{id}": {at} is {given}, where {wants} belongs (docs/PLUGINS.md).',
    ja: '--plugin: {path} の {kind}「{id}」: {at} には{wants}が必要ですが、{given}になっています(docs/PLUGINS.md)。',
  },
  'complaint.plugin-word': {
    en: '--plugin: {path}: {kind} "{id}": {at}: {given} is not known.\n  Known: {known}.',
    ja: '--plugin: {path} の {kind}「{id}」: {at}: {given} は使えません。\n  使えるもの: {known}。',
  },
  'complaint.plugin-failed': {
    en: '--plugin: {path}: {kind} "{id}" does not work: {detail}\n  --debug shows where.',
    ja: '--plugin: {path} の {kind}「{id}」でエラーが発生しました: {detail}\n  --debug を付けると発生箇所を表示します。',
  },
  'complaint.plugin-taken': {
    en: '--plugin: {path}: there is a {kind} "{id}" already: give yours another id.',
    ja: '--plugin: {path} の {kind}「{id}」はすでにあります。別の id にしてください。',
  },
  'complaint.plugin-empty': {
    en: '--plugin: {path} exports no part.\n  Export format, rule, provider or report (or lists: formats, rules …), made with the define… helpers of "ashiato" (docs/PLUGINS.md).',
    ja: '--plugin: {path} は部品を export していません。\n  "ashiato" の define… で作った format・rule・provider・report(または formats・rules などの配列)を export してください(docs/PLUGINS.md)。',
  },
} as const satisfies Messages

/** Kinds of values, as such a complaint names them. */
export const pluginWords = {
  'plugin-value.text': { en: 'text', ja: '文字列' },
  'plugin-value.number': { en: 'a number', ja: '数値' },
  'plugin-value.boolean': { en: 'true or false', ja: 'true か false' },
  'plugin-value.list': { en: 'a list', ja: '配列' },
  'plugin-value.function': { en: 'a function', ja: '関数' },
  'plugin-value.map': { en: 'an object', ja: 'オブジェクト' },
  'plugin-value.pattern': { en: 'a regular expression', ja: '正規表現' },
  'plugin-value.texts': { en: 'a text, or one for en and one for ja', ja: '文字列、または en と ja の文字列' },
  'plugin-value.time': { en: 'a time field such as isoTime("at")', ja: 'isoTime("at") のような時刻の項目' },
  'plugin-value.field': { en: 'a path, a list of paths, or { from, to }', ja: 'パス、パスの配列、または { from, to }' },
  'plugin-value.value': { en: 'a value', ja: '値' },
  'plugin-value.undefined': { en: 'nothing', ja: '空' },
  'plugin-value.null': { en: 'nothing', ja: '空' },
} as const satisfies Messages
