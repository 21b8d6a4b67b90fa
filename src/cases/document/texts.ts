import { toIso } from '../../kernel/time.ts'
import type { MessageData } from '../../model/finding.ts'

/** Turns a message id and its data into a sentence of the run's language. Given from outside: rules bring their own messages. */
export type Say = (messageId: string, data: MessageData) => string

export const isoOrNull = (micros: number | undefined): string | null =>
  micros === undefined || !Number.isFinite(micros) ? null : toIso(micros)
