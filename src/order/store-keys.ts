import { isPasswordLike } from '../kernel/password-like.ts'
import type { Dictionaries, StoredFormat } from './log-columns.ts'

/** `Bob` and `ｂｏｂ` are one person where the log system says so; sshd says they are not (docs/ARCHITECTURE.md 3). */
const normaliseName = (name: string, format: Pick<StoredFormat, 'names'>): string => {
  if (format.names === 'exact' || isPlainLower(name)) return name
  return /^[\x20-\x7e]*$/.test(name) ? name.toLowerCase() : name.normalize('NFKC').toLowerCase()
}

/** ASCII without capitals: what nearly all names are already. */
const isPlainLower = (name: string): boolean => {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at)
    if (code > 126 || code < 32 || (code > 64 && code < 91)) return false
  }
  return true
}

/** Fields that hold an immutable id get a scope in front, so that equal ids of two providers or tenants stay apart. */
const scopeText = (provider: string, tenant: string | undefined): string => `${provider}\u0000${tenant ?? ''}`

/**
 * Is a name's text kept? A failed attempt on an unknown name may be a password typed into the wrong box: that text is not.
 * @param isAsserted an event that succeeded, or that has an immutable id beside the name
 */
export const keepsNames = (isAsserted: boolean, accountKnown: boolean | undefined, { names }: StoredFormat): boolean =>
  isAsserted || (names !== undefined && accountKnown !== false)

/** From what an event says to the keys of the dictionaries; −1 where it says nothing. `isOwn`: a text is no slice of a longer one. */
export const createStoreKeys = ({ ids, names, places, sessions, scopes }: Dictionaries) => {
  let lastTenant: string | undefined
  let lastProvider: string | undefined
  let lastScope = -1
  return {
    scope: (provider: string, tenant: string | undefined): number => {
      if (provider !== lastProvider || tenant !== lastTenant) {
        lastScope = scopes.intern(scopeText(provider, tenant))
        lastProvider = provider
        lastTenant = tenant
      }
      return lastScope
    },
    account: (text: string | undefined, scope: number, isOwn: boolean): number =>
      text === undefined ? -1 : ids.intern(scope, text, isOwn),
    name: (text: string | undefined, format: StoredFormat, isKept: boolean, isOwn: boolean): number => {
      if (text === undefined) return -1
      const key = names.intern(normaliseName(text, format))
      if (isKept) names.keepText(key, text, isOwn)
      else if (isPasswordLike(text)) names.mark(key)
      return key
    },
    asserted: places.assert,
    place: places.intern,
    session: (text: string | undefined, scope: number): number => sessions.intern(text, scopes.hashOf(scope)),
    /** As `session`, for many whose hashes are known; `given` holds their scopes and gets their keys. */
    sessionsHashed: (hashes: Uint32Array, given: Int32Array, count: number): void => {
      for (let index = 0; index < count; index += 1) given[index] = scopes.hashOf(given[index] as number)
      sessions.internAll(hashes, given, count, given)
    },
  }
}

export type StoreKeys = ReturnType<typeof createStoreKeys>
