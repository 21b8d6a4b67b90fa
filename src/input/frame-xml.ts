import type { Framer, FramerContext } from './framing.ts'
import { createLineCounter, createSpans } from './framing.ts'

const OPEN = Buffer.from('<Event')
const CLOSE = Buffer.from('</Event>')
const NEWLINE = 10

/** What may begin a file of Windows events: declaration, comment, list, and the minus that browsers copy along. */
const HEAD = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]*\?>\s*|<!--[^<>]*-->\s*|- ?)*<Events?[\s>]/

/** Is this the XML of Windows events, as `wevtutil`, Event Viewer and Get-WinEvent write it? */
export const isEventXml = (head: Buffer): boolean => HEAD.test(head.toString('latin1', 0, 4096))

/** Round the events stands only what is no record. */
const isWrapper = (text: string): boolean =>
  text.replaceAll(/<\?xml[^<>]*\?>|<!--[^<>]*-->|<\/?Events(?:\s[^<>]*)?>|[\s\ufeff-]/g, '') === ''

const isNameEnd = (byte: number | undefined): boolean =>
  byte === 0x3e || byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE

/** Index of the next `<Event` that is a whole name, or -1. */
const findOpen = (bytes: Buffer, from: number): number => {
  let at = bytes.indexOf(OPEN, from)
  while (at >= 0 && !isNameEnd(bytes[at + OPEN.length])) at = bytes.indexOf(OPEN, at + 1)
  return at
}

/** Elements `<Event>…</Event>`, over as many lines as they take, several on a line; anything between them, line by line. */
export const frameXml = ({ sink, decoding, positions, cap }: FramerContext): Framer => {
  const lines = createLineCounter()
  /** Start of an event beyond the cap, which is passed over without being held. */
  let skipping: { readonly line: number; readonly start: number } | undefined

  const spanOf = createSpans(lines, positions)
  const between = (bytes: Buffer, base: number, from: number, to: number): void => {
    for (let at = from; at < to;) {
      const newline = bytes.indexOf(NEWLINE, at)
      const stop = newline < 0 || newline > to ? to : newline
      const text = decoding.decode(bytes, at, stop).replace(/\r$/, '')
      if (!isWrapper(text)) sink.text(text, spanOf(bytes, base, at, stop))
      at = stop + 1
    }
  }
  /** No event in sight: whole lines are done with. */
  const withoutOpen = (bytes: Buffer, base: number, from: number, end: boolean): number => {
    const to = end || bytes.length - from > cap ? bytes.length : Math.max(from, bytes.lastIndexOf(NEWLINE) + 1)
    between(bytes, base, from, to)
    return to
  }
  const endSkip = (bytes: Buffer, base: number, end: boolean): number => {
    const close = bytes.indexOf(CLOSE)
    if (close < 0 && !end) return Math.max(0, bytes.length - CLOSE.length)
    const to = close < 0 ? bytes.length : close + CLOSE.length
    if (skipping !== undefined) sink.reject('too-long', { ...skipping, end: positions.raw(base + to) })
    skipping = undefined
    return to
  }
  /** The event that opens at `open`; returns where to go on, or -1 when more bytes are needed. */
  const event = (bytes: Buffer, base: number, open: number, end: boolean): number => {
    const close = bytes.indexOf(CLOSE, open)
    const other = findOpen(bytes, open + 1)
    const isCut = other >= 0 && (close < 0 || other < close)
    if (close < 0 && !isCut && !end) return -1
    const to = isCut ? other : close < 0 ? bytes.length : close + CLOSE.length
    const span = spanOf(bytes, base, open, to)
    if (to - open > cap) sink.reject('too-long', span)
    else if (isCut || close < 0) sink.reject('truncated', span)
    else sink.text(decoding.decode(bytes, open, to), span)
    return to
  }
  const hold = (bytes: Buffer, base: number, open: number): number => {
    if (bytes.length - open <= cap) return open
    skipping = { line: lines.at(bytes, base, base + open), start: positions.raw(base + open) }
    return bytes.length - CLOSE.length
  }
  const feed = (bytes: Buffer, base: number, end: boolean): number => {
    let at = skipping === undefined ? 0 : endSkip(bytes, base, end)
    if (skipping !== undefined) return at
    while (at < bytes.length) {
      const open = findOpen(bytes, at)
      if (open < 0) return withoutOpen(bytes, base, at, end)
      between(bytes, base, at, open)
      const next = event(bytes, base, open, end)
      if (next < 0) return hold(bytes, base, open)
      at = next
    }
    return at
  }
  return {
    feed: (bytes, base, end) => {
      const done = feed(bytes, base, end)
      lines.at(bytes, base, base + done)
      return done
    },
  }
}
