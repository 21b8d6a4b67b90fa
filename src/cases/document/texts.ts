import { toIso } from '../../kernel/time.ts'
import type { MessageData } from '../../model/finding.ts'

/** Turns a message id and its data into a sentence of the run's language. Given from outside: rules bring their own messages. */
export type Say = (messageId: string, data: MessageData) => string

export const isoOrNull = (micros: number | undefined): string | null =>
  micros === undefined || !Number.isFinite(micros) ? null : toIso(micros)

/** Message data as a document holds them: times in ISO 8601 with Z. */
export const writeData = (data: MessageData): MessageData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'object' && 'time' in value && typeof value.time === 'number' ? { time: toIso(value.time) } : value,
    ]),
  )
