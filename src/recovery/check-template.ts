import type { Bilingual } from './bilingual.ts'
import { FILTERS, parsePlaceholder, PLACEHOLDER, PLACEHOLDERS } from './fill-command.ts'
import type { Shell } from './shell-quote.ts'

export type Quote = 'none' | 'single' | 'double'

const opposite = (state: Quote, quote: 'single' | 'double'): Quote => (state === quote ? 'none' : quote)

/** Quote state before `end`, by the rules of the shell; enough to tell whether a placeholder stands inside quotes. */
export const quoteAt = (template: string, end: number, shell: Shell): Quote => {
  let state: Quote = 'none'
  for (let i = 0; i < end; i += 1) {
    const c = template[i]
    if (c === '\\' && shell === 'posix' && state !== 'single') i += 1
    else if (c === "'" && state !== 'double') state = opposite(state, 'single')
    else if (c === '"' && state !== 'single') state = opposite(state, 'double')
    else if (state === 'double' && shell === 'posix' && template.startsWith('$(', i))
      return quoteInSubstitution(template, i + 2, end, shell)
  }
  return state
}

/** Inside `"$( … )"` quoting starts afresh; after its closing parenthesis we are back in double quotes. */
const quoteInSubstitution = (template: string, start: number, end: number, shell: Shell): Quote => {
  const close = template.indexOf(')', start)
  return close === -1 || close >= end
    ? quoteAt(template.slice(start, end), end - start, shell)
    : quoteAt(`"${template.slice(close + 1, end)}`, end - close, shell)
}

const complaint = (inside: string, quote: Quote): Bilingual | undefined => {
  const placeholder = parsePlaceholder(inside)
  if (placeholder === undefined) {
    return {
      en: `{${inside}} is unknown; write one of ${PLACEHOLDERS.join(', ')}, with filters ${FILTERS.join(', ')}`,
      ja: `{${inside}} は使えません。使えるもの: ${PLACEHOLDERS.join(', ')}(変換: ${FILTERS.join(', ')})`,
    }
  }
  const last = placeholder.filters.at(-1)
  if (last === 'json' && quote !== 'single')
    return { en: `{${inside}} must stand inside single quotes`, ja: `{${inside}} は一重引用符の中に書いてください` }
  if (last !== 'json' && last !== 'url' && quote !== 'none') {
    return {
      en: `{${inside}} stands inside quotes; take them away, it is quoted for you`,
      ja: `{${inside}} が引用符の中にあります。引用符は自動で付くので外してください`,
    }
  }
  return undefined
}

/** What is wrong with a command template, each with its character offset; empty when it is fine. */
export const checkTemplate = (template: string, shell: Shell): readonly { readonly offset: number; readonly message: Bilingual }[] =>
  [...template.matchAll(PLACEHOLDER)].flatMap((match) => {
    const message = complaint(match[1] ?? '', quoteAt(template, match.index, shell))
    return message === undefined ? [] : [{ offset: match.index, message }]
  })
