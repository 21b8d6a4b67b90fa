import { safeJson, safeText } from './safe-text.ts'

/** Markup that was built by `markup` from constants of ours and escaped texts: nothing else has this shape. */
export interface SafeHtml {
  readonly markup: string
}

/** What may stand in a template: texts are escaped, numbers and markup go in as they are, lists one after the other. */
export type HtmlPart = string | number | SafeHtml | readonly HtmlPart[]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }

/** Text of any origin as HTML text or as a quoted attribute: shown literally, control and bidi characters as visible escapes. */
export const escapeHtml = (text: string): string => safeText(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')

const write = (part: HtmlPart): string => {
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(write).join('')
}

/** Markup from a template: what is inserted can never become markup. Attributes must be quoted in the template. */
export const markup = (constants: TemplateStringsArray, ...parts: readonly HtmlPart[]): SafeHtml => ({
  markup: constants.map((constant, index) => (index === 0 ? constant : write(parts[index - 1] as HtmlPart) + constant)).join(''),
})

/** A constant of ours (style sheet, script, doctype) as it is; never text of any other origin. */
export const trusted = (markup: string): SafeHtml => ({ markup })

/** A value as JSON inside a `<script>` data block: `<` is escaped, so that nothing in it can end the block or open a comment. */
export const scriptJson = (value: unknown): string => safeJson(value).replaceAll('<', '\\u003c')
