import type { Messages } from '../../model/finding.ts'

/** What is said of an input's clock and of what is missing in it. */
export const qualityMessages = {
  'clock.mixed-none': {
    en: 'no offset at {count:event|events}, while others say theirs: taken as {zone}',
    ja: '時差の記載がない時刻 {count}件が混在: {zone} とみなして読み込み',
  },
  'clock.mixed': { en: 'times with different offsets: {offsets}', ja: 'オフセットの異なる時刻が混在: {offsets}' },
  'clock.assumed': {
    en: 'no offset in the log: taken as {zone}, which is an assumption (set --timezone)',
    ja: '時刻にオフセットなし: {zone} と仮定(--timezone で指定)',
  },
  'clock.year': {
    en: 'no year in the log: taken from {from}',
    ja: '時刻に年の記載なし: {from}から判断',
  },
  'clock.year.option': { en: '--year', ja: '--year' },
  'clock.year.dated': { en: 'records that say theirs', ja: '年の記載があるレコード' },
  'clock.year.modified': { en: 'the file’s time', ja: 'ファイルの更新日時' },
  'clock.year.now': { en: 'the time of this run', ja: '実行日時' },
  'clock.skipped': {
    en: '{zone} has no such time, its clock being set forward, at {count:event|events}: the log may be in another zone',
    ja: '{zone} に存在しない時刻 {count}件(夏時間への切り替え): タイムゾーンの指定が違う可能性があります',
  },
  'clock.twice': {
    en: '{zone} has this time twice, its clock being set back, at {count:event|events}: taken as the earlier',
    ja: '{zone} で2回ある時刻 {count}件(夏時間の終了): 早い方とみなして読み込み',
  },
  'clock.jump': {
    en: 'line {line}: the time goes back from {from} to {to}: the clock was set, or files were joined',
    ja: '{line}行目: 時刻が {from} から {to} に戻っています(時計の変更またはファイルの連結)',
  },
  'clock.more-jumps': { en: 'the time goes back at {count:more place|more places}', ja: '時刻が戻る箇所がほか{count}件' },
  'clock.future': {
    en: '{count:event|events} more than a day later than the time of this run: zone, year or clock must be wrong',
    ja: '実行日時より1日以上先のイベント {count}件: タイムゾーン・年・時計のいずれかに誤りがあります',
  },
  'complete.silence': {
    en: 'nothing from {from} to {to} ({span}), when {expected:event is|events are} usual',
    ja: '{from}〜{to} 記録なし({span})。同じ時間帯の通常は約{expected}件',
  },
  'complete.more-silences': { en: '{count:more such silence|more such silences}', ja: '同様の無記録がほか{count}件' },
  'complete.page-limit': {
    en: 'exactly {count:record|records}: the export may have been cut off at its page limit',
    ja: 'ちょうど{count}件: 出力上限で切れている可能性があります',
  },
  'complete.missing-numbers': {
    en: '{missing:number is|numbers are} missing between {first} and {last} (the first: {example}): records may have been left out or removed',
    ja: '通し番号 {first}〜{last} のうち {missing}件が抜けています(最初の抜け: {example})。レコードの除外または削除の可能性があります',
  },
  'complete.nothing': {
    en: 'no unusual silence, no page limit, no missing number noticed',
    ja: '無記録の時間帯・出力上限・番号の抜けの兆候なし',
  },
  'complete.heading': { en: 'Completeness of the logs', ja: 'ログの欠落と時刻' },
  'complete.others': {
    en: '{count:other input|other inputs}: no unusual silence, no page limit, no missing number noticed',
    ja: 'ほか{count}件の入力: 無記録の時間帯・出力上限・番号の抜けの兆候なし',
  },
  'complete.period': { en: '{from} to {to}', ja: '{from}〜{to}' },
} as const satisfies Messages
