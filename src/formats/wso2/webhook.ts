import { lookup } from '../../kernel/lookup.ts'
import { epochTime, type Classified, type JsonShape } from '../define-format.ts'
import { credentialChanges, events } from './event-codes.ts'

type Value = string | undefined

const SCHEMA = 'https://schemas.identity.wso2.org/events/'

/** The step that failed is the second factor's; the words are the server's own. */
const whyFailed = (step: Value, words: Value): Partial<Classified> => {
  if (step !== undefined && /^[2-9]$/.test(step)) return { action: 'mfa', reason: 'mfa-failed' }
  return /invalid credentials/i.test(words ?? '') ? { reason: 'bad-credentials' } : {}
}

const classifyAs =
  (event: string) =>
  (initiator: Value, change: Value, step: Value, words: Value): Classified => {
    const known = lookup(events, event)
    if (known === undefined) return { ignore: 'other-event' }
    const changed = event.startsWith('credential/')
      ? (lookup(credentialChanges, initiator) ?? lookup(credentialChanges, change))
      : undefined
    return { ...known, ...changed, ...(known.outcome === 'failure' && whyFailed(step, words)), code: event }
  }

/** A security event token: one event, whose name is the key that it stands under. */
const shapeOf = (event: string): JsonShape => {
  const [channel, type] = event.split('/')
  const at = (path: string): string => `events.'${SCHEMA}${channel}/event-type/${type}'.${path}`
  const name = at('user.claims[uri=http://wso2.org/claims/username].value')
  return {
    name: `webhook-${type}`,
    kind: 'json',
    signature: { has: ['iss', 'iat', `events.'${SCHEMA}${channel}/event-type/${type}'`] },
    fields: {
      time: epochTime('iat'),
      id: 'jti',
      account: at('user.id'),
      // The claims of a changed profile are the new ones: they name nobody yet.
      ...(type === 'userProfileUpdated' ? {} : { username: [name, at('user.claims[uri=http://wso2.org/claims/emailaddress].value')] }),
      tenant: [at('tenant.name'), at('tenant.id')],
      client: [at('application.name'), at('application.id')],
      ip: at('initiatorIpAddress'),
      session: at('session.id'),
    },
    classify: {
      by: [at('initiatorType'), at('action'), at('reason.context.failedStep.step'), at('reason.description')],
      to: classifyAs(event),
    },
  }
}

const KNOWN = new Set(Object.keys(events).map((event) => SCHEMA + event.replace('/', '/event-type/')))

const other: JsonShape = {
  name: 'webhook-other',
  kind: 'json',
  signature: {
    has: ['iss', 'iat', 'events'],
    test: ({ events: told }) => {
      const keys = typeof told === 'object' && told !== null ? Object.keys(told) : []
      return keys.some((key) => key.startsWith(SCHEMA)) && !keys.some((key) => KNOWN.has(key))
    },
    reads: ['events'],
    opens: ['events'],
  },
  fields: { time: epochTime('iat') },
  classify: { by: ['iss'], to: () => ({ ignore: 'other-event' }) },
}

export const webhooks: readonly JsonShape[] = [...Object.keys(events).map(shapeOf), other]
