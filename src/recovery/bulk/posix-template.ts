import { quoteAt, type Quote } from '../check-template.ts'
import { filterText, parsePlaceholder, PLACEHOLDER, type CommandValues } from '../fill-command.ts'

/** `{account|url}` → the shell variable `account_url`. */
export const variableOf = (inside: string): string => inside.replaceAll('|', '_')

/** How a variable is written where a placeholder stood, by the quotes around it: always one word, never read again by the shell. */
const WRITTEN: Readonly<Record<Quote, (variable: string) => string>> = {
  none: (variable) => `"$${variable}"`,
  single: (variable) => `'"$${variable}"'`,
  double: (variable) => `\${${variable}}`,
}

/** A command with variables in the place of its placeholders. */
export const withVariables = (template: string): string =>
  template.replace(PLACEHOLDER, (whole, inside: string, at: number) =>
    parsePlaceholder(inside) === undefined ? whole : WRITTEN[quoteAt(template, at, 'posix')](variableOf(inside)),
  )

/** The placeholders of several commands, once each. */
export const placeholdersOf = (templates: readonly string[]): readonly string[] => [
  ...new Set(
    templates.flatMap((template) =>
      [...template.matchAll(PLACEHOLDER)].flatMap(([, inside = '']) => (parsePlaceholder(inside) ? [inside] : [])),
    ),
  ),
]

/** What a placeholder stands for in one account; undefined where it has no value. */
export const valueOf = (inside: string, values: CommandValues): string | undefined => {
  const placeholder = parsePlaceholder(inside)
  const value = placeholder === undefined ? undefined : values[placeholder.name]
  return typeof value === 'string' && placeholder !== undefined ? filterText(value, placeholder.filters) : undefined
}
