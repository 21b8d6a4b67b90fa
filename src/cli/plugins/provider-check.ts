import { checkTemplate } from '../../recovery/check-template.ts'
import { PROVIDER_ACTS } from '../../recovery/define-provider.ts'
import { bilingual, isMap, listOf, mapOf, mapWith, number, oneOf, text, texts, truth, type Check } from './check.ts'

const fallback = mapWith({ needs: bilingual, command: text, permission: text })
const command = mapWith(
  { command: text, reversible: oneOf(['yes', 'no', 'partly']), source: text },
  {
    permission: texts,
    userImpact: bilingual,
    residual: bilingual,
    residualFor: text,
    note: bilingual,
    fallback,
    mostSources: number,
    mostCommands: number,
    byHand: truth,
    unverified: truth,
    proof: mapWith({ text: texts, codes: listOf(text) }),
  },
)

const act = oneOf(PROVIDER_ACTS)
/** Acts are keys: one that is misspelt would be a command that nobody is ever told. */
const acts: Check = (value, at) => {
  const strange = isMap(value) ? Object.keys(value).find((key) => act(key, at) !== undefined) : undefined
  return strange === undefined ? mapOf(listOf(command))(value, at) : { at, value: strange, wants: PROVIDER_ACTS }
}

/** What a provider of a user's own has to hold (docs/PROVIDERS.md). */
export const checkProvider = mapWith(
  { id: text, title: text, setup: listOf(text), acts },
  { shell: oneOf(['posix', 'powershell']), ambiguousCodes: listOf(text), notInLog: listOf(act) },
)

interface Acts {
  readonly shell?: 'posix' | 'powershell'
  readonly acts: Readonly<Record<string, readonly { readonly command: string }[] | undefined>>
}

/** What is wrong with the placeholders of its commands, the first of all. */
export const templateProblem = ({ shell = 'posix', acts: declared }: Acts): ReturnType<typeof checkTemplate>[number] | undefined =>
  Object.values(declared)
    .flatMap((commands) => commands ?? [])
    .flatMap((one) => checkTemplate(one.command, shell))[0]
