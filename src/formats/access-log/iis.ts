import { lookup } from '../../kernel/lookup.ts'
import type { Classified, CsvShape } from '../define-format.ts'
import { aboutAt } from '../web-paths.ts'
import { percentDecoded, sessionCookie } from '../web-request.ts'
import { classify } from './classify.ts'
import { logonErrors } from './iis-codes.ts'

type Value = string | undefined

const filled = (value: Value): Value => (value === '-' || value === '' ? undefined : value)
/** Blanks are written as plus signs. */
const spaced = (value: Value): Value => filled(value)?.replaceAll('+', ' ')

/** A logon that Windows refused has its error; who is named otherwise proved to be that one. */
const classifyRequest = (login: Value, status: Value, name: Value, refused: Value): Classified => {
  const reason = login === undefined ? lookup(logonErrors, refused) : undefined
  if (reason === undefined) return classify(login, status, name)
  return {
    action: 'login',
    outcome: reason === 'locked' ? 'blocked' : 'failure',
    reason,
    protocol: 'basic',
    code: `401.1 ${refused ?? ''}`,
  }
}

/** Of the fields that may be chosen, those that tell of the server: https://learn.microsoft.com/windows/win32/http/w3c-logging */
const IIS_ONLY = ['s-ip', 's-port', 's-sitename', 's-computername', 'cs-username', 'sc-substatus', 'sc-win32-status']

/** Internet Information Services, in the extended format of the W3C: columns as `#Fields:` names them, in any order and number. */
export const iis: CsvShape = {
  name: 'iis',
  kind: 'csv',
  signature: {
    columns: ['date', 'time', 'c-ip', 'cs-method', 'cs-uri-stem', 'sc-status'],
    // CloudFront's log of the same kind has none of these.
    any: IIS_ONLY,
  },
  fields: {
    // Always UTC: https://learn.microsoft.com/windows/win32/http/http-log-field--constants
    time: {
      path: { from: ['date', 'time'], to: (date, time) => (date === undefined || time === undefined ? undefined : `${date}T${time}Z`) },
      syntax: 'iso',
    },
    username: { from: ['cs-username'], to: spaced },
    client: { from: ['cs-host', 's-sitename', 's-computername'], to: (...names) => names.map(filled).find((name) => name !== undefined) },
    ip: { from: ['c-ip'], to: filled },
    port: { from: ['c-port'], to: filled },
    forwardedFor: {
      from: ['x-forwarded-for', 'cs(x-forwarded-for)'],
      to: (...chains) => chains.map(spaced).find((chain) => chain !== undefined),
    },
    session: { from: ['cs(cookie)'], to: (cookies) => sessionCookie(spaced(cookies)) },
    userAgent: { from: ['cs(user-agent)'], to: spaced },
  },
  classify: {
    by: [
      aboutAt(['cs-method', 'cs-uri-stem'], (method, target) => [method, percentDecoded(target)]),
      'sc-status',
      // Somebody who proved to be that one and may still not see the page is no failed logon.
      {
        from: ['cs-username', 'sc-status'],
        to: (user, status) => (filled(user) === undefined || status === '401' ? undefined : 'checked'),
      },
      {
        from: ['sc-status', 'sc-substatus', 'sc-win32-status'],
        to: (status, substatus, error) => (status === '401' && substatus === '1' ? error : undefined),
      },
    ],
    to: classifyRequest,
  },
}
