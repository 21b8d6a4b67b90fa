import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, TextShape } from '../define-format.ts'
import { auditorEvents } from './message-codes.ts'

type Value = string | undefined

const CTIME = '[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})? \\d{4}'
const START = `^\\[(?<time>${CTIME})\\] \\[php\\d*:\\w+\\] (?:\\[pid [\\d:a-z ]+\\] )?(?:\\[client (?<client>[^\\]\\s]{2,60})\\] )?auditor:event=(?<event>\\w{1,64}) `

const member = (json: Value, key: string): Value => {
  try {
    const value: unknown = (JSON.parse(json ?? '') as Readonly<Record<string, unknown>>)[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  } catch {
    return undefined
  }
}

/** 0 is nobody: the visitor is not logged in. */
const id = (key: string): Computed => ({
  from: ['json'],
  to: (json) => {
    const value = member(json, key)
    return value === '0' ? undefined : value
  },
})

const doer: Computed = {
  from: ['json'],
  to: (json) => {
    const current = member(json, 'current_user_id')
    return current === '0' || current === member(json, 'user_id') ? undefined : current
  },
}

const classify = (event: Value): Classified => lookup(auditorEvents, event) ?? { ignore: 'other-event' }

/** What an auditing plugin lets PHP write to Apache's error log: the event's name, and its data as JSON. */
export const auditor: TextShape = {
  name: 'php-auditor',
  kind: 'text',
  signature: new RegExp(START),
  patterns: { event: new RegExp(`${START}(?<json>\\{.*\\})(?:, referer: .*)?$`) },
  other: 'cut-off-line',
  fields: {
    time: { path: 'time', syntax: 'ctime' },
    account: id('user_id'),
    username: { from: ['json'], to: (json) => member(json, 'user_login') },
    actor: doer,
    tenant: { from: ['json'], to: (json) => member(json, 'blog_id') },
    ip: 'client',
  },
  classify: { by: ['event'], to: classify },
}
