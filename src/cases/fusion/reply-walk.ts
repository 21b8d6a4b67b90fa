import { createSeenValues } from '../scores/seen-values.ts'
import type { EvidenceContext, LoginEvidence } from './login-evidence.ts'
import { REPLY } from './thief.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** By then most owners have come back; what fails later has other reasons. */
const WAIT_US = 14 * DAY_US

interface Pending {
  readonly at: number
  readonly time: number
  readonly source: number
  readonly network: number
  readonly home: number
}

/** Follows one account after something was done to it: what does whoever had it before find, where they had it before? */
export interface ReplyWalk {
  readonly clear: () => void
  readonly login: (at: number) => void
  readonly failure: (row: number) => void
  readonly stop: (row: number) => void
  /** Something was done beside the login at that position. */
  readonly act: (at: number) => void
}

export const createReplyWalk = ({ table, read, logins }: EvidenceContext, found: Pick<LoginEvidence, 'reply'>): ReplyWalk => {
  const { places, agents } = table
  /** What the account had been used from before the act: addresses, and networks with the kind of program. */
  const sources = createSeenValues()
  const homes = createSeenValues()
  let pending: Pending | undefined
  const networkOf = (row: number): number => {
    const place = table.place.get(row)
    return place < 0 ? -1 : (places.network[place] as number)
  }
  const homeOf = (row: number): number => {
    const network = networkOf(row)
    const userAgent = table.userAgent.get(row)
    const agent = userAgent < 0 ? -1 : (agents.agent[userAgent] as number)
    return network < 0 || agent < 0 ? -1 : network * agents.agent.length + agent
  }
  /** Of an account that had been nowhere else, whoever comes with another program from another network. */
  const isOther = (row: number, { network, home }: Pending): boolean =>
    sources.size() <= 1 && home >= 0 && homeOf(row) >= 0 && networkOf(row) !== network && homeOf(row) !== home
  const isThere = (row: number, act: Pending): boolean => {
    const source = read.source(row)
    if (source < 0 || source === act.source) return false
    const home = homeOf(row)
    return sources.has(source) || (home !== act.home && homes.has(home)) || isOther(row, act)
  }
  const answer = (row: number, reply: number): void => {
    if (pending === undefined) return
    if (read.time(row) - pending.time <= WAIT_US) found.reply[pending.at] = reply
    pending = undefined
  }
  const isAwaited = (row: number): boolean => pending !== undefined && isThere(row, pending)
  const learn = (row: number): void => {
    sources.add(read.source(row))
    homes.add(homeOf(row))
  }
  return {
    clear: () => {
      sources.clear()
      homes.clear()
      pending = undefined
    },
    login: (at) => {
      const row = logins.row[at] as number
      if (isAwaited(row)) answer(row, REPLY.kept)
      // Whoever did it may come from yet another place: it is not one that was known before.
      if (pending === undefined || read.time(row) - pending.time > WAIT_US) learn(row)
    },
    failure: (row) => {
      if (isAwaited(row)) answer(row, REPLY.lost)
    },
    stop: (row) => answer(row, REPLY.stopped),
    act: (at) => {
      if (pending?.at === at) return
      const row = logins.row[at] as number
      pending = { at, time: read.time(row), source: read.source(row), network: networkOf(row), home: homeOf(row) }
    },
  }
}
