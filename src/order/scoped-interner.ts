import { hash128, lanes } from '../kernel/hash.ts'
import { doubled } from './int-array.ts'
import { ownCopy } from './interner.ts'

/** (Scope, id) → dense number: equal ids of two providers or tenants stay apart. */
export interface ScopedInterner {
  /** @param isOwn the text is no slice of a longer one */
  readonly intern: (scope: number, id: string, isOwn?: boolean) => number
  /** −1 where it was never met. */
  readonly find: (scope: number, id: string) => number
  /** The id as it was written. */
  readonly get: (key: number) => string | undefined
  readonly scopeOf: (key: number) => number
  /** 32-bit content hash of the id alone; 0 for −1. */
  readonly hashOf: (key: number) => number
  /** No more values come: lets go of what only meeting them needs. `intern` and `find` must not be called any more. */
  readonly settle: () => void
  readonly size: number
}

export const createScopedInterner = (): ScopedInterner => {
  const byScope: Map<string, number>[] = []
  const texts: string[] = []
  let scopes = new Int32Array(1024)
  let hashes = new Int32Array(1024)
  const add = (scope: number, keys: Map<string, number>, own: string): number => {
    const key = texts.length
    if (key === scopes.length) {
      scopes = doubled(scopes)
      hashes = doubled(hashes)
    }
    hash128(own)
    hashes[key] = lanes[0] as number
    scopes[key] = scope
    texts.push(own)
    keys.set(own, key)
    return key
  }
  return {
    intern: (scope, id, isOwn = false) => {
      const keys = (byScope[scope] ??= new Map())
      return keys.get(id) ?? add(scope, keys, isOwn ? id : ownCopy(id))
    },
    find: (scope, id) => byScope[scope]?.get(id) ?? -1,
    get: (key) => texts[key],
    scopeOf: (key) => scopes[key] ?? -1,
    hashOf: (key) => (key < 0 ? 0 : (hashes[key] as number)),
    settle: () => {
      byScope.length = 0
    },
    get size() {
      return texts.length
    },
  }
}
