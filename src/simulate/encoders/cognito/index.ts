import { idOf, defineEncoder, isoOf, uuidOf } from '../../define-encoder.ts'
import type { SimEvent } from '../../event.ts'

interface UserEvent {
  readonly eventType: 'SignIn' | 'SignUp' | 'ForgotPassword' | 'PasswordChange'
  readonly eventResponse: 'Pass' | 'Fail' | 'InProgress'
  readonly password?: 'Success' | 'Failure'
  readonly mfa?: 'Success' | 'Failure'
}

const account = (index: number): string => uuidOf('cognito', index)

const loginOf = ({ outcome, reason }: SimEvent): UserEvent | undefined => {
  if (outcome === 'success') return { eventType: 'SignIn', eventResponse: 'Pass', password: 'Success' }
  if (outcome === 'challenge') return { eventType: 'SignIn', eventResponse: 'InProgress', password: 'Success' }
  return reason === 'bad-password' ? { eventType: 'SignIn', eventResponse: 'Fail', password: 'Failure' } : undefined
}

const userEventOf = (event: SimEvent): UserEvent | undefined => {
  const { action, outcome } = event
  if (action === 'login') return loginOf(event)
  if (action === 'mfa')
    return outcome === 'success' ? undefined : { eventType: 'SignIn', eventResponse: 'Fail', password: 'Success', mfa: 'Failure' }
  if (action === 'signup') return { eventType: 'SignUp', eventResponse: 'Pass' }
  if (action === 'password-reset-request') return { eventType: 'ForgotPassword', eventResponse: 'InProgress' }
  if (action === 'password-reset') return { eventType: 'ForgotPassword', eventResponse: 'Pass' }
  return action === 'password-change' ? { eventType: 'PasswordChange', eventResponse: 'Pass' } : undefined
}

/** AWS's own example of an exported event has `United States`. */
const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

/** Threat protection names a browser and a system, not the whole line. */
export const deviceName = (userAgent: string): string => {
  const browser = /(Edg|CriOS|Firefox|SamsungBrowser|Chrome|Version)\/(\d+)/.exec(userAgent)
  const system = /Windows|iPhone|Android|Mac OS X/.exec(userAgent)?.[0]
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', CriOS: 'Chrome', Version: 'Safari', SamsungBrowser: 'Samsung Internet' }
  const family = browser?.[1] === undefined ? undefined : (names[browser[1]] ?? browser[1])
  return family === undefined || system === undefined ? userAgent : `${family} ${browser?.[2] ?? ''}, ${system}`
}

/** The user pool's activity export: one event per user, so names that are nobody's are not in it; neither are sessions. */
export const encoder = defineEncoder({
  id: 'cognito',
  title: { en: 'Amazon Cognito user activity', ja: 'Amazon Cognitoユーザーアクティビティ' },
  file: 'cognito.ndjson',
  account,
  encode: (event, serial) => {
    const sub = idOf(event, account)
    const user = userEventOf(event)
    if (sub === undefined || user === undefined) return undefined
    const challenges = [
      ...(user.password === undefined ? [] : [{ challengeName: 'Password', challengeResponse: user.password }]),
      ...(user.mfa === undefined ? [] : [{ challengeName: 'Mfa', challengeResponse: user.mfa }]),
    ]
    return JSON.stringify({
      eventTimestamp: event.timeMs,
      eventSource: 'USER_ACTIVITY',
      logLevel: 'INFO',
      message: {
        version: '1',
        eventId: uuidOf('event', serial),
        eventType: user.eventType,
        userSub: sub,
        userName: event.name,
        userPoolId: 'ap-northeast-1_EXAMPLE1',
        clientId: '1example23456789',
        creationDate: isoOf(event.timeMs),
        eventResponse: user.eventResponse,
        riskLevel: '',
        riskDecision: 'PASS',
        challenges,
        deviceName: deviceName(event.userAgent),
        ipAddress: event.line.ip,
        requestId: uuidOf('request', serial),
        idpName: '',
        compromisedCredentialDetected: 'false',
        city: event.line.place.city,
        country: countryNames.of(event.line.network.country),
        eventFeedbackValue: '',
      },
      logSourceId: { userPoolId: 'ap-northeast-1_EXAMPLE1' },
    })
  },
})
