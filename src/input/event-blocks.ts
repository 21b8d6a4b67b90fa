import type { Elements } from './frame-elements.ts'

const NEWLINE = 10
const EVENT = Buffer.from('Event[')
/** Behind the number stands a colon in newer versions. */
const FIRST_LINES = /^Event\[\d{1,9}\]:?\r?\n {1,4}Log Name: /

const isOpen = (bytes: Buffer, at: number): boolean =>
  (at === 0 || bytes[at - 1] === NEWLINE) && FIRST_LINES.test(bytes.toString('latin1', at, at + 48))

/** Is this what `wevtutil qe LOG /f:text` prints: a block of lines per event, the last of which are its message? */
export const isEventBlocks = (head: Buffer): boolean => {
  const text = head.toString('latin1', 0, 64)
  return FIRST_LINES.test(text.replace(/^\xef\xbb\xbf/, '').trimStart())
}

export const EVENT_BLOCKS: Elements = {
  findOpen: (bytes, from) => {
    let at = bytes.indexOf(EVENT, from)
    while (at >= 0 && !isOpen(bytes, at)) at = bytes.indexOf(EVENT, at + 1)
    return at
  },
  close: undefined,
  isWrapper: (text) => text.trim() === '',
}
