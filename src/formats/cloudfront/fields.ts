import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Classifier, FieldMap, Path } from '../define-format.ts'
import { byFrontStatus, decidedBefore, NOT_A_LOGIN } from '../web-login.ts'
import { aboutAt } from '../web-paths.ts'
import { percentDecoded, sessionCookie } from '../web-request.ts'
import { edgeResults } from './result-codes.ts'

type Value = string | undefined

/** Where a shape keeps what CloudFront calls by one of its names. */
export type Place = (name: string) => Path

export const fieldsAt = (at: Place): FieldMap => ({
  // Date and time are two fields, always UTC.
  time: {
    path: {
      from: [at('date'), at('time')],
      to: (date, time) => (date === undefined || time === undefined ? undefined : `${date}T${time}Z`),
    },
    syntax: 'iso',
  },
  id: at('x-edge-request-id'),
  client: [at('x-host-header'), at('cs(Host)')],
  ip: at('c-ip'),
  port: at('c-port'),
  forwardedFor: { from: [at('x-forwarded-for')], to: (chain) => (chain === '-' ? undefined : percentDecoded(chain)) },
  session: { from: [at('cs(Cookie)')], to: (cookies) => sessionCookie(percentDecoded(cookies)) },
  userAgent: { from: [at('cs(User-Agent)')], to: percentDecoded },
})

const classify = (login: Value, status: Value, detailed: Value, result: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  const known = lookup(edgeResults, detailed) ?? lookup(edgeResults, result)
  if (known === undefined) return byFrontStatus(login, status)
  return 'ignore' in known ? known : decidedBefore(login, known, status)
}

export const classifierAt = (at: Place): Classifier => ({
  by: [
    aboutAt([at('cs-method'), at('cs-uri-stem')], (method, target) => [method, percentDecoded(target)]),
    at('sc-status'),
    at('x-edge-detailed-result-type'),
    at('x-edge-result-type'),
  ],
  to: classify,
})
