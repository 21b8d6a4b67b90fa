import { lookup } from '../kernel/lookup.ts'
import type { Action } from '../model/vocabulary.ts'
import type { Classifier, Computed, Format, Path, Shape } from './define-format.ts'
import { webActs } from './web-act-codes.ts'
import { mayTell, tellByWords } from './web-act-words.ts'
import { LEADS_ON } from './web-login.ts'
import { loginPaths, type LoginKind } from './web-login-codes.ts'

type Value = string | undefined

/** What the answers of a site's own login mean, by status: `success`, `failure`, `info` where they tell nothing. */
export type Answers = Readonly<Record<string, 'success' | 'failure' | 'info'>>

export interface LoginPath {
  readonly kind: LoginKind
  readonly answers?: Answers
}

/** Which requests of a site say something about an account. Paths are in small letters, without a slash at the end. */
export interface WebPaths {
  readonly logins: Readonly<Record<string, LoginPath>>
  /** Answers that the log itself explained, by the whole path: another login that ends like it may answer otherwise. */
  readonly learnt?: Readonly<Record<string, Answers>>
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
  entryOf: (key: string) => Entry | undefined,
  head: string,
  parts: readonly string[],
): readonly [string, Entry] | undefined => {
  for (let from = Math.max(0, parts.length - MOST_PARTS); from < parts.length; from += 1) {
    for (const variant of variants(parts.slice(from))) {
      const found = entryOf(`${head}/${variant}`)
      if (found !== undefined) return [`/${variant}`, found]
    }
  }
  return undefined
}

const rulesOf = (answers: Answers): string =>
  Object.entries(answers)
    .map(([status, outcome]) => `${status}=${outcome}`)
    .join(',')

/** `form /login`, and where the site's answers have meanings of their own `form /login 302=success,200=failure`. */
const loginTuple = (path: string, { kind, answers }: LoginPath, learnt: Answers | undefined): string => {
  const rules = answers ?? learnt
  return rules === undefined ? `${kind} ${path}` : `${kind} ${path} ${rulesOf(rules)}`
}

/** A site's logins, and those that are known anyway. */
const loginsWith =
  ({ logins }: Pick<WebPaths, 'logins'>) =>
  (path: string): LoginPath | undefined => {
    const kind = lookup(loginPaths, path)
    return lookup(logins, path) ?? (kind === undefined ? undefined : { kind })
  }

/** From a request to what it is about: `form /login`, `act:profile-view GET /mypage`; undefined for nearly all of them. */
const compileTuple = (paths: WebPaths): ((method: Value, target: Value) => Value) => {
  const { learnt = {} } = paths
  const loginAt = loginsWith(paths)
  const actAt = (request: string): Action | undefined => lookup(paths.acts, request) ?? lookup(webActs, request)
  const keys = [paths.logins, paths.acts, loginPaths, webActs].flatMap(Object.keys)
  const ends = new Set(keys.map(lastPart))
  return (method, target) => {
    if (method === undefined || target === undefined) return undefined
    const path = pathOf(target)
    // Pictures and pages that say nothing are most of a web log.
    const last = lastPart(path)
    const isWordy = mayTell(method, last)
    if (!isWordy && !ends.has(last) && !ends.has('*')) return undefined
    const parts = partsOf(path)
    const login = method === 'POST' ? findEnd(loginAt, '', parts) : undefined
    if (login !== undefined) return loginTuple(...login, lookup(learnt, `/${parts.join('/')}`))
    const act = findEnd(actAt, `${method} `, parts)
    if (act !== undefined) return `act:${act[1]} ${method} ${act[0]}`
    const told = isWordy ? tellByWords(method, parts) : undefined
    return told === undefined ? undefined : `act:${told.action} ${method} ${told.path}${told.leadsOn ? LEADS_ON : ''}`
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

const builtIn = compileTuple({ logins: {}, acts: {} })

/** One value of a classifier's tuple: what a request is about. */
export const aboutAt = (from: readonly Path[], request: Request): Computed => tupleBy(builtIn, from, request)

const withTuples = (format: Format, tuple: ReturnType<typeof compileTuple>): Format => {
  const shapeWith = <Any extends Shape>(shape: Any): Any => ({
    ...shape,
    classify: {
      ...shape.classify,
      by: shape.classify.by.map((value) => (isWeb(value) ? tupleBy(tuple, value.from, value.request) : value)),
    },
  })
  return { ...format, shapes: format.shapes.map(shapeWith) }
}

const isOfWeb = ({ classify }: Shape): boolean => classify.by.some(isWeb)

/** The same log of a site with paths of its own beside the known ones. */
export const withPaths = (format: Format, paths: WebPaths): Format =>
  format.shapes.some(isOfWeb) ? withTuples(format, compileTuple(paths)) : format

/** The whole path of a request as tables have it. */
export const spelledPath = (target: string): string => `/${partsOf(pathOf(target)).join('/')}`

/** The web logs among these, telling of every request as it was sent: `POST /shop/login 302` is the code of an event. */
export const withRequests = (formats: readonly Format[]): readonly Format[] =>
  formats.flatMap((format) => {
    const shapes = format.shapes.filter(isOfWeb)
    if (shapes.length === 0) return []
    const seen = (method: Value, target: Value): Value =>
      method === undefined || target === undefined ? undefined : `page:${method} ${spelledPath(target)}`
    return [withTuples({ ...format, shapes }, seen)]
  })

/** Which login a request would be: its entry and how its answers are to be read. */
export const loginFinder = (paths: WebPaths): ((path: string) => readonly [end: string, LoginPath] | undefined) => {
  const loginAt = loginsWith(paths)
  const ends = new Set([paths.logins, loginPaths].flatMap(Object.keys).map(lastPart))
  return (path) => (ends.has(lastPart(path)) || ends.has('*') ? findEnd(loginAt, '', partsOf(path)) : undefined)
}
