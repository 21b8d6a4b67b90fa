import { loginFinder, type Answers, type WebPaths } from '../../formats/web-paths.ts'
import { compareTexts } from '../../kernel/text-order.ts'
import { attemptsOf, type Attempt } from './attempts.ts'
import type { LearntAnswer, Lessons, OpenLogin } from './lessons.ts'
import type { WebRequest } from './request.ts'
import { visitsOf, type Visit } from './visits.ts'
import { weighAnswers } from './weigh-answers.ts'

/** Logins that are asked about: fewer attempts are not worth a question, and more paths than this are somebody's scan. */
const LEAST_ATTEMPTS = 20
const MOST_OPEN = 3

const isSame = (left: readonly LearntAnswer[], right: readonly LearntAnswer[]): boolean =>
  left.length === right.length &&
  left.every(({ status, outcome }) => right.some((other) => other.status === status && other.outcome === outcome))

/** Hosts of one log may answer differently at one path: what is learnt has to hold for each that has enough attempts to tell. */
const learnPath = (path: string, attempts: readonly Attempt[], visits: readonly Visit[]): readonly LearntAnswer[] => {
  const whole = weighAnswers(path, attempts, visits)
  const hosts = Map.groupBy(attempts, ({ request }) => request.host)
  if (whole.length === 0 || hosts.size < 2) return whole
  const agrees = [...hosts]
    .filter(([, own]) => own.length >= LEAST_ATTEMPTS)
    .every(([host, own]) => {
      const visited = visits.filter((visit) => visit[0]?.host === host)
      return isSame(weighAnswers(path, own, visited), whole)
    })
  return agrees ? whole : []
}

const countsOf = (attempts: readonly Attempt[]): readonly (readonly [status: string, count: number])[] =>
  [...Map.groupBy(attempts, ({ request }) => request.status)]
    .map(([status, own]) => [status, own.length] as const)
    .toSorted(([left, count], [right, other]) => other - count || compareTexts(left, right))

/** A redirect may lead back to the form: of an answer that means success hardly anybody tries again. */
const MOST_AGAIN = 0.1
const isMixed = (attempts: readonly Attempt[]): boolean => {
  const again = attempts.filter(({ triedAgain }) => triedAgain === true).length
  const onwards = attempts.filter(({ triedAgain }) => triedAgain === false).length
  return again > MOST_AGAIN * (again + onwards) && onwards > MOST_AGAIN * (again + onwards)
}

const openLogin = (path: string, attempts: readonly Attempt[], learnt: Answers | undefined): (OpenLogin & { readonly count: number })[] => {
  const open = attempts.filter(({ isTold, request }) => !isTold && learnt?.[request.status] === undefined)
  if (open.length < LEAST_ATTEMPTS || learnt !== undefined) return []
  const hasRefusals = attempts.some(({ isTold, request }) => isTold && request.status.startsWith('4'))
  const statuses = countsOf(open).map(([status]) => status)
  const mixed = statuses.filter((status) => isMixed(open.filter(({ request }) => request.status === status)))
  return [{ path, statuses, mixed, hasRefusals, count: open.length }]
}

/** What the answers of a site's logins mean, by what their clients did next: `parts` are the first requests of each input. */
export const learnAnswers = (parts: readonly (readonly WebRequest[])[], paths: WebPaths): Lessons => {
  const visits = visitsOf(parts)
  const findLogin = loginFinder(paths)
  const byPath = Map.groupBy(
    visits.flatMap((visit) => attemptsOf(visit, findLogin)),
    ({ request }) => request.path,
  )
  const ordered = [...byPath].toSorted(([left], [right]) => compareTexts(left, right))
  const answers = ordered.flatMap(([path, attempts]) => learnPath(path, attempts, visits))
  const learnt: Record<string, Answers> = {}
  for (const { path, status, outcome } of answers) learnt[path] = { ...learnt[path], [status]: outcome }
  const open = ordered.flatMap(([path, attempts]) => openLogin(path, attempts, Object.hasOwn(learnt, path) ? learnt[path] : undefined))
  return { learnt, answers, open: open.toSorted((left, right) => right.count - left.count).slice(0, MOST_OPEN) }
}
