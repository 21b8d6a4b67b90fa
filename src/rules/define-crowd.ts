/** Which accounts come to an address, up to one more than may be. */
export interface Crowd {
  readonly add: (sourceKey: number, accountKey: number) => void
  readonly isOver: (sourceKey: number) => boolean
}

/**
 * Of the few addresses that stand out: where more accounts than `most` do the same, it is a service of its own. Counted in the order of time, also
 * within the hour that `Facts` do not know yet.
 */
export const createCrowd = (most: number): Crowd => {
  const accountsAt = new Map<number, Set<number>>()
  return {
    add: (sourceKey, accountKey) => {
      const accounts = accountsAt.get(sourceKey) ?? new Set()
      accountsAt.set(sourceKey, accounts)
      if (accounts.size <= most) accounts.add(accountKey)
    },
    isOver: (sourceKey) => (accountsAt.get(sourceKey)?.size ?? 0) > most,
  }
}
