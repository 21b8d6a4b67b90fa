import type { CaseStep } from '../model/case.ts'
import type { Lang } from '../model/vocabulary.ts'
import { declaredCommands, fillCommands } from './commands.ts'
import { findProvider } from './provider-registry.ts'
import type { RecoveryInput, RecoveryOptions } from './recovery-input.ts'

/** Sources per command: keeps a command line readable and below the usual limits of rules. */
const CHUNK = 100

/** Each source of the case once, in order of campaigns. */
export const campaignSources = (input: RecoveryInput): readonly string[] => [
  ...new Set(input.campaigns.flatMap((campaign) => campaign.sources)),
]

/** The collateral as a sentence: counted, or to be counted. */
export const blockImpact = (input: RecoveryInput, lang: Lang): string => {
  const counted = input.campaigns.filter((campaign) => campaign.collateral !== undefined)
  const users = counted.reduce((sum, campaign) => sum + (campaign.collateral ?? 0), 0)
  if (counted.length === input.campaigns.length) return lang === 'ja' ? `巻き込み推定 ${users}人` : `estimated legitimate users: ${users}`
  return lang === 'ja' ? '遮断前に、同じアドレスの正当な利用者の数を確認する' : 'count the legitimate users of each address first'
}

const chunksOf = (items: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) => items.slice(i * CHUNK, (i + 1) * CHUNK))

/** An address as a network: single addresses become /32 or /128, networks stay. */
const asNetwork = (source: string): string => (source.includes('/') ? source : `${source}/${source.includes(':') ? 128 : 32}`)

/** Block commands of every provider with an account in the case. */
export const blockCommands = (input: RecoveryInput, options: RecoveryOptions): CaseStep['commands'] => {
  const ids = [...new Set(input.accounts.map((account) => account.provider))].toSorted()
  const found = [...new Set(ids.map((id) => findProvider(id, options.providers)))]
  const networks = campaignSources(input).map(asNetwork)
  return found.flatMap((provider) => {
    const declared = declaredCommands(provider, ['block-source'])
    return chunksOf(networks).flatMap((sources) =>
      fillCommands(
        provider,
        declared,
        {
          sources,
          sources4: sources.filter((source) => !source.includes(':')),
          sources6: sources.filter((source) => source.includes(':')),
        },
        options.lang,
      ),
    )
  })
}
