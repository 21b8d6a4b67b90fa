import type { Argument, Command, HelpConfiguration, Option } from 'commander'
import { helpInJapanese, placeholderName } from '../../i18n/catalogue/help.ts'
import { displayWidth, padEnd, wrap } from '../../kernel/text-width.ts'
import { paragraph } from '../../reports/table/flow.ts'
import type { Lang } from '../../model/vocabulary.ts'

const NARROWEST = 40
const GAP = 2

/** A text of `--help` for the reader; English is what the declarations say. */
export const helpText = (text: string, lang: Lang): string =>
  lang === 'ja' && Object.hasOwn(helpInJapanese, text) ? (helpInJapanese[text] ?? text) : text

const translated = (flags: string, lang: Lang): string =>
  flags.replace(/(?<=[<[])[^<>[\]]+?(?=(?:\.{3})?[>\]])/g, (name) => placeholderName(name, lang))

const bracketed = (argument: Argument, lang: Lang): string => {
  const name = placeholderName(argument.name(), lang) + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

/** A description, with the default where there is one that a person could type: as declared, where the command line or a case decides. */
const described = ({ description, defaultValue, defaultValueDescription }: Option | Argument, lang: Lang): string => {
  const text = helpText(description, lang)
  if (typeof defaultValue !== 'string') return text
  const usual = defaultValueDescription ?? defaultValue
  return lang === 'ja' ? `${text}(既定: ${usual})` : `${text} (default: ${usual})`
}

const fullName = (command: Command): string => {
  // Undefined for the program itself, whatever commander's types say.
  const parent = (command as { readonly parent?: Command | null }).parent ?? undefined
  return parent === undefined ? command.name() : `${parent.name()} ${command.name()}`
}

/** How commander lays a help page out: in the reader's language, by the columns that wide characters take. */
export const helpFormat = (lang: Lang): HelpConfiguration => ({
  styleTitle: (title) => helpText(title, lang),
  commandUsage: (command) => `${fullName(command)} ${translated(command.usage(), lang)}`,
  commandDescription: (command) => helpText(command.description(), lang),
  subcommandDescription: (command) => helpText(command.description(), lang),
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map((argument) => bracketed(argument, lang))].join(' '),
  optionTerm: ({ flags }) => translated(flags, lang),
  optionDescription: (option) => described(option, lang),
  argumentTerm: (argument) => placeholderName(argument.name(), lang),
  argumentDescription: (argument) => described(argument, lang),
  displayWidth,
  boxWrap: (text, width) => wrap(text, Math.max(NARROWEST, width)).join('\n'),
  formatItem(term, termWidth, description) {
    const label = `  ${padEnd(term, termWidth + GAP)}`
    return description === '' ? label.trimEnd() : paragraph(label, description, this.helpWidth ?? 80).join('\n')
  },
})
