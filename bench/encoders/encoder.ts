import type { Attempt } from '../population.ts'

/** Writes an attempt as one record of a vendor's log. */
export type Encoder = (attempt: Attempt) => string

export const iso = (timeMs: number): string => new Date(timeMs).toISOString()

export const uuid = (value: number, kind: string): string => {
  const digits = (value >>> 0).toString(16).padStart(12, '0')
  return `${kind}-0000-4000-8000-${digits}`
}
