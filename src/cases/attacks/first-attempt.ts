import { BEFORE_US } from '../sources/attack-source.ts'

const BEFORE_MS = BEFORE_US / 1000

/** When an attack began: a list may hit before anything fails, and those logins were its first attempts. Epoch ms. */
export const firstAttemptMs = (firstFailureMs: number, entriesMs: readonly number[]): number =>
  entriesMs.reduce((first, entry) => (entry < first && entry >= firstFailureMs - BEFORE_MS ? entry : first), firstFailureMs)
