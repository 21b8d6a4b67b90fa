import { inLanguage } from './bilingual.ts'
import type { CaseStep } from '../model/case.ts'
import type { Lang } from '../model/vocabulary.ts'
import type { Provider, ProviderAct, ProviderCommand } from './define-provider.ts'
import { fillCommand, type CommandValues } from './fill-command.ts'

type Commands = CaseStep['commands']

const CHECK: Readonly<Record<Lang, string>> = {
  en: 'from documentation, check before use',
  ja: '文書に基づく未検証のコマンド。実行前に確認する',
}

const NEEDED: Readonly<Record<Lang, (what: string) => string>> = {
  en: (what) => `needs ${what}`,
  ja: (what) => `${what}が必要`,
}
const LACKED: Readonly<Record<Lang, (what: string) => string>> = {
  en: (what) => `without ${what}`,
  ja: (what) => `${what}がない場合`,
}

const joined = (parts: readonly string[], lang: Lang): string | null =>
  parts.length === 0 ? null : parts.join(lang === 'ja' ? '。' : '; ')

const noteOf = ({ note, unverified, fallback }: ProviderCommand, lang: Lang): string | null =>
  joined(
    [
      ...(fallback === undefined ? [] : [NEEDED[lang](fallback.needs[lang])]),
      ...(note === undefined ? [] : [note[lang]]),
      ...(unverified === true ? [CHECK[lang]] : []),
    ],
    lang,
  )

/** The command itself and, where a plan may lack it, what to do instead. */
const withFallback = (declared: ProviderCommand, lang: Lang): readonly Commands[number][] => {
  const permission = declared.permission === undefined ? null : inLanguage(declared.permission, lang)
  const own = { command: declared.command, permission, note: noteOf(declared, lang) }
  if (declared.fallback === undefined) return [own]
  const { needs, command, permission: ofFallback } = declared.fallback
  return [own, { command, permission: ofFallback, note: LACKED[lang](needs[lang]) }]
}

/** The provider's declarations for these acts, in order. */
export const declaredCommands = (provider: Provider, acts: readonly ProviderAct[]): readonly ProviderCommand[] =>
  acts.flatMap((act) => provider.acts[act] ?? [])

const SETUP_NOTE = { en: 'once per shell', ja: 'シェルごとに1回' } as const

/** What the provider's commands rely on. */
export const setupCommands = ({ setup }: Provider, lang: Lang): Commands =>
  setup.map((command) => ({ command, permission: null, note: SETUP_NOTE[lang] }))

/** Commands with the target filled in, each once; those that cannot be filled in are left out. */
export const fillCommands = (provider: Provider, commands: readonly ProviderCommand[], values: CommandValues, lang: Lang): Commands => {
  const filled = commands
    .flatMap((declared) => withFallback(declared, lang))
    .flatMap((one) => {
      const command = fillCommand(one.command, values, provider.shell ?? 'posix')
      return command === undefined ? [] : [{ ...one, command }]
    })
  return filled.filter((item, index) => filled.findIndex((other) => other.command === item.command) === index)
}

/** `no` outweighs `partly` outweighs `yes`: a step is as reversible as its least reversible command. */
export const leastReversible = (declared: readonly ProviderCommand[], fallback: CaseStep['reversible']): CaseStep['reversible'] => {
  const levels = new Set(declared.map((command) => command.reversible))
  return (['no', 'partly', 'yes'] as const).find((level) => levels.has(level)) ?? fallback
}
