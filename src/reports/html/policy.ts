import { createHash } from 'node:crypto'

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

/** Only this very script and style sheet may act; nothing is loaded, sent or embedded. */
export const contentPolicy = (script: string, style: string): string =>
  `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}; base-uri 'none'; form-action 'none'`
