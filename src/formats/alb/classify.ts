import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'
import { byFrontStatus, decidedBefore, NOT_A_LOGIN } from '../web-login.ts'
import { balancerAnswers } from './answer-codes.ts'

type Value = string | undefined

/** `own`: the status that the client got; `target`: the application's, `-` where it was not asked or did not answer. */
export const classify = (login: Value, own: Value, target: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  if (target !== '-') return byFrontStatus(login, own)
  const answer = lookup(balancerAnswers, own)
  if (answer === undefined) return byFrontStatus(login, own)
  return 'ignore' in answer ? answer : decidedBefore(login, answer, own)
}
