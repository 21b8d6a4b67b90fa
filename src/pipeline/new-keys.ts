import type { CaseSession } from '../model/case.ts'

/** Keys that let these sessions in and that no earlier login of the account used, each once. */
export const newKeysOf = (sessions: readonly CaseSession[]): readonly string[] => [
  ...new Set(sessions.flatMap(({ key }) => (key === undefined || key.known ? [] : [key.fingerprint]))),
]
