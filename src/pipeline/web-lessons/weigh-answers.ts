import type { Attempt } from './attempts.ts'
import type { LearntAnswer } from './lessons.ts'
import { memberPages } from './member-pages.ts'
import type { WebRequest } from './request.ts'
import type { Visit } from './visits.ts'

/** So many attempts of one client count for each answer: a program that tries all night is one opinion. */
const MOST_OF_CLIENT = 5
/** On either side so many different clients have to have gone on. */
const LEAST_CLIENTS = 20

/** Who got in asks for a member's page, and not for the login. */
const SUCCESS = { leastIn: 0.8, mostAgain: 0.03 }
/** Who was refused tries again or gives up, but never sees a member's page. */
const FAILURE = { mostIn: 0.02, leastAgain: 0.5 }

interface Answer {
  readonly status: string
  readonly attempts: readonly Attempt[]
  readonly isTold: boolean
}

const followed = ({ triedAgain }: Attempt): boolean => triedAgain !== undefined

const perClient = (attempts: readonly Attempt[]): readonly Attempt[] =>
  [...Map.groupBy(attempts, ({ request }) => request.client).values()].flatMap((own) => own.slice(0, MOST_OF_CLIENT))

const clientsOf = (attempts: readonly Attempt[]): number => new Set(attempts.map(({ request }) => request.client)).size

const answersOf = (attempts: readonly Attempt[]): readonly Answer[] =>
  [...Map.groupBy(attempts, ({ request }) => request.status)].map(([status, all]) => ({
    status,
    attempts: perClient(all.filter(followed)),
    isTold: all[0]?.isTold === true,
  }))

const again = ({ triedAgain }: Attempt): boolean => triedAgain === true

const countOf = (attempts: readonly Attempt[], test: (attempt: Attempt) => boolean): number => attempts.filter(test).length
const againShare = ({ attempts }: Answer): number => countOf(attempts, again) / attempts.length

const isEnough = ({ attempts }: Answer): boolean => clientsOf(attempts) >= LEAST_CLIENTS
const mayWin = (answer: Answer): boolean => !answer.isTold && isEnough(answer) && againShare(answer) <= SUCCESS.mostAgain
const mayLose = (answer: Answer): boolean => isEnough(answer) && againShare(answer) >= FAILURE.leastAgain

const pagesBehind = (answers: readonly Answer[]): readonly WebRequest[] =>
  answers.flatMap(({ attempts }) => attempts.flatMap(({ pages }) => pages))

const inShare = ({ wentIn, followed: all }: LearntAnswer): number => wentIn / all

/**
 * What the answers of one login mean, where what its clients did next leaves no doubt on either side: those who got in go on to members'
 * pages, those who were refused try again. One side alone proves nothing: a form may lead elsewhere whatever was typed.
 */
export const weighAnswers = (path: string, all: readonly Attempt[], visits: readonly Visit[]): readonly LearntAnswer[] => {
  const answers = answersOf(all)
  const wins = answers.filter(mayWin)
  const losses = answers.filter(mayLose)
  if (wins.length === 0 || losses.length === 0) return []
  const winners = new Set(
    wins.flatMap(({ status }) => all.filter(({ request }) => request.status === status)).map(({ request }) => request.client),
  )
  const isMemberPage = memberPages({
    afterWins: pagesBehind(wins),
    afterLosses: pagesBehind(losses),
    beforeSending: wins.flatMap(({ attempts }) => attempts.flatMap(({ pages, wasSent }) => (wasSent ? pages.slice(-1) : []))),
    byOthers: visits.flatMap((visit) => (winners.has(visit[0]?.client ?? '') ? [] : visit)),
  })
  const wentIn = ({ pages }: Attempt): boolean => pages.some(isMemberPage)
  const told = (outcome: LearntAnswer['outcome'], { status, attempts }: Answer): LearntAnswer => ({
    path,
    status,
    outcome,
    followed: attempts.length,
    wentIn: countOf(attempts, wentIn),
    triedAgain: countOf(attempts, again),
  })
  const won = wins.map((answer) => told('success', answer))
  const lost = losses.map((answer) => told('failure', answer))
  const isClear = won.every((answer) => inShare(answer) >= SUCCESS.leastIn) && lost.every((answer) => inShare(answer) <= FAILURE.mostIn)
  const isToldAnyway = new Set(answers.filter(({ isTold }) => isTold).map(({ status }) => status))
  return isClear ? [...won, ...lost.filter(({ status }) => !isToldAnyway.has(status))] : []
}
