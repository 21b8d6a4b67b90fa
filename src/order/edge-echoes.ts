import type { EventClass } from '../model/event-class.ts'
import type { StoredLog } from './log-columns.ts'

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
  readonly name: number
  /** Formats of fronts that have told of it: a CDN and a balancer may both have seen it, each once. */
  readonly toldBy: Set<string>
}

const nearest = (logins: readonly Login[], time: number, cls: EventClass, name: number | undefined): Login | undefined => {
  let best: Login | undefined
  for (const login of logins) {
    if (login.toldBy.has(cls.format) || !canBeSame(cls, login.cls) || (name !== undefined && name !== login.name)) continue
    if (best === undefined || Math.abs(login.time - time) < Math.abs(best.time - time)) best = login
  }
  return best
}

interface Columns {
  readonly addressOf: (row: number) => number
  readonly kindOf: (row: number) => EventClass
  readonly timeOf: (row: number) => number
  readonly isEdge: (row: number) => boolean
  /** Where a front knows who it was, it checked the password itself: whoever tells of that as well (its error log) names the same. */
  readonly nameOf: (row: number) => number
  readonly hasSubject: (row: number) => boolean
}

const columnsOf = (log: StoredLog): Columns | undefined => {
  const { classes, places } = log.dictionaries
  const { account, cls, name, place, time } = log.columns
  const edges = classes.list.map(({ format }) => log.formats.get(format)?.edge === true)
  if (!edges.includes(true) || !edges.includes(false)) return undefined
  return {
    addressOf: (row) => places.ipOf(place.get(row)),
    kindOf: (row) => classes.list[cls.get(row)] as EventClass,
    timeOf: (row) => time.get(row),
    nameOf: (row) => name.get(row),
    isEdge: (row) => edges[cls.get(row)] === true,
    hasSubject: (row) => name.get(row) >= 0 || account.get(row) >= 0,
  }
}

/** Logins that the application itself tells of, by address, in time order. */
const ownLogins = (sorted: Uint32Array, { addressOf, kindOf, timeOf, nameOf, isEdge }: Columns): ReadonlyMap<number, readonly Login[]> => {
  const logins = new Map<number, Login[]>()
  for (const row of sorted) {
    const cls = kindOf(row)
    if (isEdge(row) || cls.action !== 'login' || !isTry(cls) || addressOf(row) < 0) continue
    const login = { row, time: timeOf(row), cls, name: nameOf(row), toldBy: new Set<string>() }
    const known = logins.get(addressOf(row))
    if (known === undefined) logins.set(addressOf(row), [login])
    else known.push(login)
  }
  return logins
}

/** Those around a moment; asked for ascending moments, it never looks back. */
const createWindow = (logins: readonly Login[]): ((time: number) => readonly Login[]) => {
  let start = 0
  return (time) => {
    while (start < logins.length && (logins[start] as Login).time < time - TOGETHER_US) start += 1
    let end = start
    while (end < logins.length && (logins[end] as Login).time <= time + TOGETHER_US) end += 1
    return logins.slice(start, end)
  }
}

/**
 * Logins that something in front of an application saw and the application tells of itself: same address, a few seconds, an
 * outcome that does not contradict. They are one login, and the application's account of it stays. Sorted rows in, the front's rows
 * of such logins out.
 */
export const findEchoes = (log: StoredLog, sorted: Uint32Array): ReadonlySet<number> => {
  const echoes = new Set<number>()
  const columns = columnsOf(log)
  if (columns === undefined) return echoes
  const windows = new Map([...ownLogins(sorted, columns)].map(([address, logins]) => [address, createWindow(logins)]))
  for (const row of sorted) {
    const cls = columns.kindOf(row)
    if (!columns.isEdge(row) || cls.action !== 'login') continue
    const time = columns.timeOf(row)
    const name = columns.hasSubject(row) ? columns.nameOf(row) : undefined
    // One without a name is nobody's that could be compared.
    if (name === -1) continue
    const login = nearest(windows.get(columns.addressOf(row))?.(time) ?? [], time, cls, name)
    if (login === undefined) continue
    login.toldBy.add(cls.format)
    echoes.add(row)
  }
  return echoes
}
