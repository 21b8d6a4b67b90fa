import type { Framer, FramerContext } from './framing.ts'
import { createLineCounter, createSpans } from './framing.ts'

const NEWLINE = 10

/** A text that holds records between two marks, over as many lines as they take. */
export interface Elements {
  /** Index of the next beginning of a record, or -1. */
  readonly findOpen: (bytes: Buffer, from: number) => number
  /** What ends a record, and belongs to it; undefined: the next one's beginning does, which does not. */
  readonly close: Buffer | undefined
  /** Is this, round the records, no record itself? */
  readonly isWrapper: (text: string) => boolean
}

/** Records between two marks, several on a line where they are so written; anything between them, line by line. */
export const frameElements = (
  { sink, decoding, positions, cap }: FramerContext,
  { findOpen, close: closing, isWrapper }: Elements,
): Framer => {
  const lines = createLineCounter()
  /** Start of a record beyond the cap, which is passed over without being held. */
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
  /** No record in sight: whole lines are done with. */
  const withoutOpen = (bytes: Buffer, base: number, from: number, end: boolean): number => {
    const to = end || bytes.length - from > cap ? bytes.length : Math.max(from, bytes.lastIndexOf(NEWLINE) + 1)
    between(bytes, base, from, to)
    return to
  }
  /** Where a record ends that begins before `from`, or -1. */
  const findEnd = (bytes: Buffer, from: number): number => {
    if (closing === undefined) return findOpen(bytes, from)
    const close = bytes.indexOf(closing, from)
    return close < 0 ? close : close + closing.length
  }
  const held = closing?.length ?? 1
  const endSkip = (bytes: Buffer, base: number, end: boolean): number => {
    const found = findEnd(bytes, 0)
    if (found < 0 && !end) return Math.max(0, bytes.length - held)
    const to = found < 0 ? bytes.length : found
    if (skipping !== undefined) sink.reject('too-long', { ...skipping, end: positions.raw(base + to) })
    skipping = undefined
    return to
  }
  /** The record that opens at `open`; returns where to go on, or -1 when more bytes are needed. */
  const element = (bytes: Buffer, base: number, open: number, end: boolean): number => {
    const close = findEnd(bytes, open + 1)
    const other = closing === undefined ? -1 : findOpen(bytes, open + 1)
    const isCut = other >= 0 && (close < 0 || other < close)
    if (close < 0 && !isCut && !end) return -1
    const whole = close < 0 ? bytes.length : close
    const to = isCut ? other : whole
    const span = spanOf(bytes, base, open, to)
    if (to - open > cap) sink.reject('too-long', span)
    else if (isCut || (close < 0 && closing !== undefined)) sink.reject('truncated', span)
    else sink.text(decoding.decode(bytes, open, to), span)
    return to
  }
  const hold = (bytes: Buffer, base: number, open: number): number => {
    if (bytes.length - open <= cap) return open
    skipping = { line: lines.at(bytes, base, base + open), start: positions.raw(base + open) }
    return bytes.length - held
  }
  const feed = (bytes: Buffer, base: number, end: boolean): number => {
    let at = skipping === undefined ? 0 : endSkip(bytes, base, end)
    if (skipping !== undefined) return at
    while (at < bytes.length) {
      const open = findOpen(bytes, at)
      if (open < 0) return withoutOpen(bytes, base, at, end)
      between(bytes, base, at, open)
      const next = element(bytes, base, open, end)
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
