import type { WebRequest } from './request.ts'

const isShown = ({ status }: WebRequest): boolean => status.startsWith('2') || status === '304'

/** Words in the paths of pages that a member alone has. */
const OF_MEMBERS = /\/(?:my-?page|my-?account|members?|account|profile|my|dashboard|history|orders?|points?|settings)(?:\/|$)/

/** Pages by their kind: the number of an order does not matter. */
const kindOf = (path: string): string => path.replaceAll(/\/\d+(?=\/|$)/g, '/*')

/** Seen so often after the other answer that it is a page for anybody. */
const MOST_AFTER_OTHER = 0.03
/** A page without a telling name has to be seen so often by those who log in, and hardly by others. */
const LEAST_SEEN = 20
const MOST_BY_OTHERS = 0.1
/** From a page that asks for more (a password on a second page, a code) something is sent at once. */
const MOST_SENDING = 0.2

interface Seen {
  afterWin: number
  afterLoss: number
  beforeSending: number
  byOthers: number
}

/** Who may have seen pages: those behind attempts of either side, and clients that never got the answer of the winning one. */
interface Views {
  readonly afterWins: Iterable<WebRequest>
  readonly afterLosses: Iterable<WebRequest>
  /** Of those behind attempts, those from which something was sent at once. */
  readonly beforeSending: Iterable<WebRequest>
  readonly byOthers: Iterable<WebRequest>
}

/**
 * Is this a page that only members get: it is hardly ever seen after the answer of the other side, nothing is sent from it at once,
 * and the site names a member beside it, its name tells it, or hardly anybody else sees it?
 */
export const memberPages = ({ afterWins, afterLosses, beforeSending, byOthers }: Views): ((page: WebRequest) => boolean) => {
  const seen = new Map<string, Seen>()
  const count = (pages: Iterable<WebRequest>, side: keyof Seen): void => {
    for (const page of pages) {
      if (page.method !== 'GET' || !isShown(page)) continue
      const kind = kindOf(page.path)
      const counts = seen.get(kind) ?? { afterWin: 0, afterLoss: 0, beforeSending: 0, byOthers: 0 }
      counts[side] += 1
      seen.set(kind, counts)
    }
  }
  count(afterWins, 'afterWin')
  count(afterLosses, 'afterLoss')
  count(beforeSending, 'beforeSending')
  count(byOthers, 'byOthers')
  return (page) => {
    if (!isShown(page)) return false
    const counts = seen.get(kindOf(page.path))
    if (counts === undefined || counts.afterLoss > MOST_AFTER_OTHER * counts.afterWin) return false
    if (counts.beforeSending > MOST_SENDING * counts.afterWin) return false
    if (page.account !== undefined || OF_MEMBERS.test(page.path)) return true
    return counts.afterWin >= LEAST_SEEN && counts.byOthers <= MOST_BY_OTHERS * counts.afterWin
  }
}
