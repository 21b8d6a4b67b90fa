import { lookup } from '../kernel/lookup.ts'
import type { Action } from '../model/vocabulary.ts'
import type { Classifier, Computed, Format, Path, Shape } from './define-format.ts'
import { webActs } from './web-act-codes.ts'
import { loginPaths, type LoginKind } from './web-login-codes.ts'

type Value = string | undefined

/** Which requests of a site say something about an account. Paths are in small letters, without a slash at the end. */
export interface WebPaths {
  readonly logins: Readonly<Record<string, LoginKind>>
  /** By `METHOD /path`. */
  readonly acts: Readonly<Record<string, Action>>
}

/** A request as a web log names it. */
export type Request = (...values: readonly Value[]) => readonly [method: Value, target: Value]

const ORIGIN = /^https?:\/\/[^/?#]*/i
/** No path of a table has more parts. */
const MOST_PARTS = 4

const pathOf = (target: string): string => target.replace(ORIGIN, '').replace(/[?#].*$/s, '')

const partsOf = (path: string): string[] =>
  path
    .toLowerCase()
    .split('/')
    // `//wp-login.php` and `/wp-login.php/` reach the same page.
    .filter((part) => part !== '')

const lastPart = (path: string): string => {
  let end = path.length
  while (end > 0 && path.charCodeAt(end - 1) === 47) end -= 1
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end).toLowerCase()
}

/** The parts as they are, then with each of them but the first left open. */
const variants = (parts: readonly string[]): readonly string[] => [
  parts.join('/'),
  ...parts.slice(1).map((_, open) => parts.map((part, at) => (at === open + 1 ? '*' : part)).join('/')),
]

/** The longest entry that a path ends with. */
const findEnd = <Entry>(
  table: Readonly<Record<string, Entry>>,
  head: string,
  parts: readonly string[],
): readonly [string, Entry] | undefined => {
  for (let from = Math.max(0, parts.length - MOST_PARTS); from < parts.length; from += 1) {
    for (const variant of variants(parts.slice(from))) {
      const found = lookup(table, `${head}/${variant}`)
      if (found !== undefined) return [`/${variant}`, found]
    }
  }
  return undefined
}

/** From a request to what it is about: `form /login`, `act:profile-view GET /mypage`; undefined for nearly all of them. */
const compileTuple = ({ logins, acts }: WebPaths): ((method: Value, target: Value) => Value) => {
  const keys = [...Object.keys(logins), ...Object.keys(acts)]
  const ends = new Set(keys.map(lastPart))
  return (method, target) => {
    if (method === undefined || target === undefined) return undefined
    const path = pathOf(target)
    // Pictures and pages that say nothing are most of a web log.
    if (!ends.has(lastPart(path)) && !ends.has('*')) return undefined
    const parts = partsOf(path)
    const login = method === 'POST' ? findEnd(logins, '', parts) : undefined
    if (login !== undefined) return `${login[1]} ${login[0]}`
    const act = findEnd(acts, `${method} `, parts)
    return act === undefined ? undefined : `act:${act[1]} ${method} ${act[0]}`
  }
}

/** Of a built-in web log; the mapping of a site exchanges the paths. */
interface WebComputed extends Computed {
  readonly request: Request
}

const isWeb = (value: Classifier['by'][number]): value is WebComputed => typeof value !== 'string' && 'request' in value

const tupleBy = (tuple: ReturnType<typeof compileTuple>, from: readonly Path[], request: Request): WebComputed => ({
  from,
  to: (...values) => tuple(...request(...values)),
  request,
})

const builtIn = compileTuple({ logins: loginPaths, acts: webActs })

/** One value of a classifier's tuple: what a request is about. */
export const aboutAt = (from: readonly Path[], request: Request): Computed => tupleBy(builtIn, from, request)

/** The same log of a site with paths of its own beside the known ones. */
export const withPaths = (format: Format, paths: WebPaths): Format => {
  if (!format.shapes.some(({ classify }) => classify.by.some(isWeb))) return format
  const tuple = compileTuple({ logins: { ...loginPaths, ...paths.logins }, acts: { ...webActs, ...paths.acts } })
  const shapeWith = <Any extends Shape>(shape: Any): Any => ({
    ...shape,
    classify: {
      ...shape.classify,
      by: shape.classify.by.map((value) => (isWeb(value) ? tupleBy(tuple, value.from, value.request) : value)),
    },
  })
  return { ...format, shapes: format.shapes.map(shapeWith) }
}
