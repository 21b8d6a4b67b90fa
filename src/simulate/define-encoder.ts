import { hashHex } from '../kernel/hash.ts'
import type { Lang } from '../model/vocabulary.ts'
import type { SimEvent } from './event.ts'

/** Writes events as a vendor's log does. */
export interface Encoder {
  readonly id: string
  readonly title: Readonly<Record<Lang, string>>
  /** Name of the file that is written. */
  readonly file: string
  readonly header?: string
  /** The account's id as this log writes it. */
  readonly account: (index: number, name: string) => string
  /** One record, without its line end; undefined where this log has no such record. `serial` counts all events from 1. */
  readonly encode: (event: SimEvent, serial: number) => string | undefined
}

export const defineEncoder = (encoder: Encoder): Encoder => encoder

/** A UUID made of text: stable, and of the form that vendors write. */
export const uuidOf = (...parts: readonly (string | number)[]): string => {
  const hex = hashHex(parts.join(':'))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const isoOf = (timeMs: number): string => new Date(timeMs).toISOString()

/** Undefined where the typed name is nobody's. */
export const idOf = ({ person, name }: SimEvent, account: Encoder['account']): string | undefined =>
  person < 0 ? undefined : account(person, name)
