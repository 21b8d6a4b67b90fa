import { NO_PATTERN, type LinePlan } from '../../model/line-plan.ts'
import { PAIR_NAMES } from './message-shape.ts'

/** How the names of the server's loggers begin; categories are abbreviated by some layouts (`org.key.events`). */
export const LOGGERS = ['org.key', 'io.qua', 'org.inf', 'org.jgr', 'org.hib', 'com.arj', 'org.jbo', 'liquibase'] as const

/** They stand before the other pairs. */
const FIRST = ['type', 'operationType']
/** The thread may be missing. */
const EVENTS = ['({:thread}) ', ''].flatMap((thread) =>
  FIRST.flatMap((kind) => [
    { line: `${thread}${kind}="{${kind}:token}", {?realmId="}{:quoted}`, values: {} },
    { line: `${thread}${kind}={${kind}:token}, {?realmId=}{:plain}`, values: {} },
  ]),
)
/** What the server says of itself: an event begins with a small letter. */
const OTHERS = ['({:thread}) ', ''].map((thread) => ({ line: `${thread}{:capital}{:text}`, values: { pattern: NO_PATTERN } }))

const pairs = {
  names: PAIR_NAMES.filter((name) => !FIRST.includes(name)),
  name: 'key',
  before: '',
  after: '=',
  between: ', ',
  nothing: 'null',
} as const

/** Lines of the server's log: in the newer notation every value has quotes, in the older one none (and one with a comma or quotes is left alone). */
export const cutLines: LinePlan = {
  signs: ['[org.keycloak', '[org.key.', '[io.quarkus'],
  heads: LOGGERS.map((logger) => `{time:commaStamp}{:blanks}{:upperLevel}{:blanks}[${logger}{:logger}] `),
  bodies: [...EVENTS, ...OTHERS],
  modes: new Map([
    ['time', 'time'],
    ['sessionId', 'hashed'],
    ['code_id', 'hashed'],
    ['authSessionParentId', 'hashed'],
  ]),
  runs: {
    logger: { letters: ' -\\\\^-~', least: 0, most: 200 },
    thread: { letters: ' -(*-~', least: 0, most: 200 },
    token: { letters: 'A-Z0-9_', least: 3, most: 60 },
    capital: { letters: 'A-Z', least: 1, most: 1 },
    key: { letters: '\\w.-', least: 1, most: 64 },
    plain: { letters: ' !#-&(-+\\--~', least: 0, most: 5000 },
  },
  pairs: { quoted: { ...pairs, quoted: 'quotedOrNothing' }, plain: { ...pairs, bare: 'plain' } },
}
