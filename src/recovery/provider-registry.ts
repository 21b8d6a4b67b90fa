import type { Provider } from './define-provider.ts'
import { providers } from './providers/registry.ts'

/** Whose provider is meant: formats name systems, some of which share one provider. */
const ALIASES: Readonly<Record<string, string>> = {
  m365: 'entra',
  firebase: 'identity-platform',
  'active-directory': 'windows',
  pingam: 'forgerock',
  b2c: 'azure-b2c',
  azure: 'entra',
  cloudtrail: 'aws',
  sshd: 'linux',
  google: 'google-workspace',
}

/** The provider of an account; a user's own by the same id comes first, an unknown one is `generic` (words without commands). */
export const findProvider = (id: string, own: readonly Provider[] = []): Provider => {
  const wanted = (candidate: Provider): boolean => candidate.id === id
  const alias = ALIASES[id]
  return (
    own.find(wanted) ??
    providers.find(wanted) ??
    own.find((p) => p.id === alias) ??
    providers.find((p) => p.id === alias) ?? { id: 'generic', title: id, setup: [], acts: {} }
  )
}
