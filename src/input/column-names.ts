import { once } from '../kernel/once.ts'

/** Fewer names make no header. */
export const LEAST_NAMES = 3

// Letters first, no signs that only values have: not a date, an address, a number, a sentence or key=value.
// Made when a table is thought of: a class of Unicode takes as long as everything else that JSON is asked.
const nameLike = once(() => /^[\p{L}_@#\ufffd][^=<>{}|\\;,\t]{0,79}$/u)
const valueLike = once(() => /^\d|^[\w.+-]+@[\w-]+\.\w|:\/\/|^\p{L}{3} +\d{1,2} \d|\d{2}:\d{2}:\d{2}|^(?:true|false|null)$/u)

/** The address that names a claim of SAML: http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress */
const CLAIM = /^https?:\/\/[\w./-]+\/claims\/[\w-]+$/i

/** Could a column be called so? */
export const looksLikeName = (cell: string): boolean => {
  const name = cell.replaceAll('\ufeff', '').trim()
  if (CLAIM.test(name)) return true
  return nameLike().test(name) && !valueLike().test(name)
}

/** Is this row nothing but names, each another one? */
export const isNamesOnly = (cells: readonly string[]): boolean =>
  cells.length >= LEAST_NAMES && cells.every(looksLikeName) && new Set(cells).size === cells.length
