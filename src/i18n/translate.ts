import type { MessageData, MessageValue } from '../model/finding.ts'
import type { Lang } from '../model/vocabulary.ts'
import { formatTime, parseTime } from '../kernel/time.ts'
import { catalogue, type MessageId } from './catalogue.ts'
import { formatCount, formatDuration, formatMinutes, formatShare } from './quantity.ts'
import { wordOf } from './words.ts'

/** How to word things: the reader's language, and the IANA zone in which times are shown. */
export interface SayOptions {
  readonly lang: Lang
  readonly zone: string
}

/** `{name}`, or `{name:attempt|attempts}`: the number followed by the right English form, or `{minutes:span}`: minutes as people say them. */
const PLACEHOLDER = /\{([A-Za-z]\w*)(?::(?:(span)|([^{}|]*)\|([^{}|]*)))?\}/g

/** Longest list written out in a sentence; the rest is counted. */
const LIST_CAP = 5

const UNKNOWN = { en: 'unknown', ja: '不明' } as const

const joinList = (name: string, items: readonly string[], options: SayOptions): string => {
  const shown = items
    .slice(0, LIST_CAP)
    .map((item) => wordOf(name, item, options.lang))
    .join(options.lang === 'ja' ? '、' : ', ')
  const more = items.length - LIST_CAP
  if (more <= 0) return shown
  return options.lang === 'ja' ? `${shown} ほか${formatCount(more)}件` : `${shown} and ${formatCount(more)} more`
}

const show = (name: string, value: MessageValue, options: SayOptions): string => {
  if (typeof value === 'number') return name === 'share' ? formatShare(value) : formatCount(value)
  if (typeof value === 'string') return wordOf(name, value, options.lang)
  if (typeof value === 'boolean') return say(value ? 'word.yes' : 'word.no', {}, options)
  if ('time' in value) return formatTime(microsOf(value.time), options.zone)
  if ('durationMs' in value) return formatDuration(value.durationMs, options.lang)
  return joinList(name, value, options)
}

/** A time of message data: epoch µs, or the ISO 8601 of a document; NaN when it is neither. */
export const microsOf = (time: number | string): number =>
  typeof time === 'number' ? time : parseTime(time, 'iso', { zone: 'UTC', year: () => Number.NaN })

const isMissing = (value: MessageValue | undefined): value is undefined => {
  if (typeof value === 'object' && 'time' in value) return !Number.isFinite(microsOf(value.time))
  return value === undefined || value === '' || Number.isNaN(value) || (Array.isArray(value) && value.length === 0)
}

/**
 * Fills a template. Numbers are grouped, `share` is a ratio shown as percent, times and durations are shown as the
 * reader reads them, values of closed vocabularies (`action`, `country` …) are worded, a missing datum reads "unknown".
 * Strings from a log are inserted as they are, and never expanded again: whoever prints makes the whole sentence safe.
 */
export const fill = (template: string, data: MessageData, options: SayOptions): string => {
  // Most are plain words, and a report of sixty thousand accounts says them millions of times.
  if (!template.includes('{')) return template
  return template.replace(PLACEHOLDER, (_, name: string, span: string | undefined, one: string | undefined, many: string | undefined) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (isMissing(value)) return UNKNOWN[options.lang]
    if (span !== undefined && typeof value === 'number') return formatMinutes(value, options.lang)
    const shown = show(name, value, options)
    return one === undefined ? shown : `${shown} ${value === 1 ? one : many}`
  })
}

/** Is there a sentence of this id? */
export const isMessageId = (id: string): id is MessageId => catalogue.has(id)

/** The sentence `id` of the catalogue in the reader's language; the id itself for an input's note that has no sentence. */
export const say = (id: MessageId, data: MessageData, options: SayOptions): string => {
  const message = catalogue.get(id)
  return message === undefined ? id : fill(message[options.lang], data, options)
}

/**
 * The sentence `<room>.<id>` for an id that comes out of a case document, with or without its room written before it;
 * `otherwise` where this version does not know it.
 */
export const sayFrom = (room: string, id: string, data: MessageData, options: SayOptions, otherwise: string): string => {
  const full = id.startsWith(`${room}.`) ? id : `${room}.${id}`
  return isMessageId(full) ? say(full, data, options) : otherwise
}
