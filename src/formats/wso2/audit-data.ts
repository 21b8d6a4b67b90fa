import type { Computed } from '../define-format.ts'

type Value = string | undefined

/** Values of the data that are read. */
export const DATA_KEYS = [
  'AuthenticatedUser',
  'LoggedOutUser',
  'AuthenticatedUserTenantDomain',
  'LoggedOutUserTenantDomain',
  'ServiceProviderName',
  'RemoteAddress',
  'User Agent',
  'ContextIdentifier',
  'StepNo',
] as const
type DataKey = (typeof DATA_KEYS)[number]

const PATTERNS: ReadonlyMap<DataKey, RegExp> = new Map(DATA_KEYS.map((key) => [key, new RegExp(`"${key}" ?: ?"([^"]*)"`)]))

/** Which are written like JSON but not escaped: the server's own names before the agent, the address behind it. */
const valueOf = (data: string, key: DataKey): Value => {
  const from = key === 'RemoteAddress' ? data.lastIndexOf(`"${key}"`) : 0
  return from < 0 ? undefined : PATTERNS.get(key)?.exec(data.slice(from))?.[1]
}

const isThere = (value: Value): boolean => value !== undefined && value !== 'null' && value !== ''

/** The first of some values that is there; the scanner puts each by itself, where the line has no `data`. */
export const fromData = (...keys: readonly DataKey[]): Computed => ({
  from: ['data', ...keys],
  to: (data, ...cut) => (data === undefined ? cut : keys.map((key) => valueOf(data, key))).find(isThere),
})

const CLAIM = /\/claims\/(\w+)/g
/** Written with every change, whatever it is. */
const STAMPS: ReadonlySet<string> = new Set(['modified', 'created'])
/** Those that say most come first. */
const TELLING = ['emailaddress', 'mobile'] as const

/** Which claims a line names, as far as it matters which. */
export const claimIn = (text: Value): Value => {
  const named = [...(text ?? '').matchAll(CLAIM)].map(([, name = '']) => name).filter((name) => !STAMPS.has(name))
  const telling = TELLING.find((name) => named.includes(name))
  return telling ?? (named.length > 0 && named.every((name) => name === 'identity') ? 'identity' : undefined)
}
