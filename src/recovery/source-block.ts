import { formatCount } from '../i18n/quantity.ts'
import { fill } from '../i18n/translate.ts'
import { chunksOf } from '../kernel/chunks.ts'
import type { CaseStep } from '../model/case.ts'
import type { Lang } from '../model/vocabulary.ts'
import { declaredCommands, fillCommands, setupCommands } from './commands.ts'
import type { Provider, ProviderCommand } from './define-provider.ts'
import { findProvider } from './provider-registry.ts'
import type { RecoveryInput, RecoveryOptions } from './recovery-input.ts'

/** Sources per command where the provider names no limit: keeps a command line readable. */
const MOST_SOURCES = 100

type Attackers = NonNullable<RecoveryInput['entries']>

const attackersOf = ({ campaigns, entries }: RecoveryInput): readonly Attackers[] =>
  entries === undefined ? campaigns : [...campaigns, entries]

/** Each source of the case once, in order of campaigns. */
export const attackSources = (input: RecoveryInput): readonly string[] => [
  ...new Set(attackersOf(input).flatMap((attackers) => attackers.sources)),
]

const SPARED: Readonly<Record<Lang, string>> = {
  en: '; {count:more source is a relay, a proxy or a shared line|more sources are relays, proxies or shared lines}: not blocked',
  ja: '。中継サービス・プロキシ・共用回線などの攻撃元{count}個は遮断しない',
}
/** Only an attack by trying is answered with a challenge. */
const CHALLENGED: Readonly<Record<Lang, string>> = { en: ', stopped by the challenge', ja: '(追加確認で止める)' }

const spared = (input: RecoveryInput, lang: Lang): string => {
  const count = new Set(attackersOf(input).flatMap((attackers) => attackers.spared ?? [])).size
  if (count === 0) return ''
  return fill(SPARED[lang], { count }, { lang, zone: 'UTC' }) + (input.campaigns.length > 0 ? CHALLENGED[lang] : '')
}

const counted = (input: RecoveryInput, lang: Lang): string => {
  const attackers = attackersOf(input)
  const known = attackers.flatMap(({ collateral }) => (collateral === undefined ? [] : [collateral]))
  const users = formatCount(new Set(known.flat()).size)
  if (known.length === attackers.length) return lang === 'ja' ? `巻き込み推定 ${users}アカウント` : `estimated legitimate users: ${users}`
  return lang === 'ja' ? '遮断前に、同じアドレスの正当な利用者の数を確認する' : 'count the legitimate users of each address first'
}

/** The collateral as a sentence: counted, or to be counted; and what is left out, so that nobody adds it by hand. */
export const blockImpact = (input: RecoveryInput, lang: Lang): string => counted(input, lang) + spared(input, lang)

/** An address as a network: single addresses become /32 or /128, networks stay. */
const asNetwork = (source: string): string => (source.includes('/') ? source : `${source}/${source.includes(':') ? 128 : 32}`)

const isV6 = (source: string): boolean => source.includes(':')

/** What is said of the last command where the vendor takes no more of them. */
const REST: Readonly<Record<Lang, (count: string) => string>> = {
  en: (count) => `the rest (addresses: ${count}) stands in 04_lists/blocklist.csv`,
  ja: (count) => `残り${count}個は04_lists/blocklist.csvを参照`,
}

const withRest = (commands: CaseStep['commands'], left: number, lang: Lang): CaseStep['commands'] =>
  left <= 0
    ? commands
    : commands.map((one, index) =>
        index === commands.length - 1
          ? { ...one, note: [one.note, REST[lang](formatCount(left))].filter((part) => part !== null).join(' / ') }
          : one,
      )

const commandsOf = (provider: Provider, declared: ProviderCommand, sources: readonly string[], lang: Lang): CaseStep['commands'] => {
  const { mostSources = MOST_SOURCES, mostCommands } = declared
  const taken = mostCommands === undefined ? sources.length : mostCommands * mostSources
  // Of one version beside each other, so that a command for one of them has as many as it takes.
  const networks = sources
    .slice(0, taken)
    .map(asNetwork)
    .toSorted((left, right) => Number(isV6(left)) - Number(isV6(right)))
  const commands = chunksOf(networks, mostSources).flatMap((part, index) => {
    const sources4 = part.filter((source) => !isV6(source))
    return fillCommands(provider, [declared], { sources: part, sources4, sources6: part.filter(isV6), part: `${index + 1}` }, lang)
  })
  return withRest(commands, sources.length - taken, lang)
}

const SHELL = { posix: 'sh', powershell: 'PowerShell' } as const

/** Whose command it is and for which shell, where those of several systems stand below each other. */
const named = ({ title, shell = 'posix' }: Provider, commands: CaseStep['commands']): CaseStep['commands'] =>
  commands.map((one) => ({ ...one, note: [`${title} (${SHELL[shell]})`, one.note].filter((part) => part !== null).join(': ') }))

/** Block commands of every provider with an account in the case, each with what they rely on. */
export const blockCommands = (input: RecoveryInput, options: RecoveryOptions): CaseStep['commands'] => {
  const ids = [...new Set(input.accounts.map((account) => account.provider))].toSorted()
  const found = [...new Set(ids.map((id) => findProvider(id, options.providers)))]
  const attempts = (source: string): number => input.attempts?.get(source) ?? 0
  const busiest = attackSources(input).toSorted((left, right) => attempts(right) - attempts(left))
  const blocks = found.flatMap((provider) => {
    const commands = declaredCommands(provider, ['block-source']).flatMap((declared) =>
      commandsOf(provider, declared, declared.mostCommands === undefined ? attackSources(input) : busiest, options.lang),
    )
    return commands.length === 0 ? [] : [{ provider, commands: [...setupCommands(provider, options.lang), ...commands] }]
  })
  return blocks.flatMap(({ provider, commands }) => (blocks.length === 1 ? commands : named(provider, commands)))
}
