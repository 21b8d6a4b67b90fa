import type { FoldRecord } from '../define-format.ts'

const codesOf = (records: readonly FoldRecord[], code: string): readonly number[] =>
  records.flatMap((record, row) => (record.code === code ? [row] : []))

const PASSED = 'AUTHN_ATTEMPT/success'

/** Was anything asked, or refused, after this step? */
const isUnfinished = (records: readonly FoldRecord[], row: number): boolean =>
  records.slice(row + 1).some(({ action, outcome }) => action === 'login' && outcome !== 'success')

/**
 * An adapter's success is one step of a login (password, then PingID …). The assertion for the application is the login, where
 * one follows; where none does (OAuth and OpenID Connect), the last step is, unless another one after it was refused or left open.
 */
export const foldSteps = (records: readonly FoldRecord[]): readonly number[] => {
  const passed = codesOf(records, PASSED)
  const last = codesOf(records, 'SSO/success').length > 0 ? undefined : passed.at(-1)
  const login = last === undefined || isUnfinished(records, last) ? undefined : last
  return [...records.keys()].filter((row) => row === login || !passed.includes(row))
}
