import { lookup } from '../kernel/lookup.ts'
import { loginPaths, type LoginKind } from './web-login-codes.ts'

type Value = string | undefined

/** Where a request goes, if it is a login. */
interface LoginTarget {
  readonly path: string
  readonly kind: LoginKind
}

const LINE = /^([A-Z]{1,16}) (\S{1,4096})(?: HTTP\/\d(?:\.\d)?)?$/
const ORIGIN = /^https?:\/\/[^/?#]*/i

const pathOf = (target: string): string[] =>
  target
    .replace(ORIGIN, '')
    .replace(/[?#].*$/s, '')
    .toLowerCase()
    .split('/')
    // `//wp-login.php` and `/wp-login.php/` reach the same page.
    .filter((part) => part !== '')

/** The known login that a request posts to; undefined for every other request. */
const loginTarget = (method: Value, target: Value): LoginTarget | undefined => {
  if (method !== 'POST' || target === undefined) return undefined
  const parts = pathOf(target)
  for (let from = Math.max(0, parts.length - 3); from < parts.length; from += 1) {
    const path = `/${parts.slice(from).join('/')}`
    const kind = lookup(loginPaths, path)
    if (kind !== undefined) return { path, kind }
  }
  return undefined
}

/** Method and target of a request line; of garbage, nothing. */
export const requestLine = (line: Value): readonly [method: Value, target: Value] => {
  const match = line === undefined ? null : LINE.exec(line)
  return [match?.[1], match?.[2]]
}

/** `kind path`, as one value of a classifier's tuple. */
export const loginTuple = (method: Value, target: Value): Value => {
  const login = loginTarget(method, target)
  return login === undefined ? undefined : `${login.kind} ${login.path}`
}

/** Percent signs undone, where they are whole: caches write agents like that. */
export const percentDecoded = (text: Value): Value => {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
