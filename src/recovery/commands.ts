import type { CaseStep } from '../model/case.ts'
import type { Lang } from '../model/vocabulary.ts'
import type { Provider, ProviderAct, ProviderCommand } from './define-provider.ts'
import { fillCommand, type CommandValues } from './fill-command.ts'

type Commands = CaseStep['commands']

const CHECK: Readonly<Record<Lang, string>> = {
  en: 'from documentation, check before use',
  ja: '文書に基づく未検証のコマンド。実行前に確認する',
}

const noteOf = (command: ProviderCommand, lang: Lang): string | null => {
  const parts = [...(command.note === undefined ? [] : [command.note[lang]]), ...(command.unverified === true ? [CHECK[lang]] : [])]
  return parts.length === 0 ? null : parts.join(lang === 'ja' ? '。' : '; ')
}

/** The provider's declarations for these acts, in order. */
export const declaredCommands = (provider: Provider, acts: readonly ProviderAct[]): readonly ProviderCommand[] =>
  acts.flatMap((act) => provider.acts[act] ?? [])

/** Commands with the target filled in, each once; those that cannot be filled in are left out. */
export const fillCommands = (provider: Provider, commands: readonly ProviderCommand[], values: CommandValues, lang: Lang): Commands => {
  const filled = commands.flatMap((declared) => {
    const command = fillCommand(declared.command, values, provider.shell ?? 'posix')
    return command === undefined ? [] : [{ command, permission: declared.permission ?? null, note: noteOf(declared, lang) }]
  })
  return filled.filter((item, index) => filled.findIndex((other) => other.command === item.command) === index)
}

/** `no` outweighs `partly` outweighs `yes`: a step is as reversible as its least reversible command. */
export const leastReversible = (declared: readonly ProviderCommand[], fallback: CaseStep['reversible']): CaseStep['reversible'] => {
  const levels = new Set(declared.map((command) => command.reversible))
  return levels.has('no') ? 'no' : levels.has('partly') ? 'partly' : levels.has('yes') ? 'yes' : fallback
}
