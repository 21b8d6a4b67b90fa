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
  const from = key === 'RemoteAddress' ? data.lastIndexOf(`"${key}" : "`) : 0
  return from < 0 ? undefined : PATTERNS.get(key)?.exec(data.slice(from))?.[1]
}

const isThere = (value: Value): boolean => value !== undefined && value !== 'null' && value !== ''

/** The first of some values that is there; the scanner puts each by itself, where the line has no `data`. */
export const fromData = (...keys: readonly DataKey[]): Computed => ({
  from: ['data', ...keys],
  to: (data, ...cut) => (data === undefined ? cut : keys.map((key) => valueOf(data, key))).find(isThere),
})
