import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, TextShape } from '../define-format.ts'
import { ACCOUNT_COMPONENT, adminEvents, apiStatuses } from './admin-codes.ts'

type Value = string | undefined

const TIME = '^\\s{0,8}(?<time>\\d{4}-\\d\\d-\\d\\d \\d{1,2}:\\d\\d:\\d\\d,\\d{3})'
const cell = (name: string): string => ` ?(?<${name}>[^|]*?) ?`

/** Cells are not escaped: a line with one pipe more than it should have is torn, as in audit.log. */
const ADMIN = ['user', 'roles', 'ip', 'detail', 'component', 'event', 'message'].map(cell).join('\\|')
/** Newer versions add the ids of tokens behind the status. */
const API = `${['user', 'scheme', 'ip'].map(cell).join('\\|')}\\| ?(?<method>[A-Z]{3,7}) ?\\| ?(?<endpoint>/[^|]*?) ?\\| ?(?<status>\\d{3})(?: ?(?:\\|[^|]*){0,4})?`

/** Hours may stand without their zero. */
const time = { path: { from: ['time'], to: (text: Value) => text?.replace(/ (?=\d:)/, ' 0') }, syntax: 'iso' } as const

/** A wording that is neither is not guessed. */
const outcomeIn = (message: string): 'success' | 'failure' | undefined => {
  if (/\bnot |unsuccessful|fail|invalid|denied|reject|incorrect|locked/i.test(message)) return 'failure'
  return /\bsuccess/i.test(message) ? 'success' : undefined
}

const named = (name: string): Computed => ({ from: [name], to: (text) => (text === undefined || text === '' ? undefined : text) })

const classifyAdmin = (pattern: Value, component: Value, event: Value, message: Value): Classified => {
  if (pattern === 'torn') return { reject: 'ambiguous-value', detail: 'cells' }
  const known = lookup(adminEvents, event) ?? (component === ACCOUNT_COMPONENT ? { action: 'other' as const } : { ignore: 'admin-setting' })
  if ('ignore' in known) return known
  const code = `${component}/${event}`
  if (known.action !== 'login') return { ...known, outcome: 'success', code }
  const outcome = outcomeIn(message ?? '')
  if (outcome === undefined) return { reject: 'unknown-code', detail: 'wording of an attempt' }
  return outcome === 'success' ? { ...known, outcome, accountKnown: true, code } : { ...known, outcome, reason: 'other', code }
}

/** admin.log: what is done in the administrative console. */
export const adminLog: TextShape = {
  name: 'admin-log',
  kind: 'text',
  signature: new RegExp(`${TIME} \\|[^|]*\\|[^|]*\\|[^|]*\\|[^|]*\\| [A-Z_]+ \\| [A-Z_]+ \\|`),
  patterns: { cells: new RegExp(`${TIME} ?\\|${ADMIN}$`), torn: /^/ },
  other: 'other-line',
  fields: { time, username: named('user'), ip: named('ip') },
  classify: { by: ['pattern', 'component', 'event', 'message'], to: classifyAdmin },
}

const classifyApi = (pattern: Value, status: Value): Classified => {
  if (pattern === 'torn') return { reject: 'ambiguous-value', detail: 'cells' }
  const known = lookup(apiStatuses, status)
  return known === undefined ? { ignore: 'http-request' } : { ...known, code: `api/${status}` }
}

/** admin-api.log and runtime-api.log: one line per request. */
export const apiLog: TextShape = {
  name: 'api-log',
  kind: 'text',
  signature: new RegExp(`${TIME} ?\\|[^|]*\\|[^|]*\\|[^|]*\\| ?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) ?\\| ?/`),
  patterns: { cells: new RegExp(`${TIME} ?\\|${API}$`), torn: /^/ },
  other: 'other-line',
  fields: { time, username: named('user'), ip: named('ip'), protocol: named('scheme') },
  classify: { by: ['pattern', 'status'], to: classifyApi },
}
