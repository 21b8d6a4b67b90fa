import type { Manifest, Service } from '../model/case-folder.ts'
import type { Provider } from '../recovery/define-provider.ts'
import type { RecoveryOptions } from '../recovery/recovery-input.ts'

/** What recovery needs to know of the service. */
export const serviceOptions = (service: Service | undefined): Pick<RecoveryOptions, 'lacks' | 'tokenLifetime'> => ({
  ...(service === undefined ? {} : { lacks: service.lacks }),
  ...(service?.tokenLifetime == null ? {} : { tokenLifetime: service.tokenLifetime }),
})

/** What is not said this time stays as it was said before. */
export const joinService = (now: Service | undefined, before: Service | undefined): Service | undefined => {
  if (now === undefined || before === undefined) return now ?? before
  return {
    lacks: [...new Set([...before.lacks, ...now.lacks])],
    tokenLifetime: now.tokenLifetime ?? before.tokenLifetime,
  }
}

/** The user's own providers: those of this run first, then those that the case was made with. */
export const providersOf = (
  { ownProviders }: { readonly ownProviders: readonly Provider[] },
  manifest: Manifest | undefined,
): readonly Provider[] => {
  const ids = new Set(ownProviders.map(({ id }) => id))
  // Written by this program into the sealed folder, from files that were checked.
  const before = (manifest?.providers ?? []) as readonly Provider[]
  return [...ownProviders, ...before.filter(({ id }) => !ids.has(id))]
}
