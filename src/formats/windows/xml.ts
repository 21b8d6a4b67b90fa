import { recall } from '../../kernel/recall.ts'
import type { TextShape } from '../define-format.ts'
import { windowsClassifier, windowsFields, windowsSubjects, type Read } from './fields.ts'

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const codePoint = (number: number): string => (number > 0 && number <= 0x10_ffff ? String.fromCodePoint(number) : '\ufffd')

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:(lt|gt|amp|quot|apos)|#x([0-9a-f]{1,6})|#(\d{1,7}));/gi, (all, name?: string, hex?: string, decimal?: string) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all
        return codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      })
    : text

/** `<Data Name="X">text<` and `<Element …>text<`. What users type is escaped in XML, so no `<` of theirs can end a value. */
const ELEMENT = /<(?:Data Name=["']([\w.-]{1,64})["']|([\w.-]{1,64})(?:\s[^<>]*)?)>([^<]*)(?=<)/g
const PROVIDER = /<Provider\s[^<>]*?\bName=["']([^"'<>]{1,200})["']/
const CREATED = /<TimeCreated\s[^<>]*?\bSystemTime=["']([^"'<>]{1,80})["']/

const parse = (xml: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  for (const [, data, element, text = ''] of xml.matchAll(ELEMENT)) {
    const name = data ?? element ?? ''
    // The first wins: rendered texts in the reader's language stand behind.
    if (!values.has(name)) values.set(name, decode(text.trim()))
  }
  values.set('Provider', PROVIDER.exec(xml)?.[1] ?? '')
  values.set('SystemTime', CREATED.exec(xml)?.[1] ?? '')
  return values
}

const valuesOf = recall(parse)

const read: Read = (names, to) => ({
  from: ['xml'],
  look: (at) => {
    const values = valuesOf(at(0) ?? '')
    return to(...names.map((name) => values.get(name)))
  },
})

const classifier = windowsClassifier(read)

/**
 * One `<Event>…</Event>`, pretty-printed or not, as `wevtutil qe /f:xml`, Event Viewer, Get-WinEvent's `ToXml()` and Splunk's
 * XmlWinEventLog write it. In a log of lines, an event that ends on a later line is refused rather than half read.
 */
export const xml: TextShape = {
  name: 'xml',
  kind: 'text',
  signature: /^\s*(?:- ?)?(?:<\?xml[^<>]*\?>\s*)?<\/?Events?[\s>]/,
  patterns: {
    event: /^[^<]*(?:<\?xml[^<>]*\?>\s*)?(?:<Events[^<>]*>\s*)?(?<xml><Event[\s>](?:(?!<Event[\s>]).)*<\/Event>)\s*(?:<\/Events>\s*)?$/s,
    broken: /<Event[\s>]/,
  },
  other: 'wrapper-line',
  fields: { time: { path: read(['SystemTime'], (time) => time), syntax: 'iso' }, ...windowsFields(read) },
  subjects: windowsSubjects(read),
  classify: {
    by: ['pattern', ...classifier.by],
    to: (pattern, ...values) =>
      pattern === 'broken' ? { reject: 'ambiguous-value', detail: 'not one whole <Event> on one line' } : classifier.to(...values),
  },
}
