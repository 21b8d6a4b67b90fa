import { isToldByStatus } from '../../formats/web-login.ts'
import type { loginFinder } from '../../formats/web-paths.ts'
import { MINUTE_MS } from '../../kernel/time-units.ts'
import { isForForgotten } from './try-again.ts'
import type { WebRequest } from './request.ts'
import type { Visit } from './visits.ts'

/** An attempt, and what its client asked for next. */
export interface Attempt {
  readonly request: WebRequest
  /** Does its status say the same on every site? Then it needs no lesson. */
  readonly isTold: boolean
  /** The pages up to the next thing that was sent, within a minute. */
  readonly pages: readonly WebRequest[]
  /** Was something sent from the last of these? */
  readonly wasSent: boolean
  /** Was the first thing that followed the login once more? undefined: nothing followed. */
  readonly triedAgain: boolean | undefined
}

/** Who logs in goes on at once; later it may be another visit. */
const SOON_US = MINUTE_MS * 1000
/** Pages that are looked at behind an attempt. */
const MOST_PAGES = 8

const isOfAnother = (request: WebRequest, { account }: WebRequest): boolean =>
  request.account !== undefined && account !== undefined && request.account !== account

/** Attempts whose path has answers that its site has not explained. */
export const attemptsOf = (visit: Visit, findLogin: ReturnType<typeof loginFinder>): readonly Attempt[] =>
  visit.flatMap((request, at): Attempt[] => {
    const [, login] = (request.method === 'POST' ? findLogin(request.path) : undefined) ?? []
    if (login === undefined || login.kind === 'xmlrpc' || login.answers !== undefined) return []
    const pages: WebRequest[] = []
    let triedAgain: boolean | undefined
    let wasSent = false
    for (let next = at + 1; next < visit.length && pages.length < MOST_PAGES; next += 1) {
      const later = visit[next] as WebRequest
      if (later.time - request.time > SOON_US) break
      // Several members behind one address, with one program.
      if (isOfAnother(later, request)) continue
      const isAgain = findLogin(later.path) !== undefined || isForForgotten(later.path)
      triedAgain ??= isAgain
      wasSent = later.method !== 'GET'
      if (isAgain || wasSent) break
      pages.push(later)
    }
    return [{ request, isTold: isToldByStatus(login.kind, request.status), pages, wasSent, triedAgain }]
  })
