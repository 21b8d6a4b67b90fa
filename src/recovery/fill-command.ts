import { encodeUrl, escapeJson, escapeOData, isUnquotable, quoteWord, type Shell } from './shell-quote.ts'

/** What the placeholders of a command stand for. Missing and empty lists: the command cannot be filled in. */
export interface CommandValues {
  readonly account?: string
  readonly name?: string
  readonly tenant?: string
  readonly since?: string
  readonly until?: string
  readonly oldContact?: string
  readonly source?: string
  readonly sources?: readonly string[]
  readonly sources4?: readonly string[]
  readonly sources6?: readonly string[]
  readonly part?: string
  readonly keys?: readonly string[]
}

export const PLACEHOLDERS = [
  'account',
  'name',
  'tenant',
  'since',
  'until',
  'oldContact',
  'source',
  'sources',
  'sources4',
  'sources6',
  'part',
  'keys',
] as const
export const FILTERS = ['url', 'json', 'odata'] as const
type Placeholder = (typeof PLACEHOLDERS)[number]
type Filter = (typeof FILTERS)[number]

/** Braces around letters and bars only: JSON and shell braces of a template are left alone. */
export const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*(?:\|[a-z]+)*)\}/g

const isPlaceholder = (text: string): text is Placeholder => (PLACEHOLDERS as readonly string[]).includes(text)
const isFilter = (text: string): text is Filter => (FILTERS as readonly string[]).includes(text)

const FILTER: Readonly<Record<Filter, (text: string) => string>> = { url: encodeUrl, json: escapeJson, odata: escapeOData }

/** A path segment of dots alone is resolved away by URL clients, even percent-encoded: the command would hit another object. */
const isDots = (text: string): boolean => /^\.{1,2}$/.test(text)

/** The text behind its filters; undefined where it cannot be written, or would name another object. */
export const filterText = (text: string, filters: readonly Filter[]): string | undefined =>
  isUnquotable(text) || (filters.includes('url') && isDots(text))
    ? undefined
    : filters.reduce((value, filter) => FILTER[filter](value), text)

const fillScalar = (text: string, filters: readonly Filter[], shell: Shell): string | undefined => {
  const filtered = filterText(text, filters)
  if (filtered === undefined) return undefined
  return filters.includes('url') || filters.includes('json') ? filtered : quoteWord(filtered, shell)
}

const fillList = (items: readonly string[], filters: readonly Filter[], shell: Shell): string | undefined => {
  if (items.length === 0 || items.some(isUnquotable)) return undefined
  return filters.includes('json')
    ? `[${items.map((item) => `"${escapeJson(item)}"`).join(',')}]`
    : items.map((item) => quoteWord(item, shell)).join(' ')
}

const fillValue = (value: CommandValues[Placeholder], filters: readonly Filter[], shell: Shell): string | undefined => {
  if (value === undefined) return undefined
  return typeof value === 'string' ? fillScalar(value, filters, shell) : fillList(value, filters, shell)
}

/** Splits `account|json|url`; undefined when it names nothing known. */
export const parsePlaceholder = (inside: string): { readonly name: Placeholder; readonly filters: readonly Filter[] } | undefined => {
  const [name = '', ...filters] = inside.split('|')
  return isPlaceholder(name) && filters.every(isFilter) ? { name, filters: filters.filter(isFilter) } : undefined
}

/** The command with its target filled in, or undefined when a value is missing or cannot be quoted (NUL, lone surrogate). */
export const fillCommand = (template: string, values: CommandValues, shell: Shell): string | undefined => {
  let complete = true
  const filled = template.replace(PLACEHOLDER, (whole, inside: string) => {
    const placeholder = parsePlaceholder(inside)
    if (placeholder === undefined) return whole
    const text = fillValue(values[placeholder.name], placeholder.filters, shell)
    if (text === undefined) complete = false
    return text ?? whole
  })
  return complete ? filled : undefined
}
