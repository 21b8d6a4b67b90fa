import type { Elements } from './frame-elements.ts'

const OPEN = Buffer.from('<Event')

/** What may begin a file of Windows events: declaration, comment, list, and the minus that browsers copy along. */
const HEAD = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]*\?>\s*|<!--[^<>]*-->\s*|- ?)*<Events?[\s>]/

/** Is this the XML of Windows events, as `wevtutil`, Event Viewer and Get-WinEvent write it? */
export const isEventXml = (head: Buffer): boolean => HEAD.test(head.toString('latin1', 0, 4096))

const isNameEnd = (byte: number | undefined): boolean => byte === 0x3e || byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a

/** Elements `<Event>…</Event>`. */
export const EVENT_XML: Elements = {
  findOpen: (bytes, from) => {
    let at = bytes.indexOf(OPEN, from)
    while (at >= 0 && !isNameEnd(bytes[at + OPEN.length])) at = bytes.indexOf(OPEN, at + 1)
    return at
  },
  close: Buffer.from('</Event>'),
  isWrapper: (text) => text.replaceAll(/<\?xml[^<>]*\?>|<!--[^<>]*-->|<\/?Events(?:\s[^<>]*)?>|[\s\ufeff-]/g, '') === '',
}
