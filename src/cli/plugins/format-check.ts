import { ZONES } from '../../formats/define-format.ts'
import { TIME_SYNTAXES } from '../../kernel/time.ts'
import {
  anyText,
  anything,
  bilingual,
  callable,
  either,
  isMap,
  listOf,
  mapHolding,
  mapOf,
  mapWith,
  number,
  oneOf,
  pattern,
  text,
  truth,
  type Check,
} from './check.ts'

/** The name of a column may be empty. */
const paths = listOf(anyText)
// What a helper adds for itself (which page a request is for) is its own.
const computed = mapHolding({ from: paths, to: callable })
const looked = mapHolding({ from: paths, look: callable })
const field = either('field', text, paths, computed, looked)
const guarded = either('field', field, mapWith({ first: paths, when: either('field', computed, looked) }))
const time: Check = (value, at) =>
  isMap(value) ? mapWith({ path: field, syntax: oneOf(TIME_SYNTAXES) }, { zone: text })(value, at) : { at, value, wants: 'time' }

const subject = { account: guarded, username: guarded, actor: field }
const fields = mapWith(
  { time },
  {
    ...subject,
    ...Object.fromEntries(
      [
        ...(['id', 'sequence', 'tenant', 'client', 'ip', 'port', 'forwardedFor', 'userAgent', 'device', 'mfaMethod', 'protocol'] as const),
        ...(['credential', 'providerRisk', 'country', 'region', 'city', 'lat', 'lon', 'asn', 'asnOrg'] as const),
      ].map((name) => [name, field]),
    ),
    session: guarded,
  },
)

const NEEDED = { name: text, fields, classify: mapWith({ by: listOf(either('field', text, computed, looked)), to: callable }) }
const OPTIONAL = { zone: oneOf(ZONES), subjects: mapOf(mapWith({}, subject)), damage: listOf(computed), repeat: field }

const SHAPES: Readonly<Record<string, Check>> = {
  json: mapWith(
    {
      ...NEEDED,
      kind: text,
      signature: mapWith({ has: paths }, { any: listOf(paths), is: mapOf(paths), not: paths, test: callable, reads: paths, opens: paths }),
    },
    { ...OPTIONAL, each: text },
  ),
  csv: mapWith({ ...NEEDED, kind: text, signature: mapWith({ columns: paths }, { any: paths, not: paths }) }, OPTIONAL),
  text: mapWith(
    { ...NEEDED, kind: text, signature: pattern, patterns: mapOf(pattern), other: text },
    { ...OPTIONAL, pairsIn: mapOf(callable), cut: anything },
  ),
}

const shape: Check = (value, at) => {
  const kind = isMap(value) ? value['kind'] : undefined
  return oneOf(Object.keys(SHAPES))(kind, `${at}.kind`) ?? SHAPES[String(kind)]?.(value, at)
}

/** What a format of a user's own has to hold (docs/PLUGINS.md). */
export const checkFormat = mapWith(
  {
    id: text,
    title: text,
    provider: text,
    zone: oneOf(ZONES),
    repeats: oneOf(['never', 'legitimate']),
    successes: oneOf(['always', 'configurable']),
    shapes: listOf(shape),
    spec: text,
    howToExport: bilingual,
  },
  {
    names: oneOf(['exact', 'folded']),
    sequence: truth,
    edge: truth,
    attempt: mapWith({ key: listOf(oneOf(['session', 'ip', 'name'])), withinMs: number, fold: callable }),
    unverified: listOf(text),
  },
)
