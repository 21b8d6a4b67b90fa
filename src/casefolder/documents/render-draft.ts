import Mustache from 'mustache'
import { complain } from '../../i18n/complaint.ts'
import { nearest } from '../../kernel/nearest.ts'
import { safeMarkdown } from '../../kernel/safe-text.ts'
import { DRAFTS } from './templates/all.ts'

/** Addresses and numbers need no escape, and must be as they are when they are copied from the text. */
const PLAIN = /^[\da-f.:/]+$/i

const escape = (value: unknown): string => {
  const text = String(value)
  return PLAIN.test(text) ? text : safeMarkdown(text)
}

type Token = readonly [kind: string, name: string, start: number, end: number, inner?: readonly Token[]]

const namesIn = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap(([kind, name, , , inner]) =>
    kind === 'text' ? [] : [...name.split('.'), ...(Array.isArray(inner) ? namesIn(inner) : [])],
  )

/** Every name that some draft of the house uses: those are the names there are, also where this case has nothing for one. */
const knownNames = (): ReadonlySet<string> =>
  new Set(DRAFTS.flatMap(({ text }) => Object.values(text).flatMap((template) => namesIn(Mustache.parse(template) as Token[]))))

/** Names that a template asks for and no fact has; a letter with a hole in it must not go out. */
const checkNames = (tokens: readonly Token[], known: ReadonlySet<string>, path: string): void => {
  for (const [kind, name, , , inner] of tokens) {
    if (kind === 'text' || kind === '!' || kind === '=') continue
    if (kind === '>' || kind === '&') throw complain('complaint.template-raw', { path, name, open: '{{', close: '}}' })
    const missing = name === '.' ? undefined : name.split('.').find((part) => !known.has(part))
    if (missing !== undefined) {
      const near = nearest(missing, [...known]) ?? ''
      throw complain('complaint.template-name', { path, name, near })
    }
    if (Array.isArray(inner)) checkNames(inner as readonly Token[], known, path)
  }
}

const parse = (template: string, path: string): readonly Token[] => {
  try {
    return Mustache.parse(template) as readonly Token[]
  } catch (error) {
    throw complain('complaint.template', { path, detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Refuses a template that cannot be read, or that asks for what there is not. */
export const checkTemplate = (template: string, path: string): void => checkNames(parse(template, path), knownNames(), path)

/** A template with the facts in place; values from a log are shown literally, whatever Markdown they contain. */
export const renderDraft = (template: string, facts: Readonly<Record<string, unknown>>, path: string): string => {
  checkTemplate(template, path)
  return Mustache.render(template, facts, {}, { escape })
}
