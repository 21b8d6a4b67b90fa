import { defineProvider } from '../../define-provider.ts'

/** Words without commands: the catalogue's sentences alone. A home-made site describes its commands in YAML. */
export const provider = defineProvider({ id: 'generic', title: 'Any login system', setup: [], acts: {} })
