import type { EventClass } from '../model/event-class.ts'
import type { EventLog } from './event-log.ts'

/** An application writes its login when it has decided, a front its request when it is answered: seconds apart. */
const TOGETHER_US = 5 * 1e6

const isTry = ({ outcome }: EventClass): boolean => outcome !== 'info'

/** May these be one login? A front mostly cannot tell the outcome; where it does, it must be the same. */
const canBeSame = (front: EventClass, own: EventClass): boolean =>
  front.outcome === 'info' || front.outcome === own.outcome || (front.outcome === 'failure' && own.outcome === 'challenge')

interface Login {
  readonly row: number
  readonly time: number
  readonly cls: EventClass
  /** Formats of fronts that have told of it: a CDN and a balancer may both have seen it, each once. */
  readonly toldBy: Set<string>
}

const nearest = (logins: readonly Login[], time: number, cls: EventClass): Login | undefined => {
  let best: Login | undefined
  for (const login of logins) {
    if (login.toldBy.has(cls.format) || !canBeSame(cls, login.cls)) continue
    if (best === undefined || Math.abs(login.time - time) < Math.abs(best.time - time)) best = login
  }
  return best
}

/**
 * Logins that something in front of an application saw and the application tells of itself: same address, a few seconds, an
 * outcome that does not contradict. They are one login, and the application's account of it stays. Sorted rows in, the front's rows
 * of such logins out.
 */
export const findEchoes = (log: EventLog, sorted: Uint32Array): ReadonlySet<number> => {
  const echoes = new Set<number>()
  const { classes, places } = log.dictionaries
  const isEdge = classes.list.map(({ format }) => log.formats.get(format)?.edge === true)
  if (!isEdge.includes(true) || !isEdge.includes(false)) return echoes
  const { account, cls, name, place, time } = log.columns
  const addressOf = (row: number): number => places.ipOf(place.get(row))
  const logins = new Map<number, Login[]>()
  for (const row of sorted) {
    const kind = classes.list[cls.get(row)] as EventClass
    if (isEdge[cls.get(row)] === true || kind.action !== 'login' || !isTry(kind) || addressOf(row) < 0) continue
    const login = { row, time: time.get(row), cls: kind, toldBy: new Set<string>() }
    const known = logins.get(addressOf(row))
    if (known === undefined) logins.set(addressOf(row), [login])
    else known.push(login)
  }
  const from = new Map<number, number>()
  for (const row of sorted) {
    const kind = classes.list[cls.get(row)] as EventClass
    const own = logins.get(addressOf(row))
    if (isEdge[cls.get(row)] !== true || kind.action !== 'login' || own === undefined) continue
    // Where the front knows who it was, it checked the password itself.
    if (name.get(row) >= 0 || account.get(row) >= 0) continue
    const at = time.get(row)
    let start = from.get(addressOf(row)) ?? 0
    while (start < own.length && (own[start] as Login).time < at - TOGETHER_US) start += 1
    from.set(addressOf(row), start)
    let end = start
    while (end < own.length && (own[end] as Login).time <= at + TOGETHER_US) end += 1
    const login = nearest(own.slice(start, end), at, kind)
    if (login === undefined) continue
    login.toldBy.add(kind.format)
    echoes.add(row)
  }
  return echoes
}
