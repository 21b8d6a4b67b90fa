import type { WebRequest } from './request.ts'

/** The requests of one client, in the order in which they were made. */
export type Visit = readonly WebRequest[]

/** Some exports begin with the newest: of requests within one second, their order tells which was first. */
const isNewestFirst = (requests: readonly WebRequest[]): boolean => {
  let balance = 0
  for (let at = 1; at < requests.length; at += 1) balance += Math.sign((requests[at]?.time ?? 0) - (requests[at - 1]?.time ?? 0))
  return balance < 0
}

/** `parts` are the requests of each input, in its order. */
export const visitsOf = (parts: readonly (readonly WebRequest[])[]): readonly Visit[] => {
  const visits = new Map<string, WebRequest[]>()
  for (const requests of parts) {
    for (const request of isNewestFirst(requests) ? requests.toReversed() : requests) {
      const key = `${request.client} ${request.host}`
      const visit = visits.get(key)
      if (visit === undefined) visits.set(key, [request])
      else visit.push(request)
    }
  }
  return [...visits.values()].map((visit) => visit.toSorted((left, right) => left.time - right.time))
}
